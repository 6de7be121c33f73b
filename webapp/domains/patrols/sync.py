"""What phones push and pull of patrols."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, exists, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.domain import PushKind
from webapp.core.held import Data, held_by
from webapp.domains.patrols.facts import facts
from webapp.domains.patrols.models import PatrolPlan, PatrolRecord, PatrolVisit
from webapp.domains.patrols.rules.assignees import WALKERS
from webapp.domains.patrols.rules.decision import decide
from webapp.domains.patrols.rules.places import Seen
from webapp.domains.patrols.rules.rounds import windows_by_settings
from webapp.domains.patrols.rules.rows import rows
from webapp.domains.patrols.rules.visit import Visit, before_make_ups, before_tasks
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective
from webapp.ground.logbook.hashes import item_hashes
from webapp.ground.places.models import RoutePlace
from webapp.ground.places.routes.rules import Frequency

# A phone shows what others did of today's rounds, and of those before until they are closed.
HELD_FOR = timedelta(days=3)
# Where a place is due once a week it must know the week's visits of it.
HELD_WEEKLY = timedelta(days=8)

VISIT = PushKind(
    name="patrols.visit",
    version=3,
    upgrades={1: before_tasks, 2: before_make_ups},
    body=Visit,
    facts=facts,
    decide=decide,
    rows=rows,
    owns=("patrol_records", "patrol_visits", "photo_uses"),
)


def _plans(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    stand = (PatrolPlan.estate_id == estate_id) & PatrolPlan.replaced_at.is_(None)
    query = select(PatrolPlan).where(stand, which).order_by(PatrolPlan.id).limit(limit)
    settings = effective(session.get_one(Estate, estate_id).settings)
    return {plan.id: _plan(plan, settings) for plan in session.scalars(query)}


def _plan(plan: PatrolPlan, settings: Mapping[str, Any]) -> Data:
    """Answer a plan; phones of before know only windows, so those of the settings are told where it has none."""
    return {
        "routeId": str(plan.route_id),
        "windows": plan.windows or [asdict(one) for one in windows_by_settings(settings)],
        "ownWindows": bool(plan.windows),
        "roundsOnWorkingDay": plan.rounds_on_working_day,
        "roundsOnRestDay": plan.rounds_on_rest_day,
        "validFrom": plan.valid_from.isoformat(),
        "assignees": plan.assignees.value,
        "assigneeIds": plan.assignee_ids,
    }


# Not the whole visit: its answers are long, and a phone pulls hundreds at once.
_TOLD = (
    PatrolVisit.id,
    PatrolVisit.place_id,
    PatrolVisit.record_id,
    PatrolVisit.route_id,
    PatrolVisit.day,
    PatrolVisit.number,
    PatrolVisit.phone_scanned_at,
    PatrolVisit.scanned_at,
    PatrolVisit.by_id,
    PatrolVisit.by_name,
    PatrolVisit.abnormal,
    PatrolVisit.timeliness,
    PatrolVisit.skipped,
    PatrolVisit.entry,
    PatrolRecord.serial,
)


_OF_A_WEEK = exists().where(
    RoutePlace.estate_id == PatrolVisit.estate_id,
    RoutePlace.route_id == PatrolVisit.route_id,
    RoutePlace.place_id == PatrolVisit.place_id,
    RoutePlace.frequency == Frequency.WEEKLY,
)


def _visits(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    page = (PatrolRecord.estate_id == PatrolVisit.estate_id) & (PatrolRecord.id == PatrolVisit.record_id)
    today = clock.now().date()
    recent = (PatrolVisit.day >= today - HELD_FOR) | (PatrolVisit.day >= today - HELD_WEEKLY) & _OF_A_WEEK
    query = (
        select(*_TOLD)
        .join(PatrolRecord, page)
        .where(PatrolVisit.estate_id == estate_id, recent, which)
        .order_by(PatrolVisit.id)
        .limit(limit)
    )
    visits = session.execute(query).all()
    hashes = item_hashes(session, estate_id, [visit.entry for visit in visits])
    return {visit.id: {**_summary(visit), "sha256": hashes.get(visit.entry)} for visit in visits}


def _summary(visit: Row[*tuple[Any, ...]]) -> Data:
    return {
        "placeId": str(visit.place_id),
        "roundId": str(visit.record_id),
        "routeId": str(visit.route_id) if visit.route_id else None,
        "date": visit.day.isoformat(),
        "number": visit.number,
        "scannedAt": visit.phone_scanned_at.isoformat(),
        "correctedAt": visit.scanned_at.isoformat(),
        "byId": str(visit.by_id),
        "byName": visit.by_name,
        "abnormal": visit.abnormal,
        "state": Seen(visit.timeliness, visit.skipped).state.value,
        "serial": visit.serial,
    }


# Nobody else's phone needs to know who went where.
PLAN = held_by(WALKERS, "patrols.plan", PatrolPlan.id, _plans)
VISITS = held_by(WALKERS, "patrols.visit", PatrolVisit.id, _visits)
