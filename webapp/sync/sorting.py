"""Sorts the items of a push before any room sees them: who may push what, what came before, what nobody knows yet."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from webapp.core.actor import Maker
from webapp.core.domain import Item, PushKind, Refused
from webapp.core.errors import BadShape
from webapp.ground.logbook.receipts import Answered, Came
from webapp.sync import refusals
from webapp.sync.envelope import UNREADABLE, Arrival, SentItem
from webapp.sync.rules import Made
from webapp.sync.standing import Part


class Fate(enum.Enum):
    """What becomes of an item before a room decides."""

    TAKE = enum.auto()
    REFUSE = enum.auto()
    REPEAT = enum.auto()
    HOLD = enum.auto()
    LEAVE = enum.auto()


class Sorted(msgspec.Struct, frozen=True):
    """An item with its fate: `item` and `kind` when a room is to decide, else `refusal` or what was `answered` before.

    kept  a refusal gets a receipt, with the item's text for the supervisor
    """

    arrival: Arrival
    fate: Fate
    item: Item | None = None
    kind: PushKind | None = None
    refusal: Refused | None = None
    answered: Answered | None = None
    kept: bool = True

    @property
    def released(self) -> bool:
        """It waited in quarantine and is decided now."""
        return bool(self.answered and self.answered.held and self.kept and (self.item or self.refusal))


@dataclass(frozen=True, slots=True)
class Desk:
    """All that sorting looks at.

    marks  what every item of this desk carries, beside what is found about it
    """

    maker: Maker
    parts: Mapping[UUID, Part]
    kinds: Mapping[str, PushKind]
    answered: Mapping[tuple[UUID, UUID], Answered]
    made: Mapping[UUID, Made]
    received_at: datetime
    marks: tuple[str, ...] = ()

    def came(self, arrival: Arrival) -> Came:
        """Answer how an item came in, for its receipt."""
        maker = self.maker
        return Came(arrival.id, arrival.estate_id, arrival.sha256, maker.person_id, maker.device_id, self.received_at)


def sort_all(arrivals: Iterable[Arrival], desk: Desk) -> list[Sorted]:
    """Answer the fate of each item of a push, in the order sent; a word-for-word twin in it is left out."""
    first: dict[tuple[UUID, UUID], Arrival] = {}
    sorted_ = []
    for arrival in arrivals:
        twin = first.setdefault(arrival.key, arrival)
        if twin is arrival:
            sorted_.append(sort(arrival, desk))
        elif twin.sha256 != arrival.sha256:
            sorted_.append(_refused(arrival, refusals.ID_REUSED))
    return sorted_


def sort(arrival: Arrival, desk: Desk) -> Sorted:
    """Answer the fate of an item."""
    before = desk.answered.get(arrival.key)
    part = desk.parts.get(arrival.estate_id)
    if arrival.sent and arrival.sent.by != desk.maker.person_id:
        return _refused(arrival, refusals.NOT_THE_MAKER)
    if part is None:
        return _refused(arrival, refusals.NOT_YOUR_ESTATE)
    if before and before.sha256 != arrival.sha256:
        return _refused(arrival, refusals.ID_REUSED)
    if before and not (before.held and not part.revoked):
        return Sorted(arrival, Fate.HOLD if before.held else Fate.REPEAT, answered=before)
    if arrival.refusal:
        return Sorted(arrival, Fate.REFUSE, refusal=arrival.refusal, answered=before)
    if part.revoked:
        return Sorted(arrival, Fate.HOLD)
    return _for_its_kind(arrival, before, part, desk)


def _for_its_kind(arrival: Arrival, before: Answered | None, part: Part, desk: Desk) -> Sorted:
    assert arrival.sent is not None
    kind = desk.kinds.get(arrival.sent.kind)
    if kind is None or arrival.sent.v > kind.version:
        return Sorted(arrival, Fate.LEAVE)
    try:
        body = _body(kind, arrival.sent)
    except UNREADABLE as error:
        refusal = Refused(BadShape.code, {"reason": str(error)[:200]})
        return Sorted(arrival, Fate.REFUSE, refusal=refusal, answered=before)
    return Sorted(arrival, Fate.TAKE, _item(arrival.sent, body, part, desk), kind, answered=before)


def _body(kind: PushKind, sent: SentItem) -> Any:
    if sent.v == kind.version:
        return msgspec.json.decode(sent.body, type=kind.body)
    return msgspec.convert(kind.upgraded(msgspec.json.decode(sent.body), sent.v), type=kind.body)


def _item(sent: SentItem, body: Any, part: Part, desk: Desk) -> Item:
    made = desk.made[sent.id]
    return Item(
        id=sent.id,
        seq=sent.seq,
        kind=sent.kind,
        estate_id=sent.estate,
        about=sent.about,
        by=sent.by,
        by_name=part.name,
        role=part.role,
        device_id=desk.maker.device_id,
        body=body,
        recorded_at=sent.recorded_at,
        corrected_at=made.at,
        received_at=desk.received_at,
        time_doubtful=made.doubtful is not None,
        rules=sent.rules,
        live=sent.live,
        marks=_marks(made, part, desk),
    )


def _marks(made: Made, part: Part, desk: Desk) -> tuple[str, ...]:
    """Answer what a supervisor should know of how the item came (`protocol.md` 1)."""
    ended_at = desk.maker.ended_at
    return desk.marks + tuple(
        mark
        for mark, holds in (
            ("after_sign_out", ended_at is not None and made.at > ended_at),
            ("left_estate", not part.active),
        )
        if holds
    )


def _refused(arrival: Arrival, code: str) -> Sorted:
    """Refuse without a receipt: the id may be another's, whose item must still find its own answer."""
    return Sorted(arrival, Fate.REFUSE, refusal=Refused(code), kept=False)
