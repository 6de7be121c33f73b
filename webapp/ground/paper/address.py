"""What the code at the foot of a form says: the check page of the app, with the record's hash as it was printed."""

# As many hex digits as make guessing hopeless and leave the code coarse enough for a cheap printer.
SHOWN = 16


def check_address(public_url: str, serial: str, hash_: str) -> str:
    """Answer the text of the code, all in capitals so that it fits the alphanumeric mode."""
    return f"{public_url.rstrip('/')}/check/{serial}/{hash_[:SHOWN]}".upper()


def in_groups(hash_: str) -> str:
    """Answer a hash as people compare it: eight digits at a time."""
    return " ".join(hash_[start : start + 8] for start in range(0, len(hash_), 8))
