"""Copies to keep and pass on, each made of the copy for disks."""
