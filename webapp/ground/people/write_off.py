"""A supervisor gives a phone up for lost: the board waits for it no longer (`protocol.md` 8).

The act is an entry. What arrives from the phone all the same is taken in, and a contact after it takes it back.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, PushKind, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.ground.people.models import EstateDevice

KIND = "people.write_off"
UNKNOWN = "people.unknown_device"


class WriteOff(Wire, frozen=True, kw_only=True):
    """Body of `people.write_off`: the phone, and what became of it."""

    device_id: UUID
    reason: Annotated[str, Meta(min_length=2, max_length=200)]


def _known(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    """Answer which of the phones the estate has seen."""
    named = {item.body.device_id for item in items}
    query = select(EstateDevice.device_id).where(EstateDevice.estate_id == estate_id, EstateDevice.device_id.in_(named))
    return frozenset(session.scalars(query))


def decide(item: Item, known: frozenset[UUID]) -> Decision:
    """Let an overseer write off a phone of the estate."""
    lost: WriteOff = item.body
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    if item.about != lost.device_id:
        return Refused("core.bad_shape", {"field": "about"})
    if lost.device_id not in known:
        return Refused(UNKNOWN, {"device": str(lost.device_id)})
    return Applied({"writtenOffAt": item.corrected_at.isoformat()})


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the write-off."""
    lost = entry.read(WriteOff)
    values = {
        "lost_device_id": lost.device_id,
        "reason": lost.reason,
        "written_off_at": datetime.fromisoformat(entry.judged["writtenOffAt"]),
        **made_columns(entry),
    }
    return [Row("device_write_offs", {"estate_id": entry.estate_id, "id": UUID(entry.item["id"])}, values)]


WRITE_OFF = PushKind(
    name=KIND,
    version=1,
    body=WriteOff,
    facts=_known,
    decide=decide,
    rows=rows,
    owns=("device_write_offs",),
    acts=True,
)
