"""What phones push and pull of emergency entries."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import PushKind
from webapp.core.held import Data, held_by
from webapp.core.wire import plain
from webapp.domains.emergencies.facts import enter_facts, leave_facts
from webapp.domains.emergencies.models import EmergencyEntry
from webapp.domains.emergencies.rules.bodies import Enter, Leave
from webapp.domains.emergencies.rules.decision import KIND, decide_enter, decide_leave
from webapp.domains.emergencies.rules.rows import ENTER, LEAVE, TABLE, enter_rows, leave_rows

# Who may be there when a home is entered, and who oversees.
HOLDERS = (Role.STEWARD, Role.ENGINEER, Role.GUARD, *OVERSEERS)
# What is over stays on phones for so long.
HELD_AFTER = timedelta(days=30)

PUSH = (
    PushKind(
        name=ENTER,
        version=1,
        body=Enter,
        facts=enter_facts,
        decide=decide_enter,
        rows=enter_rows,
        owns=(TABLE, "photo_uses"),
    ),
    PushKind(
        name=LEAVE,
        version=1,
        body=Leave,
        facts=leave_facts,
        decide=decide_leave,
        rows=leave_rows,
        owns=("photo_uses",),
        acts=True,
    ),
)


def _read(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    held = or_(EmergencyEntry.left_at.is_(None), EmergencyEntry.left_at >= clock.now() - HELD_AFTER)
    query = select(EmergencyEntry).where(EmergencyEntry.estate_id == estate_id, held, which)
    return {one.id: _told(one) for one in session.scalars(query.order_by(EmergencyEntry.id).limit(limit))}


def _told(one: EmergencyEntry) -> Data:
    return {
        "serial": one.serial,
        "findingId": plain(one.finding_id),
        "unit": one.unit,
        "reason": one.reason,
        "authoriserId": str(one.authoriser_id),
        "authoriserName": one.authoriser_name,
        "authorisedAt": plain(one.authorised_at),
        "present": one.present,
        "enteredAt": plain(one.entered_at),
        "byId": str(one.by_id),
        "byName": one.by_name,
        "photos": one.photos,
        "stands": one.stands,
        "remarks": one.remarks,
        "left": _left(one) if one.left_at else None,
    }


def _left(one: EmergencyEntry) -> Data:
    return {
        "at": plain(one.left_at),
        "done": one.done,
        "toldWho": one.told_who,
        "toldAt": plain(one.told_at),
        "notTold": one.not_told,
        "photos": one.left_photos,
        "remarks": one.left_remarks,
        "byName": one.left_by_name,
    }


ENTRY = held_by(HOLDERS, KIND, EmergencyEntry.id, _read)
