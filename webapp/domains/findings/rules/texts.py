"""What counts as words. Pure."""

import unicodedata


def says_something(text: str) -> bool:
    """Say whether a text has a letter, a number or a sign in it."""
    return any(unicodedata.category(char)[0] in "LNS" for char in text)
