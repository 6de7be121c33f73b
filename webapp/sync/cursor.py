"""The place up to which a phone has pulled: opaque to it, stateless for us."""

import base64
import binascii
from uuid import UUID

import msgspec


class Cursor(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A place in an estate's feed, or in the full state when `kind` is set.

    rights  what the person might hold when it was given: another one means starting anew
    change  everything up to this number is told, or will be when the full state is
    kind    of the full state, which comes next; `after` the last id told of it
    """

    estate: UUID
    rights: str
    change: int
    kind: str | None = None
    after: UUID | None = None

    def text(self) -> str:
        """Answer it as it travels."""
        return base64.urlsafe_b64encode(msgspec.json.encode(self)).decode().rstrip("=")


def read_cursor(text: str) -> Cursor | None:
    """Answer the cursor a phone sent; None when it is none of ours."""
    try:
        padded = text.encode() + b"=" * (-len(text) % 4)
        return msgspec.json.decode(base64.b64decode(padded, altchars=b"-_", validate=True), type=Cursor)
    except (binascii.Error, msgspec.MsgspecError, UnicodeError, ValueError):
        return None
