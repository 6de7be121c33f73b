"""What renovations have people told of: reviews, requests, overdue permits and notices, rechecks, refunds (4, 9)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.core.standing import from_columns
from webapp.domains.renovation.models import Renovation, SiteNight, SiteNotice, SiteRequest, SiteVisitRow
from webapp.domains.renovation.rules import limits
from webapp.domains.renovation.rules.board import is_unvisited
from webapp.domains.renovation.rules.standing import Case, Notice
from webapp.domains.renovation.rules.states import CENTRE, CaseState, NoticeState, RequestKind, RequestState
from webapp.domains.renovation.telling import last_visits, standing_of, unit_places
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

KINDS = read_kinds("renovation", Path(__file__).with_name("notices.yaml"))
_SUPERVISORS = (Role.SUPERVISOR,)
_DECIDES: Mapping[RequestKind, tuple[Role, ...]] = {
    RequestKind.PLAN_CHANGE: (Role.RENOVATION_INSPECTOR,),
    RequestKind.EXTENSION: OVERSEERS,
    RequestKind.OVERNIGHT: OVERSEERS,
    RequestKind.HOT_WORK: (Role.ENGINEER,),
}


@dataclass(frozen=True, slots=True)
class _Open:
    """The renovations of an estate that are not over, and the moment at which they are looked at."""

    now: datetime
    zone: str
    cases: Mapping[UUID, Case]
    units: Mapping[UUID, Mapping[str, Any]]
    visited: Mapping[UUID, date]

    @property
    def today(self) -> date:
        """The estate's day."""
        return day_of(self.now, self.zone)

    def due(self, kind: str, case_id: UUID, turn: object, *roles: Role, **params: object) -> Due:
        """Answer that people of these roles are to be told; once a `turn`."""
        unit = self.units[self.cases[case_id].unit_id]["unitName"]
        return Due(
            kind=KINDS[kind],
            key=f"{kind}/{case_id}/{turn}",
            path=f"/renovation/{case_id}",
            params={"unit": unit, **params},
            roles=roles,
        )


def renovations_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer what is to be told of renovations now."""
    open_ = _open(session, estate_id, now)
    for case in open_.cases.values():
        yield from _review(case, open_)
        yield from _site(case, open_)
        yield from _end(case, open_)
    yield from _notices(session, estate_id, open_)
    yield from _requests(session, estate_id, open_)
    yield from _shut_doors(session, estate_id, open_)
    yield from _nights(session, estate_id, open_)


def _open(session: Session, estate_id: UUID, now: datetime) -> _Open:
    query = select(Renovation).where(Renovation.estate_id == estate_id, Renovation.closed_at.is_(None))
    cases = {row.id: standing_of(row) for row in session.scalars(query)}
    units = unit_places(session, estate_id, {case.unit_id for case in cases.values()})
    estate = session.get_one(Estate, estate_id)
    return _Open(now, estate.timezone, cases, units, last_visits(session, estate, list(cases)))


def _review(case: Case, open_: _Open) -> Iterator[Due]:
    """Transition 8: engineering is reminded, the day after the supervisor; silence approves nothing."""
    if not limits.is_review_late(case, open_.now):
        return
    assert case.review_due
    turn = case.review_due.isoformat()
    yield open_.due("review_late", case.id, turn, Role.ENGINEER)
    if open_.now > case.review_due + timedelta(days=1):
        yield open_.due("review_later", case.id, turn, *_SUPERVISORS)


def _site(case: Case, open_: _Open) -> Iterator[Due]:
    if limits.is_overdue(case, open_.today):
        yield open_.due("overdue", case.id, case.permit_until, *OVERSEERS, until=case.permit_until)
    # REN-R18
    if is_unvisited(case, open_.visited.get(case.id), open_.today, open_.zone):
        yield open_.due("unvisited", case.id, open_.today, *_SUPERVISORS)


def _end(case: Case, open_: _Open) -> Iterator[Due]:
    if limits.state_on(case, open_.today) is CaseState.RECHECK_DUE:
        yield open_.due("recheck", case.id, case.recheck_on, *CENTRE)
    if case.refund_due_on and case.state is CaseState.REFUND_DUE:
        yield open_.due("refund", case.id, case.refund_due_on, Role.FINANCE, until=case.refund_due_on)


def _notices(session: Session, estate_id: UUID, open_: _Open) -> Iterator[Due]:
    query = select(SiteNotice).where(SiteNotice.estate_id == estate_id, SiteNotice.state == NoticeState.ISSUED)
    for row in session.scalars(query.where(SiteNotice.renovation_id.in_(open_.cases))):
        notice = from_columns(Notice, row.__dict__)
        told = {"no": row.serial, "until": notice.due_on}
        if limits.notice_state_on(notice, open_.today) is NoticeState.OVERDUE:
            yield open_.due("notice_overdue", notice.renovation_id, f"{notice.id}/{notice.due_on}", *OVERSEERS, **told)
        elif notice.refused_to_sign:
            yield open_.due("notice_refused", notice.renovation_id, notice.id, *OVERSEERS, **told)
        elif notice.grade == "major":
            yield open_.due("notice_major", notice.renovation_id, notice.id, *OVERSEERS, **told)


def _requests(session: Session, estate_id: UUID, open_: _Open) -> Iterator[Due]:
    query = select(SiteRequest).where(SiteRequest.estate_id == estate_id, SiteRequest.state == RequestState.REQUESTED)
    for one in session.scalars(query.where(SiteRequest.renovation_id.in_(open_.cases))):
        yield open_.due(f"asked_{one.kind.value}", one.renovation_id, one.id, *_DECIDES[one.kind])


def _shut_doors(session: Session, estate_id: UUID, open_: _Open) -> Iterator[Due]:
    today = (SiteVisitRow.day == open_.today) & (SiteVisitRow.outcome == "refused_entry")
    query = select(SiteVisitRow).where(SiteVisitRow.estate_id == estate_id, today)
    for visit in session.scalars(query.where(SiteVisitRow.renovation_id.in_(open_.cases))):
        yield open_.due("shut_out", visit.renovation_id, visit.id, *_SUPERVISORS, by=visit.by_name)


def _nights(session: Session, estate_id: UUID, open_: _Open) -> Iterator[Due]:
    """More people at night than may stay, or anybody where nobody may (`renovation.md` 6)."""
    recent = SiteNight.night >= open_.today - timedelta(days=1)
    query = select(SiteNight).where(SiteNight.estate_id == estate_id, recent, SiteNight.persons > SiteNight.allowed)
    for one in session.scalars(query.where(SiteNight.renovation_id.in_(open_.cases))):
        told = {"persons": one.persons, "allowed": one.allowed, "by": one.by_name}
        yield open_.due("overnight_too_many", one.renovation_id, one.id, *_SUPERVISORS, **told)
