"""The envelope of a push (`protocol.md` 2) and its limits, which are checked here, once, and nowhere else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, NoReturn
from uuid import UUID

import msgspec

from webapp.core.domain import Refused
from webapp.core.errors import BadShape, TooLarge
from webapp.core.wire import Wire
from webapp.ground.logbook.canonical import canonical, has_long_number, sha256

MAX_ITEMS = 200
MAX_PUSH_BYTES = 2 * 1024 * 1024
MAX_ITEM_BYTES = 64 * 1024
# What JavaScript can count, and what every store holds.
MAX_INTEGER = 2**53 - 1
CENTURY_MS = 100 * 366 * 86_400_000

Count = Annotated[int, msgspec.Meta(ge=0, le=MAX_INTEGER)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Milliseconds = Annotated[float, msgspec.Meta(ge=-CENTURY_MS, le=CENTURY_MS)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=64)]

_NUL = b"\\u0000"
UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)


class ItemClock(Wire, frozen=True):
    """What the phone's clock said (`protocol.md` 7): milliseconds within one load of the page; offset to ours."""

    page: str
    elapsed_ms: Milliseconds
    offset_ms: Milliseconds


class SentItem(Wire, frozen=True):
    """An item as a phone sends it. `body` is read by its kind."""

    id: UUID
    seq: Annotated[int, msgspec.Meta(ge=1, le=MAX_INTEGER)]
    kind: Word
    v: Annotated[int, msgspec.Meta(ge=1, le=10_000)]
    estate: UUID
    about: UUID
    by: UUID
    recorded_at: Moment
    clock: ItemClock
    body: msgspec.Raw
    seen: Count = 0
    rules: Annotated[str, msgspec.Meta(max_length=200)] = ""
    live: bool = False


class SeenHead(Wire, frozen=True):
    """The newest head of an estate's chain that a phone has seen."""

    entry: Count
    hash: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class Envelope(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """A push; an empty one is a heartbeat. What a newer phone adds to it is left aside."""

    items: list[msgspec.Raw]
    device_id: UUID
    sent_at: Moment | None = None
    last_seq: Count = 0
    waiting: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)] = 0
    head: dict[UUID, SeenHead] | None = None
    # In which life of the store the heads were seen: after a restore the book goes on differently.
    epoch: UUID | None = None


class _Name(msgspec.Struct):
    id: UUID
    estate: UUID


class Arrival(msgspec.Struct, frozen=True):
    """An item as it came in: `sent`, `json` and its canonical `text` when it can be read, else why not (`refusal`)."""

    id: UUID
    estate_id: UUID
    raw: bytes
    sha256: str
    sent: SentItem | None = None
    text: bytes | None = None
    json: Mapping[str, Any] | None = None
    refusal: Refused | None = None

    @property
    def key(self) -> tuple[UUID, UUID]:
        """What its receipt is found by."""
        return self.estate_id, self.id


_envelopes = msgspec.json.Decoder(Envelope)
_items = msgspec.json.Decoder(SentItem)
_names = msgspec.json.Decoder(_Name)


def read_envelope(body: bytes) -> Envelope:
    """Answer the push in `body`; raises BadShape or TooLarge. Its items are not read yet: one may be bad alone."""
    if len(body) > MAX_PUSH_BYTES:
        raise TooLarge(maximum=MAX_PUSH_BYTES)
    try:
        envelope = _envelopes.decode(body)
    except UNREADABLE as error:
        raise BadShape(reason=str(error)[:200]) from error
    if len(envelope.items) > MAX_ITEMS:
        raise TooLarge(items=MAX_ITEMS)
    return envelope


def read_item(raw: msgspec.Raw) -> Arrival | None:
    """Answer one item of a push; None when not even its id and its estate can be read, so that nobody can answer it."""
    text = bytes(raw)
    try:
        return _read(text)
    except BadShape as error:
        reason = dict(error.params)
    except UNREADABLE as error:
        reason = {"reason": str(error)[:200]}
    try:
        name = _names.decode(text)
    except UNREADABLE:
        return None
    return Arrival(name.id, name.estate, text, sha256(text), refusal=Refused(BadShape.code, reason))


def _read(text: bytes) -> Arrival:
    if len(text) > MAX_ITEM_BYTES:
        raise BadShape(reason="item too large", maximum=MAX_ITEM_BYTES)
    json = msgspec.json.decode(text)
    # Both are rare, so the quick search decides whether to look closely.
    if _NUL in text or has_long_number(text):
        _look_closely(json)
    sent = _items.decode(text)
    same = canonical(json)
    return Arrival(sent.id, sent.estate, text, sha256(same), sent, same, json)


def _look_closely(value: Any) -> None:
    """Raise BadShape for a NUL or an integer that not everybody can hold, however deep."""
    if isinstance(value, str) and "\0" in value:
        _refuse("NUL in a text")
    if isinstance(value, int) and abs(value) > MAX_INTEGER:
        _refuse("integer out of range")
    inner = [*value, *value.values()] if isinstance(value, dict) else value
    for one in inner if isinstance(inner, list) else ():
        _look_closely(one)


def _refuse(reason: str) -> NoReturn:
    raise BadShape(reason=reason)
