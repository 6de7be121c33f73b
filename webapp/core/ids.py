"""Ids: version 7 for what happens (time-ordered), version 5 for what both sides must compute alike."""

from uuid import UUID, uuid5

from uuid_utils.compat import uuid7

# Root of every computed id; the phone holds the same constant (`pwa/src/core/ids.ts`).
ROUNDS = UUID("6f3b5d0e-7a41-5c52-9d0b-2f1c8e4a9b70")


def new_id() -> UUID:
    """Answer a fresh time-ordered id (UUIDv7)."""
    return uuid7()


def computed_id(*parts: object) -> UUID:
    """Answer the id that server and phone both derive from `parts`, joined by `/` (UUIDv5)."""
    return uuid5(ROUNDS, "/".join(str(part) for part in parts))
