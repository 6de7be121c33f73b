"""Reads of grades and reviews, for the desk."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from webapp.domains.patrols.evidence.basis import bases
from webapp.domains.patrols.evidence.models import PatrolGrade, PatrolReview
from webapp.domains.patrols.evidence.rules import Grade, grade, reasons
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.ground.places.models import Route

Data = dict[str, Any]
# Who has more doubts than these in a month has another problem than finding them.
MOST = 2000

_OF_DOUBT = (
    PatrolGrade.visit_id,
    PatrolGrade.by_id,
    PatrolGrade.route_id,
    PatrolGrade.grade,
    PatrolGrade.reasons,
    PatrolGrade.scanned_at,
    PatrolGrade.changed_at,
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A visit in doubt, in short; `reviewed_at` is the newest review."""

    visit_id: UUID
    by_id: UUID
    route_id: UUID | None
    grade: Grade
    reasons: Sequence[Mapping[str, Any]]
    scanned_at: datetime
    changed_at: datetime
    reviewed_at: datetime | None

    @property
    def open(self) -> bool:
        """Nobody has looked into it, or something new came up since."""
        return self.reviewed_at is None or self.reviewed_at < self.changed_at

    @property
    def codes(self) -> set[str]:
        """The codes of its reasons."""
        return {reason["code"] for reason in self.reasons}


def doubts(session: Session, estate_id: UUID, *, first: date, last: date) -> list[Doubt]:
    """Answer the doubtful visits of these days: not looked into yet first, then the worst, then the newest."""
    of_period = (PatrolGrade.estate_id == estate_id, PatrolGrade.day >= first, PatrolGrade.day <= last)
    # Columns, not objects: a month of them is read in a quarter of the time.
    query = select(*_OF_DOUBT).where(*of_period).order_by(PatrolGrade.day.desc()).limit(MOST)
    reviewed = _reviewed_at(session, estate_id, first)
    found = [_doubt(row, reviewed.get(row.visit_id)) for row in session.execute(query)]
    return sorted(found, key=lambda one: (not one.open, one.grade is not Grade.DOUBTFUL, -one.scanned_at.timestamp()))


def shown(session: Session, estate_id: UUID, visit_ids: Collection[UUID]) -> dict[UUID, Data]:
    """Answer what the list says of these visits: place, person, route, serial, the newest review."""
    page = (PatrolRecord.estate_id == PatrolVisit.estate_id) & (PatrolRecord.id == PatrolVisit.record_id)
    route = (Route.estate_id == PatrolVisit.estate_id) & (Route.id == PatrolVisit.route_id)
    query = (
        select(PatrolVisit.id, PatrolVisit.place_name, PatrolVisit.by_name, PatrolVisit.number)
        .add_columns(Route.name.label("route_name"), PatrolRecord.serial)
        .join(PatrolRecord, page)
        .outerjoin(Route, route)
        .where(PatrolVisit.estate_id == estate_id, PatrolVisit.id.in_(visit_ids))
    )
    said = reviews(session, estate_id, visit_ids)
    return {
        row.id: {**row._asdict(), "review": said[row.id][-1] if row.id in said else None}
        for row in session.execute(query)
    }


def reviews(session: Session, estate_id: UUID, visit_ids: Collection[UUID]) -> dict[UUID, list[PatrolReview]]:
    """Answer what was written about these visits, oldest first."""
    query = (
        select(PatrolReview)
        .where(PatrolReview.estate_id == estate_id, PatrolReview.visit_id.in_(visit_ids))
        .order_by(PatrolReview.reviewed_at, PatrolReview.entry)
    )
    found: defaultdict[UUID, list[PatrolReview]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.visit_id].append(row)
    return found


def evidence_of(session: Session, visit: PatrolVisit, now: datetime) -> Data:
    """Answer grade and reasons of one visit as everything stands now, and what was written about it."""
    told = reasons(bases(session, visit.estate_id, [visit], now)[visit.id])
    return {
        "grade": grade(reason.code for reason in told),
        "reasons": told,
        "reviews": reviews(session, visit.estate_id, [visit.id]).get(visit.id, []),
    }


def later_codes(session: Session, estate_id: UUID, day: date) -> dict[UUID, list[str]]:
    """Answer the codes of all doubts about the visits of a day, as they were last graded."""
    query = select(PatrolGrade.visit_id, PatrolGrade.reasons).where(
        PatrolGrade.estate_id == estate_id, PatrolGrade.day == day
    )
    return {visit_id: [one["code"] for one in told] for visit_id, told in session.execute(query)}


def _doubt(row: Row[Any], reviewed_at: datetime | None) -> Doubt:
    return Doubt(
        visit_id=row.visit_id,
        by_id=row.by_id,
        route_id=row.route_id,
        grade=row.grade,
        reasons=row.reasons,
        scanned_at=row.scanned_at,
        changed_at=row.changed_at,
        reviewed_at=reviewed_at,
    )


def _reviewed_at(session: Session, estate_id: UUID, first: date) -> dict[UUID, datetime]:
    """Answer when each visit was last looked into; a review is never before the day of its visit."""
    since = (PatrolGrade.estate_id == PatrolReview.estate_id) & (PatrolGrade.visit_id == PatrolReview.visit_id)
    query = (
        select(PatrolReview.visit_id, PatrolReview.reviewed_at)
        .join(PatrolGrade, since)
        .where(PatrolGrade.estate_id == estate_id, PatrolGrade.day >= first)
        .order_by(PatrolReview.reviewed_at)
    )
    return dict(session.execute(query).all())
