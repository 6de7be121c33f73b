"""Which units stand in the room's lists today, in the order in which people count them."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, select
from sqlalchemy.orm import Session

from webapp.domains.vacancy.rules.regime import shown
from webapp.ground.places.models import Building, Stairwell, Unit
from webapp.ground.places.rules import UnitStatus
from webapp.ground.places.units.lying import AS_COUNTED, lying

_UNITS = lying(
    select(
        Unit.id,
        Stairwell.building_id,
        Building.name.label("building"),
        Building.position.label("building_order"),
        Unit.stairwell_id,
        Stairwell.name.label("stairwell"),
        Stairwell.position.label("stairwell_order"),
        Unit.floor,
        Unit.number,
        Unit.area,
        Unit.status,
        Unit.since,
    )
)


def units_shown(
    session: Session,
    estate_id: UUID,
    settings: Mapping[str, Any],
    which: ColumnElement[bool],
    limit: int | None = None,
) -> list[Row[Any]]:
    """Answer the units among `which` that are visited or let, by id."""
    statuses = [status for status in UnitStatus if shown(status, settings)]
    query = _UNITS.where(Unit.estate_id == estate_id, Unit.status.in_(statuses), which)
    return list(session.execute(query.order_by(Unit.id).limit(limit)))


def units_of(session: Session, estate_id: UUID, ids: Collection[UUID]) -> list[Row[Any]]:
    """Answer these units, building by building, stairwell by stairwell, from the ground up."""
    query = _UNITS.where(Unit.estate_id == estate_id, Unit.id.in_(ids))
    return list(session.execute(query.order_by(*AS_COUNTED)))
