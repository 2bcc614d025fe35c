"""Sums by which browsers know a script or a style."""

from base64 import b64encode
from hashlib import sha256


def sum_of(content: bytes) -> str:
    """The sum of a file, as Subresource Integrity and Content Security Policy write it."""
    return f"sha256-{b64encode(sha256(content).digest()).decode()}"
