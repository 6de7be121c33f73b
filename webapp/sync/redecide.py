"""A supervisor has a refused item decided again, or accepts one from quarantine (`protocol.md` 1 and 3).

The act is an item of its own, pushed live: who asked and why stands in the book before what came of it. The newest
answer holds; the phone that made the item learns it from the feed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Maker
from webapp.core.domain import Applied, Decision, Item, PushKind, Refused
from webapp.core.errors import NotAllowed
from webapp.core.wire import Wire
from webapp.ground.logbook.models import Receipt
from webapp.ground.logbook.receipts import APPLIED
from webapp.sync.envelope import Arrival, read_item
from webapp.sync.refusals import NOTHING_TO_REDECIDE
from webapp.sync.rules import Made, Tick, corrected
from webapp.sync.sorting import Desk, Sorted, sort
from webapp.sync.standing import parts_of

KIND = "sync.redecide"
ANSWER = "sync.answer"


class Redecide(Wire, frozen=True):
    """Body of `sync.redecide`: the item, and why it should be looked at again."""

    item_id: UUID
    reason: Annotated[str, msgspec.Meta(min_length=2, max_length=200)]


def _unsettled(session: Session, estate_id: UUID, items: Sequence[Item]) -> Mapping[UUID, str]:
    """Answer how those of the items stand that did not become an entry."""
    wanted = [item.body.item_id for item in items]
    query = select(Receipt.item_id, Receipt.outcome).where(
        Receipt.estate_id == estate_id, Receipt.item_id.in_(wanted), Receipt.outcome != APPLIED
    )
    return dict(session.execute(query).all())


def decide(item: Item, unsettled: Mapping[UUID, str]) -> Decision:
    """Let an overseer have an item looked at again that is refused or held."""
    asked: Redecide = item.body
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    if item.about != asked.item_id:
        return Refused("core.bad_shape", {"field": "about"})
    if asked.item_id not in unsettled:
        return Refused(NOTHING_TO_REDECIDE, {"item": str(asked.item_id)})
    return Applied({"item": str(asked.item_id), "before": unsettled[asked.item_id]}, changes=((ANSWER, asked.item_id),))


REDECIDE = PushKind(
    name=KIND, version=1, body=Redecide, facts=_unsettled, decide=decide, rows=lambda _entry: (), acts=True
)


def brought_back(session: Session, estate_id: UUID, item_id: UUID, desk: Desk) -> tuple[Desk, Sorted] | None:
    """Answer the kept item as it is sorted today, under its own maker; None when nobody could read it even now."""
    receipt = session.get_one(Receipt, (estate_id, item_id))
    arrival = read_item(msgspec.Raw((receipt.content or "").encode()))
    if arrival is None or arrival.sent is None:
        return None
    maker = Maker(receipt.by_id, receipt.device_id, None)
    parts = {key: replace(part, revoked=False) for key, part in parts_of(session, maker).items()}
    made = {item_id: _made(arrival, receipt.received_at)}
    theirs = Desk(maker, parts, desk.kinds, {}, made, desk.received_at, ("redecided",))
    return theirs, sort(arrival, theirs)


def _made(arrival: Arrival, came_at: datetime) -> Made:
    """Answer when it was made: not after it came in first, however long ago that was."""
    assert arrival.sent is not None
    clock = arrival.sent.clock
    tick = Tick(clock.page, clock.elapsed_ms, clock.offset_ms)
    return corrected(arrival.sent.recorded_at, tick, last_contact=None, before=None, received_at=came_at)
