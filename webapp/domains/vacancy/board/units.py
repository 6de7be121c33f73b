"""Vacant units as a building's picture shows them, and one unit with all that was done there."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select, true
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.held import Data
from webapp.core.open_findings import open_findings
from webapp.core.wire import plain
from webapp.domains.vacancy.models import VacantCare, VacantCheck
from webapp.domains.vacancy.queries import unit_timelines
from webapp.domains.vacancy.rules.checking import CHECK
from webapp.domains.vacancy.rules.periods import is_due, month_of, period_of
from webapp.domains.vacancy.rules.regime import sold_on
from webapp.domains.vacancy.rules.risk import kept_until
from webapp.domains.vacancy.shown import units_shown
from webapp.domains.vacancy.telling import seen, told_checks, told_unit
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_at
from webapp.ground.places.models import Stairwell, Unit, UnitStatusRow

MOST_CHECKS = 100


def units_page(session: Session, estate: Estate, building: UUID | None, now: datetime) -> Data:
    """Answer the units shown, of one building or of all, with what is derived from today."""
    settings, today = settings_at(session, estate, now), day_of(now, estate.timezone)
    which = Stairwell.building_id == building if building else true()
    units = units_shown(session, estate.id, settings, which)
    found = open_findings().open_findings_at(session, estate.id, [unit.id for unit in units])
    every = settings["vacant_check_every_days"]
    told = _told(session, estate, units, settings, today)
    lines = [_line(id_, data, found.get(id_, 0), today, every) for id_, data in told.items()]
    period = period_of(today, every)
    return {"day": today.isoformat(), "period": {"first": str(period.first), "last": str(period.last)}, "units": lines}


def _told(
    session: Session, estate: Estate, units: Sequence[Row[Any]], settings: Mapping[str, Any], today: date
) -> dict[UUID, Data]:
    known = seen(session, estate, [unit.id for unit in units], today)
    return {unit.id: told_unit(unit, known, settings, today) for unit in units}


def _line(id_: UUID, data: Data, findings: int, today: date, every: int) -> Data:
    checked = [date.fromisoformat(day) for day in data["checkedOn"]]
    since = date.fromisoformat(data["visitedSince"]) if data["visitedSince"] else None
    return {
        "id": str(id_),
        **data,
        "openFindings": findings,
        "due": data["inRegime"] and is_due(checked, today, every, since),
        "daysSince": (today - checked[-1]).days if checked else None,
        "checkedThisMonth": any(day in month_of(today) for day in checked),
    }


def unit_page(session: Session, estate: Estate, unit_id: UUID, now: datetime) -> Data:
    """Answer a unit with its checks, its care and all it ever was; raises NotFound."""
    if session.get(Unit, (estate.id, unit_id)) is None:
        raise NotFound(unit=str(unit_id))
    settings, today = settings_at(session, estate, now), day_of(now, estate.timezone)
    shown = units_shown(session, estate.id, settings, Unit.id == unit_id)
    sold = sold_on(unit_timelines(session, estate.id, estate.timezone, [unit_id]).get(unit_id, ()))
    kept = kept_until(sold, settings["retention_after_sale_months"]) if sold else None
    return {
        "id": str(unit_id),
        "unit": _told(session, estate, shown, settings, today).get(unit_id),
        "checks": _checks(session, estate.id, unit_id),
        "care": _care(session, estate.id, unit_id),
        "statuses": _statuses(session, estate.id, unit_id),
        "soldOn": plain(sold),
        "keptUntil": plain(kept),
    }


def _checks(session: Session, estate_id: UUID, unit_id: UUID) -> list[Data]:
    query = select(VacantCheck).where(VacantCheck.estate_id == estate_id, VacantCheck.unit_id == unit_id)
    newest = query.order_by(VacantCheck.left_at.desc(), VacantCheck.id).limit(MOST_CHECKS)
    return [{"id": str(id_), **data} for id_, data in told_checks(session.scalars(newest)).items()]


def _care(session: Session, estate_id: UUID, unit_id: UUID) -> list[Data]:
    """Answer the care done besides checks: what checks have done stands in them."""
    query = select(VacantCare).where(VacantCare.estate_id == estate_id, VacantCare.unit_id == unit_id)
    besides = query.where(VacantCare.origin_kind != CHECK).order_by(VacantCare.at.desc(), VacantCare.id)
    names = ("id", "task", "step", "at", "note", "cost")
    return [
        {**{name: plain(getattr(one, name)) for name in names}, "byName": one.by_name}
        for one in session.scalars(besides.limit(MOST_CHECKS))
    ]


def _statuses(session: Session, estate_id: UUID, unit_id: UUID) -> list[Data]:
    query = select(UnitStatusRow).where(UnitStatusRow.estate_id == estate_id, UnitStatusRow.unit_id == unit_id)
    return [
        {
            "status": one.status.value,
            "since": plain(one.since),
            "at": plain(one.at),
            "byName": one.by_name,
            "reason": one.reason,
        }
        for one in session.scalars(query.order_by(UnitStatusRow.at.desc(), UnitStatusRow.id.desc()))
    ]
