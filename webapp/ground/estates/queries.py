"""Reads of estates."""

from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.errors import NotFound
from webapp.ground.calendar.national import national_days
from webapp.ground.calendar.rules import unknown_year
from webapp.ground.estates.models import Estate, EstateSettings
from webapp.ground.estates.rules import Version, version_at
from webapp.ground.estates.settings import chosen, effective

_NOW = select(Estate.settings_version, Estate.created_at, Estate.settings).where(Estate.id == bindparam("estate"))
_BEFORE = (
    select(EstateSettings.version, EstateSettings.since, EstateSettings.settings)
    .where(EstateSettings.estate_id == bindparam("estate"))
    .order_by(EstateSettings.version)
)


def estate_called(session: Session, name: str | None) -> Estate:
    """Answer the estate of this name, or the only one; raises NotFound with the names there are."""
    estates = session.scalars(select(Estate).order_by(Estate.name)).all()
    called = [estate for estate in estates if name in (None, estate.name)]
    if len(called) != 1:
        raise NotFound(estate=name, estates=[estate.name for estate in estates])
    return called[0]


def settings_versions(session: Session, estate_id: UUID) -> list[Version]:
    """Answer all versions of the estate's settings, oldest first."""
    kept = [Version(*row) for row in fetch(session, _BEFORE, estate=estate_id)]
    return kept or [Version(*row) for row in fetch(session, _NOW, estate=estate_id)]


def settings_at(session: Session, estate: Estate, at: datetime) -> dict[str, Any]:
    """Answer all settings as they held for the estate at `at`."""
    if estate.settings_version == 1:
        return effective(estate.settings)
    return effective(version_at(settings_versions(session, estate.id), at).settings)


def settings_history(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer what each version changed, by whom and since when, newest first."""
    query = select(EstateSettings).where(EstateSettings.estate_id == estate_id).order_by(EstateSettings.version)
    versions = session.scalars(query).all()
    return [
        {"version": new.version, "since": new.since, "by_name": new.by_name, "changed": _changed(old, new)}
        for old, new in reversed(list(pairwise(versions)))
    ]


def known_calendar(until: int, today: date) -> dict[str, Any]:
    """Answer what the office is told of public holidays from this year on, and of which near year nothing is known."""
    days = [one for one in national_days(until) if one.day.year >= today.year]
    return {"days": days, "unknown_year": unknown_year(today, until)}


def _changed(old: EstateSettings, new: EstateSettings) -> list[str]:
    before, after = chosen(old.settings), chosen(new.settings)
    return [name for name, value in after.items() if value != before[name]]
