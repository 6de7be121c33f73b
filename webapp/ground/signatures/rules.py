"""What travels of a signature (`protocol.md` 10): the things it saw, its strokes, a sealed PIN. Pure."""

from collections.abc import Iterable, Mapping
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from webapp.core.wire import Wire

# The box that a signature is drawn in.
WIDTH, HEIGHT = 1000, 400
# Five signs a number at most: 20 kB.
MOST_NUMBERS = 4000

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Base64 = Annotated[str, Meta(min_length=1, max_length=256, pattern=r"^[A-Za-z0-9+/]+={0,2}$")]
# x, y, x, y … from where the finger came down to where it was lifted.
Stroke = Annotated[tuple[Annotated[int, Meta(ge=0, le=WIDTH)], ...], Meta(min_length=2, max_length=MOST_NUMBERS)]
Strokes = Annotated[tuple[Stroke, ...], Meta(min_length=1, max_length=100)]

PIN_CODES = (
    "signatures.pin_locked",
    "signatures.pin_unreadable",
    "signatures.pin_unset",
    "signatures.pin_wrong",
)


class Seen(Wire, frozen=True, kw_only=True):
    """Something that stood before the eyes of who signed: its id, and the SHA-256 of the item that brought it."""

    id: UUID
    sha256: Sha256


class SealedPin(Wire, frozen=True, kw_only=True):
    """A PIN that only the server can read, bound to the item that brings it; all but `key` is base64."""

    key: UUID
    sender: Base64
    salt: Base64
    iv: Base64
    box: Base64


def require_drawn(strokes: Strokes | None) -> None:
    """Refuse, as a ValueError for `Wire.__post_init__`, strokes that are no drawing or too long a one."""
    if strokes is None:
        return
    if any(len(stroke) % 2 for stroke in strokes) or any(y > HEIGHT for stroke in strokes for y in stroke[1::2]):
        raise ValueError("strokes outside the box")
    if sum(map(len, strokes)) > MOST_NUMBERS:
        raise ValueError("a signature of more than 20 kB")


def differing(seen: Iterable[Seen], stored: Mapping[UUID, str]) -> list[UUID]:
    """Answer what was seen otherwise than it is stored; what is not stored was not seen here either way."""
    return [one.id for one in seen if stored.get(one.id, one.sha256) != one.sha256]
