"""The markup that a page and a text may hold: an allow-list.

It protects from what markup can do; whether it is safe to follow a page is told in data/safety.
"""
