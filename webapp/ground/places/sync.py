"""What phones hold of places: all of them, for who works in the estate."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.held import held_by_all
from webapp.core.wire import plain
from webapp.ground.places.models import Building, Place, Route, RoutePlace, Stairwell, Unit
from webapp.ground.places.routes.rules import Frequency
from webapp.ground.places.units.service import UNIT

Data = dict[str, Any]


def _buildings(session: Session, rows: Sequence[Building]) -> Iterable[Data]:
    return [{"name": row.name, "order": row.position} for row in rows]


def _stairwells(session: Session, rows: Sequence[Stairwell]) -> Iterable[Data]:
    return [{"buildingId": str(row.building_id), "name": row.name, "order": row.position} for row in rows]


def _units(session: Session, rows: Sequence[Unit]) -> Iterable[Data]:
    return [
        {
            "stairwellId": str(row.stairwell_id),
            "floor": row.floor,
            "number": row.number,
            "status": row.status.value,
            "renovating": row.renovating,
            "area": row.area,
        }
        for row in rows
    ]


def _places(session: Session, rows: Sequence[Place]) -> Iterable[Data]:
    return [
        {
            "type": row.type.value,
            "buildingId": plain(row.building_id),
            "stairwellId": plain(row.stairwell_id),
            "floor": row.floor,
            "name": row.name,
            "active": row.active,
        }
        for row in rows
    ]


def _routes(session: Session, rows: Sequence[Route]) -> Iterable[Data]:
    order: dict[UUID, list[str]] = {row.id: [] for row in rows}
    often: dict[UUID, dict[str, str]] = {row.id: {} for row in rows}
    stops = select(RoutePlace).where(
        RoutePlace.estate_id.in_({row.estate_id for row in rows}), RoutePlace.route_id.in_(order)
    )
    for stop in session.scalars(stops.order_by(RoutePlace.position)):
        order[stop.route_id].append(str(stop.place_id))
        if stop.frequency is not Frequency.EVERY_ROUND:
            often[stop.route_id][str(stop.place_id)] = stop.frequency.value
    return [
        {
            "name": row.name,
            "stewardId": plain(row.steward_id),
            "placeIds": order[row.id],
            "frequencies": often[row.id],
            "active": row.active,
        }
        for row in rows
    ]


PULL = (
    held_by_all("places.building", Building, _buildings),
    held_by_all("places.stairwell", Stairwell, _stairwells),
    held_by_all(UNIT, Unit, _units),
    held_by_all("places.place", Place, _places),
    held_by_all("places.route", Route, _routes),
)
