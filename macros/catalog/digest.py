"""Short sums of texts that can stand in YAML."""

from hashlib import sha256

# Letters only: YAML takes no such word for a number, a date or a yes.
_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def letter_sum(text: str, length: int) -> str:
    """The first letters of the SHA-256 sum of a text, in the letters a to p."""
    return sha256(text.encode()).hexdigest()[:length].translate(_LETTERS)
