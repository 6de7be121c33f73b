"""Reads of vacant units: what each was and when, what was last seen and done there."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from webapp.domains.vacancy.models import VacantCare, VacantCheck
from webapp.domains.vacancy.rules.bodies import reading_of
from webapp.domains.vacancy.rules.regime import Said, Timeline, timeline
from webapp.ground.places.models import UnitStatusRow

Ids = Collection[UUID] | None


def among(column: InstrumentedAttribute[UUID], ids: Ids) -> ColumnElement[bool]:
    """Answer the condition that a column is one of the ids; no condition when there are none to choose from."""
    return true() if ids is None else column.in_(ids)


def unit_timelines(session: Session, estate_id: UUID, zone: str, ids: Ids = None) -> dict[UUID, Timeline]:
    """Answer what units were, and when, by all that was said of them; of all units where none are named."""
    columns = (UnitStatusRow.unit_id, UnitStatusRow.since, UnitStatusRow.status, UnitStatusRow.at)
    query = select(*columns).where(UnitStatusRow.estate_id == estate_id, among(UnitStatusRow.unit_id, ids))
    said: defaultdict[UUID, list[Said]] = defaultdict(list)
    clocks = ZoneInfo(zone)
    for unit_id, since, status, at in session.execute(query.order_by(UnitStatusRow.at, UnitStatusRow.id)):
        # Where nobody said since when, it holds from the day on which it was said.
        said[unit_id].append(Said(since or at.astimezone(clocks).date(), status))
    return {unit_id: timeline(history) for unit_id, history in said.items()}


def last_done(session: Session, estate_id: UUID, ids: Ids = None) -> dict[UUID, dict[str, date]]:
    """Answer by unit when each task of care was last done."""
    query = (
        select(VacantCare.unit_id, VacantCare.task, func.max(VacantCare.day))
        .where(VacantCare.estate_id == estate_id, VacantCare.step == "done", among(VacantCare.unit_id, ids))
        .group_by(VacantCare.unit_id, VacantCare.task)
    )
    done: defaultdict[UUID, dict[str, date]] = defaultdict(dict)
    for unit_id, task, day in session.execute(query):
        done[unit_id][task] = day
    return done


def readings(
    session: Session, estate_id: UUID, ids: Collection[UUID], since: datetime
) -> Mapping[UUID, list[tuple[datetime, Decimal]]]:
    """Answer by unit what its water meter showed from a moment on, and the last time before it."""
    earlier = aliased(VacantCheck)
    of_unit = (earlier.estate_id == VacantCheck.estate_id) & (earlier.unit_id == VacantCheck.unit_id)
    last = select(func.max(earlier.left_at)).where(of_unit, earlier.readable, earlier.left_at < since)
    columns = (VacantCheck.unit_id, VacantCheck.left_at, VacantCheck.water_reading)
    query = select(*columns).where(
        VacantCheck.estate_id == estate_id,
        VacantCheck.unit_id.in_(ids),
        VacantCheck.readable,
        or_(VacantCheck.left_at >= since, VacantCheck.left_at == last.scalar_subquery()),
    )
    found: defaultdict[UUID, list[tuple[datetime, Decimal]]] = defaultdict(list)
    for unit_id, at, text in session.execute(query):
        if (reading := reading_of(text)) is not None:
            found[unit_id].append((at, reading))
    return found


def newest_checks(session: Session, estate_id: UUID, ids: Ids = None) -> dict[UUID, VacantCheck]:
    """Answer the newest check of each unit."""
    mine = (VacantCheck.estate_id == estate_id) & among(VacantCheck.unit_id, ids)
    newest = (
        select(VacantCheck.unit_id, func.max(VacantCheck.left_at).label("at"))
        .where(mine)
        .group_by(VacantCheck.unit_id)
        .subquery()
    )
    of_newest = (newest.c.unit_id == VacantCheck.unit_id) & (newest.c.at == VacantCheck.left_at)
    found = session.scalars(select(VacantCheck).join(newest, of_newest).where(mine).order_by(VacantCheck.entry))
    return {one.unit_id: one for one in found}


def checked_days(
    session: Session, estate_id: UUID, first: date, last: date, ids: Ids = None
) -> Mapping[UUID, list[date]]:
    """Answer by unit the days of its complete checks from `first` to `last`, oldest first."""
    query = (
        select(VacantCheck.unit_id, VacantCheck.day)
        .where(VacantCheck.estate_id == estate_id, VacantCheck.complete, among(VacantCheck.unit_id, ids))
        .where(VacantCheck.day.between(first, last))
        .distinct()
        .order_by(VacantCheck.day)
    )
    days: defaultdict[UUID, list[date]] = defaultdict(list)
    for unit_id, day in session.execute(query):
        days[unit_id].append(day)
    return days


def mouldy_since(session: Session, estate_id: UUID, ids: Ids = None) -> dict[UUID, date]:
    """Answer the units found damp after they were last dried (SE-02), with the day it was first seen since."""
    dried = (
        select(VacantCare.unit_id, func.max(VacantCare.at).label("at"))
        .where(VacantCare.estate_id == estate_id, VacantCare.task == "SE-02")
        .group_by(VacantCare.unit_id)
        .subquery()
    )
    query = (
        select(VacantCheck.unit_id, func.min(VacantCheck.day))
        .outerjoin(dried, dried.c.unit_id == VacantCheck.unit_id)
        .where(VacantCheck.estate_id == estate_id, VacantCheck.mould, among(VacantCheck.unit_id, ids))
        .where(dried.c.at.is_(None) | (VacantCheck.left_at > dried.c.at))
        .group_by(VacantCheck.unit_id)
    )
    return dict(session.execute(query).all())


def told_of(session: Session, estate_id: UUID, task: str, ids: Ids = None) -> dict[UUID, date]:
    """Answer when somebody was last told to do a task at each unit."""
    query = (
        select(VacantCare.unit_id, func.max(VacantCare.day))
        .where(VacantCare.estate_id == estate_id, VacantCare.step == "told", VacantCare.task == task)
        .where(among(VacantCare.unit_id, ids))
        .group_by(VacantCare.unit_id)
    )
    return dict(session.execute(query).all())
