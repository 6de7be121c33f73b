"""What people are told of vacant units: entered without a key, valves open too long, weeks, papers, plans."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantCare, VacantCheck
from webapp.domains.vacancy.papers.queries import filed_papers, known_since, periods_over
from webapp.domains.vacancy.plans.queries import years_handed_in
from webapp.domains.vacancy.queries import checked_days, newest_checks
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.acting import CLEANING
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.rules.papers import PaperKind, days_of, due_on, state_of_paper
from webapp.domains.vacancy.rules.periods import is_due, month_of, period_of
from webapp.domains.vacancy.rules.planning import plan_due_on
from webapp.domains.vacancy.rules.regime import visited
from webapp.domains.vacancy.shown import units_shown
from webapp.ground.estates.models import Estate
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

KINDS = read_kinds("vacancy", Path(__file__).with_name("notices.yaml"))
# What a phone brings later is no news any more: it stands in the lists.
FRESH = timedelta(hours=24)
# So many days before it is due, one is reminded of a table; its last day may be the 5th, the reminder then the 3rd.
REMINDED = timedelta(days=2)
# A plan is drawn up, reviewed and approved by three people.
PLANNED_AHEAD = timedelta(days=30)
_MANAGERS = (Role.MANAGER, Role.OFFICE_MANAGER)


def vacancy_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer what is to be told of an estate's vacant units."""
    stock = Stock(session, session.get_one(Estate, estate_id), now)
    yield from _entered_without_key(stock)
    yield from _told_to_clean(stock)
    yield from _of_the_week(stock)
    for kind in ("table", "summary"):
        yield from _papers(stock, kind)
    yield from _plans(stock)


def _entered_without_key(stock: Stock) -> Iterator[Due]:
    recent = VacantCheck.received_at >= stock.now - FRESH
    zone = ZoneInfo(stock.estate.timezone)
    for one in stock.session.scalars(select(VacantCheck).where(VacantCheck.estate_id == stock.estate.id, recent)):
        if any(remark["code"] == codes.NO_KEY_LOAN for remark in one.remarks):
            at = one.entered_at.astimezone(zone).strftime("%m-%d %H:%M")
            params = {"unit": one.unit_name, "by": one.by_name, "at": at, "serial": one.serial}
            yield _due("unkeyed", str(one.id), f"/vacancy/{one.unit_id}", params, OVERSEERS)


def _told_to_clean(stock: Stock) -> Iterator[Due]:
    query = (
        select(VacantCare.origin_id, func.min(VacantCare.by_name), func.min(VacantCare.day), func.count())
        .where(VacantCare.estate_id == stock.estate.id, VacantCare.task == CLEANING, VacantCare.step == "told")
        .where(VacantCare.at >= stock.now - FRESH)
        .group_by(VacantCare.origin_id)
    )
    for origin_id, by_name, day, count in stock.session.execute(query):
        due = day.replace(day=10) if day.day <= 10 else month_of(day).last
        params = {"by": by_name, "count": count, "due": due.isoformat()}
        yield _due("cleaning", str(origin_id), "/vacancy", params, (Role.CLEANER,))


def _of_the_week(stock: Stock) -> Iterator[Due]:
    settings, today = stock.settings(stock.today), stock.today
    shown = units_shown(stock.session, stock.estate.id, settings, true())
    every, among = settings["vacant_check_every_days"], visited(settings)
    ids = {unit.id for unit in shown if unit.status in among}
    for id_, check in newest_checks(stock.session, stock.estate.id, ids).items():
        for one in check.open_valves:
            if one["dueOn"] < today.isoformat() and check.valves[one["valve"]] == "open":
                params = {"unit": check.unit_name, "due": one["dueOn"], "reason": one["reason"]}
                key = f"{check.id}/{one['valve']}"
                yield _due("valve", key, f"/vacancy/{id_}", params, OVERSEERS, (check.by_id,))
    week = period_of(today, every)
    if today == week.last:
        checked = checked_days(stock.session, stock.estate.id, week.first, week.last)
        since = stock.since(today, among)
        left = [id_ for id_ in ids if is_due(checked.get(id_, ()), today, every, since.get(id_))]
        if left:
            params = {"last": week.last.isoformat(), "count": len(left)}
            yield _due("week_ends", week.last.isoformat(), "/vacancy", params, HOLDERS)


def _papers(stock: Stock, kind: PaperKind) -> Iterator[Due]:
    filed = filed_papers(stock.session, stock.estate.id, kind)
    for period in (name for name in periods_over(stock, kind) if name not in filed):
        days = days_of(kind, period)
        due = due_on(kind, days, stock.settings(days.last))
        state = state_of_paper(due, stock.today, filed=False)
        if state == "overdue" or stock.today >= due - REMINDED:
            word = "overdue" if state == "overdue" else "due"
            roles = _MANAGERS if kind == "table" else HOLDERS
            params = {"period": period, "due": due.isoformat()}
            yield _due(f"{kind}_{word}", period, "/vacancy/papers", params, roles)


def _plans(stock: Stock) -> Iterator[Due]:
    """Answer the yearly plans that are not drawn up: of the coming year, and of this one when that was missed."""
    known = known_since(stock)
    if known is None or not stock.vacant_now:
        return
    handed_in = years_handed_in(stock)
    for year in {stock.today.year, stock.today.year + 1} - handed_in:
        due = plan_due_on(year, stock.settings(stock.today))
        if known <= due and stock.today >= due - PLANNED_AHEAD:
            word = "overdue" if stock.today > due else "due"
            params = {"year": year, "due": due.isoformat()}
            yield _due(f"plan_{word}", str(year), "/vacancy/plans", params, _MANAGERS)


def _due(
    kind: str, key: str, path: str, params: Mapping[str, object], roles: tuple[Role, ...], people: tuple[UUID, ...] = ()
) -> Due:
    return Due(kind=KINDS[kind], key=f"{kind}/{key}", path=path, params=params, roles=roles, people=people)
