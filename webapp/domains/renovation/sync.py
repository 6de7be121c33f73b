"""What phones push and pull of renovations."""

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.domain import Decision, Item, PushKind
from webapp.core.held import Data, held_by
from webapp.domains.renovation.facts import act_facts, visit_facts
from webapp.domains.renovation.models import Renovation, SiteVisitRow
from webapp.domains.renovation.rules.acting import CASE, Facts, Way
from webapp.domains.renovation.rules.guards import GUARDS
from webapp.domains.renovation.rules.rows import act_rows, night_rows, visit_rows
from webapp.domains.renovation.rules.states import HOLDERS, Act
from webapp.domains.renovation.rules.visiting import VISIT, NightCheck, SiteVisit, decide_night, decide_visit
from webapp.domains.renovation.rules.ways import WAYS
from webapp.domains.renovation.telling import told_cases, told_visits

# What is over stays on phones for so long, and so do visits.
HELD_AFTER = timedelta(days=30)
_OWNED = (
    "renovations",
    "renovation_acts",
    "renovation_passes",
    "renovation_notices",
    "renovation_requests",
    "renovation_receipts",
    "photo_uses",
)
# One after the other: an act is decided by what the one before it made.
_ACTS = tuple(act.kind for act in Act)


def _act(way: Way) -> PushKind:
    def decide(item: Item, facts: Facts) -> Decision:
        return way.decide(item, facts, GUARDS)

    rows = partial(act_rows, way.act, way.body)
    return PushKind(way.act.kind, 1, way.body, act_facts, decide, rows, owns=_OWNED, acts=True, after=_ACTS)


PUSH = (
    *map(_act, WAYS),
    PushKind(
        name=VISIT,
        version=1,
        body=SiteVisit,
        facts=visit_facts,
        decide=decide_visit,
        rows=visit_rows,
        owns=("renovation_visits", "photo_uses"),
        after=_ACTS,
    ),
    PushKind(
        name="renovation.night_check",
        version=1,
        body=NightCheck,
        facts=visit_facts,
        decide=decide_night,
        rows=night_rows,
        owns=("renovation_night_checks", "photo_uses"),
        after=_ACTS,
    ),
)


def _held(estate_id: UUID) -> ColumnElement[bool]:
    recent = or_(Renovation.closed_at.is_(None), Renovation.closed_at >= clock.now() - HELD_AFTER)
    return (Renovation.estate_id == estate_id) & recent


def _cases(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    query = select(Renovation).where(_held(estate_id), which).order_by(Renovation.id).limit(limit)
    return told_cases(session, estate_id, session.scalars(query).all())


def _visits(session: Session, estate_id: UUID, which: ColumnElement[bool], limit: int | None) -> Mapping[UUID, Data]:
    recent = SiteVisitRow.started_at >= clock.now() - HELD_AFTER
    query = select(SiteVisitRow).where(SiteVisitRow.estate_id == estate_id, recent, which)
    return told_visits(session.scalars(query.order_by(SiteVisitRow.id).limit(limit)))


PULL = (
    held_by(HOLDERS, CASE, Renovation.id, _cases, weight=25),
    held_by(HOLDERS, VISIT, SiteVisitRow.id, _visits, weight=5),
)
