"""Drafts of papers: what the register and the checks say of a month or a half-year, by today's knowledge."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from webapp.core.held import Data
from webapp.core.open_findings import open_findings
from webapp.domains.vacancy.board.care import care_page
from webapp.domains.vacancy.board.fees import owed_lines
from webapp.domains.vacancy.board.stock import Stock, coverage_of, told_coverage
from webapp.domains.vacancy.lettings.queries import lettings_in
from webapp.domains.vacancy.models import VacantCare, VacantCheck, VacantPaper
from webapp.domains.vacancy.plans.queries import planned_cost
from webapp.domains.vacancy.queries import checked_days, newest_checks
from webapp.domains.vacancy.rules.movements import Movement, Movements, movements
from webapp.domains.vacancy.rules.papers import PaperKind, days_of, paper_id
from webapp.domains.vacancy.rules.periods import Period, is_due, month_name, months, period_of
from webapp.domains.vacancy.shown import units_of
from webapp.ground.places.known import unit_names
from webapp.ground.places.rules import UnitStatus


def draft(stock: Stock, kind: PaperKind, period: str) -> Data:
    """Answer what stands in a paper by today's knowledge."""
    days = days_of(kind, period)
    return {"period": period, **(_table(stock, days) if kind == "table" else _summary(stock, days))}


def _table(stock: Stock, period: Period) -> Data:
    moved = movements(stock.days, period, _opening(stock, period))
    concerned = {*moved.opening, *moved.closing, *(one.unit_id for one in (*moved.came, *moved.left))}
    names = unit_names(stock.session, stock.estate.id, concerned)
    due, done = _visits(stock, period)
    figures, _ = coverage_of(stock, period)
    found = open_findings().open_findings_at(stock.session, stock.estate.id, moved.closing)
    return {
        **_counts(moved, names),
        "buildings": _by_building(stock, moved.closing),
        "closingUnits": sorted(str(id_) for id_ in moved.closing),
        "checksDue": due,
        "checksDone": done,
        "coverage": told_coverage(period, figures),
        "openFindings": sum(found.values()),
        "valvesOpen": _valves_open(stock, moved.closing, names),
        "feesDue": owed_lines(stock, moved.closing, period.last),
    }


def _counts(moved: Movements, names: Mapping[UUID, str]) -> Data:
    return {
        "opening": len(moved.opening),
        "additions": [_moved(one, names) for one in moved.came],
        "departures": [{**_moved(one, names), "to": one.to} for one in moved.left],
        "closing": len(moved.closing),
    }


def _moved(one: Movement, names: Mapping[UUID, str]) -> Data:
    return {"unitId": str(one.unit_id), "unit": names[one.unit_id], "on": one.on.isoformat()}


def _opening(stock: Stock, period: Period) -> Collection[UUID] | None:
    """Answer the stock with which the table of the month before was filed; None where none was."""
    before = month_name(period.first - timedelta(days=1))
    key = (stock.estate.id, paper_id(stock.estate.id, "table", before))
    filed = stock.session.get(VacantPaper, key)
    return [UUID(id_) for id_ in filed.content["closingUnits"]] if filed else None


def _by_building(stock: Stock, ids: Collection[UUID]) -> list[Data]:
    """Answer the stock building by building, its homes by stairwell and number."""
    listed: dict[str, list[str]] = {}
    for unit in units_of(stock.session, stock.estate.id, ids):
        listed.setdefault(unit.building, []).append(f"{unit.stairwell} {unit.number}")
    return [{"building": name, "count": len(units), "units": units} for name, units in listed.items()]


def _visits(stock: Stock, period: Period) -> tuple[int, int]:
    """Answer how many visits were due in the weeks that end in a month, and how many of them were made."""
    every = stock.settings(period.last)["vacant_check_every_days"]
    weeks = {period_of(period.first + timedelta(days=number), every) for number in range(31)}
    due = done = 0
    for week in (week for week in weeks if week.last in period):
        since = stock.since(week.last, {UnitStatus.VACANT_UNSOLD})
        owing = stock.vacant_on(week.first) & since.keys()
        checked = checked_days(stock.session, stock.estate.id, week.first, week.last)
        left = [id_ for id_ in owing if is_due(checked.get(id_, ()), week.last, every, since[id_])]
        due, done = due + len(owing), done + len(owing) - len(left)
    return due, done


def _valves_open(stock: Stock, ids: Collection[UUID], names: Mapping[UUID, str]) -> list[Data]:
    checks = newest_checks(stock.session, stock.estate.id, ids)
    told = [
        {"unitId": str(id_), "unit": names[id_], "valves": open_, "reasons": check.open_valves}
        for id_, check in checks.items()
        if (open_ := [valve for valve, state in check.valves.items() if state == "open"])
    ]
    return sorted(told, key=lambda line: str(line["unit"]))


def _summary(stock: Stock, period: Period) -> Data:
    of_half = (VacantCheck.estate_id == stock.estate.id) & VacantCheck.day.between(period.first, period.last)
    checks = stock.session.execute(select(VacantCheck.unit_id, VacantCheck.answers).where(of_half)).all()
    visits = Counter(unit_id for unit_id, _ in checks)
    items = Counter(one["item"] for _, answers in checks for one in answers if one["result"] == "abnormal")
    names = unit_names(stock.session, stock.estate.id, visits.keys())
    found = open_findings().open_findings_at(stock.session, stock.estate.id, visits.keys())
    return {
        "visits": sorted(
            ({"unitId": str(id_), "unit": names[id_], "count": count} for id_, count in visits.items()),
            key=lambda line: str(line["unit"]),
        ),
        "coverage": [told_coverage(one, coverage_of(stock, one)[0]) for one in months(period.first, period.last)],
        "findings": [{"item": item, "count": count} for item, count in sorted(items.items())],
        "openFindings": sum(found.values()),
        "care": _care(stock, period),
        "cost": _cost(stock, period),
        "planned": planned_cost(stock.session, stock.estate.id, period.first.year),
        "lettings": lettings_in(stock, period),
    }


def _care(stock: Stock, period: Period) -> list[Data]:
    told = []
    for task in care_page(stock, period.first.year)["tasks"]:
        ended = [one for one in task["periods"] if date.fromisoformat(one["due"]) in period]
        if ended:
            done = sum(one["done"] for one in ended)
            told.append({"task": task["task"], "done": done, "missed": sum(one["of"] for one in ended) - done})
    return told


def _cost(stock: Stock, period: Period) -> int:
    query = select(func.sum(VacantCare.cost)).where(VacantCare.estate_id == stock.estate.id)
    found: Any = stock.session.scalar(query.where(VacantCare.day.between(period.first, period.last)))
    return int(found or 0)
