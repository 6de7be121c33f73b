"""Keeps what a push tells about the phone itself: contacts, what has arrived, how much still waits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import cast
from uuid import UUID

from sqlalchemy import Insert, Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch, insert_many
from webapp.core.db import insert_into
from webapp.ground.people.models import Device
from webapp.sync.models import Phone
from webapp.sync.rules import Contacts, Ranges, add_arrivals, never_arrived, note_contact

# Built once: a push has no time to spell out its statements.
_HOLDING = select(Phone.arrived, Phone.contacts).where(Phone.device_id == bindparam("device")).with_for_update()
_TELLING = update(cast(Table, Device.__table__)).where(Device.id == bindparam("device"))


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of a phone before this push."""

    arrived: Ranges
    contacts: Contacts


def known(session: Session, device_id: UUID) -> Known:
    """Answer what is known of the phone, and hold its row: two pushes of one phone take turns."""
    held = fetch(session, _HOLDING, device=device_id)
    if not held:
        # Without a row to hold, two first pushes would each count only their own, or lock each other out.
        first = {"device_id": device_id, "arrived": [], "contacts": []}
        session.execute(insert_into(session, Phone).values(first).on_conflict_do_nothing())
        held = fetch(session, _HOLDING, device=device_id)
    ((arrived, contacts),) = held
    called = [(last_seq, datetime.fromisoformat(at)) for last_seq, at in contacts]
    return Known([(first, last) for first, last in arrived], called)


def note_push(
    session: Session,
    device_id: UUID,
    before: Known,
    arrived: Collection[int],
    last_seq: int,
    waiting: int,
    at: datetime,
) -> None:
    """Write down a push: the numbers that arrived in it, the highest number made, how many still wait."""
    ranges = add_arrivals(before.arrived, arrived)
    # A counter never goes back, whatever the phone says now.
    made = max([last_seq, *arrived, *(seq for seq, _ in before.contacts)])
    _keep(session, device_id, ranges, note_contact(before.contacts, ranges, made, at))
    told: dict[str, object] = {"last_contact_at": at, "last_seq": made, "waiting": waiting}
    if never_arrived(ranges, made) == 0:
        told["complete_at"] = at
    session.connection().execute(_TELLING, {"device": device_id, **told})


def _keep(session: Session, device_id: UUID, ranges: Ranges, contacts: Contacts) -> None:
    row = {
        "device_id": device_id,
        "arrived": [list(span) for span in ranges],
        "contacts": [[last_seq, moment.isoformat()] for last_seq, moment in contacts],
    }
    insert_many(session, _keeping(session.get_bind().dialect.name), [row])


@cache
def _keeping(dialect: str) -> Insert:
    insert = sqlite.insert(Phone) if dialect == "sqlite" else postgresql.insert(Phone)
    changed = {"arrived": insert.excluded.arrived, "contacts": insert.excluded.contacts}
    return insert.on_conflict_do_update(index_elements=["device_id"], set_=changed)


def missing_of(session: Session, device_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Answer how many items each phone has made that never arrived; phones that lack nothing are left out."""
    statement = (
        select(Phone.device_id, Phone.arrived, Device.last_seq)
        .join(Device, Device.id == Phone.device_id)
        .where(Phone.device_id.in_(device_ids))
    )
    missing = {device_id: never_arrived(ranges, last_seq) for device_id, ranges, last_seq in session.execute(statement)}
    return {device_id: count for device_id, count in missing.items() if count}
