"""Reads of units, in the order in which people count them: building, stairwell, floor, number."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import digits
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, func, or_, select, tuple_
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.places.models import Building, Stairwell, Unit, UnitStatusRow
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.lying import AS_COUNTED, lying

_SHOWN = (
    Unit.id,
    Stairwell.building_id,
    Building.name.label("building"),
    Unit.stairwell_id,
    Stairwell.name.label("stairwell"),
    Unit.floor,
    Unit.number,
    Unit.area,
    Unit.status,
    Unit.renovating,
    Unit.received_on,
    Unit.since,
)
# 3-2-1501, as people write a unit in short.
_SHORT = re.compile(r"(\d+)-(\d+)-(\w+)")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which units are looked for. `q` is a number, a part of one, or the unit in short or in full: 3-2-1501."""

    building: UUID | None = None
    status: UnitStatus | None = None
    q: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the units, the last of them where more follow, and how many of each status there are in all.

    counts      over what was asked for but the status, so that each can be offered with its number
    renovating  of these, how many are being renovated
    """

    units: Sequence[Mapping[str, Any]]
    next: UUID | None
    counts: Mapping[str, int]
    renovating: int


def units(session: Session, estate_id: UUID, asked: Asked, *, after: UUID | None, limit: int) -> Page:
    """Answer the units asked for that come after the unit `after`; raises NotFound when there is no such unit."""
    alike = _alike(estate_id, asked)
    query = lying(select(*_SHOWN)).where(*alike).order_by(*AS_COUNTED).limit(limit + 1)
    if asked.status:
        query = query.where(Unit.status == asked.status)
    if after:
        query = query.where(tuple_(*AS_COUNTED) > tuple_(*_place_in_order(session, estate_id, after)))
    found = [dict(row) for row in session.execute(query).mappings()]
    counts, renovating = _counts(session, alike)
    return Page(found[:limit], found[limit - 1]["id"] if len(found) > limit else None, counts, renovating)


def unit(session: Session, estate_id: UUID, unit_id: UUID) -> dict[str, Any]:
    """Answer one unit with all it ever was, newest first; raises NotFound."""
    query = lying(select(*_SHOWN)).where(Unit.estate_id == estate_id, Unit.id == unit_id)
    found = session.execute(query).mappings().one_or_none()
    if found is None:
        raise NotFound(unit=str(unit_id))
    was = select(UnitStatusRow).where(UnitStatusRow.estate_id == estate_id, UnitStatusRow.unit_id == unit_id)
    return {**found, "history": session.scalars(was.order_by(UnitStatusRow.at.desc(), UnitStatusRow.id.desc())).all()}


def _alike(estate_id: UUID, asked: Asked) -> list[ColumnElement[bool]]:
    alike: list[ColumnElement[bool]] = [Unit.estate_id == estate_id]
    if asked.building:
        alike.append(Building.id == asked.building)
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", asked.q))
    if short := _SHORT.fullmatch(text):
        building, stairwell, number = short.groups()
        alike += [_numbered(Building.name, building), _numbered(Stairwell.name, stairwell), Unit.number == number]
    elif text:
        in_full = func.replace(Building.name + Stairwell.name + Unit.number, " ", "")
        in_part = Unit.number.icontains(text, autoescape=True)
        alike.append(or_(in_part, in_full.istartswith(text, autoescape=True)))
    return alike


def _numbered(name: Any, number: str) -> ColumnElement[bool]:
    """Answer whether a house is called by this number: 3 is 3 栋, 3栋 or 3 号楼, and not 13 栋 or 30 栋."""
    text = func.replace(name, " ", "")
    after = func.substr(text, len(number) + 1, 1)
    return and_(text.startswith(number), after.not_in(list(digits)))


def _place_in_order(session: Session, estate_id: UUID, unit_id: UUID) -> tuple[Any, ...]:
    query = lying(select(*AS_COUNTED)).where(Unit.estate_id == estate_id, Unit.id == unit_id)
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFound(unit=str(unit_id))
    return tuple(found)


def _counts(session: Session, alike: Sequence[ColumnElement[bool]]) -> tuple[dict[str, int], int]:
    renovating = func.sum(case((Unit.renovating, 1), else_=0))
    query = lying(select(Unit.status, func.count(), renovating)).where(*alike).group_by(Unit.status)
    found = {status.value: (count, renovating) for status, count, renovating in session.execute(query)}
    counts = {status.value: found.get(status.value, (0, 0))[0] for status in UnitStatus}
    return counts, sum(renovating for _, renovating in found.values())
