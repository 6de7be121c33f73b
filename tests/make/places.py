"""Builders of buildings, units, places, routes and labels."""

from datetime import date
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from tests.make.moments import NOON
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.labels.code import new_code
from webapp.ground.labels.models import LabelRow
from webapp.ground.places.models import Building, Place, Route, RoutePlace, Stairwell, Unit
from webapp.ground.places.routes.rules import Frequency
from webapp.ground.places.rules import PlaceType, StatusSource, UnitStatus
from webapp.ground.places.units.rules import Standing
from webapp.ground.places.units.service import set_statuses

_numbers = count(1)


def building(session: Session, estate: Estate, *, name: str | None = None, position: int = 1) -> Building:
    """Make a building."""
    made = Building(estate_id=estate.id, id=new_id(), name=name or f"{next(_numbers)} 栋", position=position)
    session.add(made)
    session.commit()
    return made


def stairwell(session: Session, house: Building, *, name: str = "1 单元", position: int = 1) -> Stairwell:
    """Make a stairwell of the building."""
    made = Stairwell(estate_id=house.estate_id, id=new_id(), building_id=house.id, name=name, position=position)
    session.add(made)
    session.commit()
    return made


def unit(
    session: Session,
    stairs: Stairwell,
    *,
    number: str | None = None,
    floor: int = 1,
    status: UnitStatus = UnitStatus.VACANT_UNSOLD,
    renovating: bool = False,
    since: date | None = date(2026, 3, 1),
    area: int | None = 8_912,
) -> Unit:
    """Make a unit of the stairwell as a register brings it: with the beginning of its history."""
    made = Unit(
        estate_id=stairs.estate_id,
        id=new_id(),
        stairwell_id=stairs.id,
        floor=floor,
        number=number or f"{floor}{next(_numbers):04}",
        area=area,
        status=status,
        renovating=renovating,
        since=since,
    )
    session.add(made)
    session.flush()
    first = {made.id: Standing(status, renovating, since)}
    set_statuses(session, made.estate_id, first, reason="", source=StatusSource.REGISTER, by=None, now=NOON)
    session.commit()
    return made


def place(
    session: Session,
    estate: Estate,
    *,
    name: str | None = None,
    type: PlaceType = PlaceType.STAIRWELL,  # noqa: A002  # the column's own word
    stairs: Stairwell | None = None,
    floor: int | None = None,
    active: bool = True,
) -> Place:
    """Make a place, in the stairwell `stairs` if one is given."""
    made = Place(
        estate_id=estate.id,
        id=new_id(),
        type=type,
        building_id=stairs and stairs.building_id,
        stairwell_id=stairs and stairs.id,
        floor=floor,
        name=name or f"{next(_numbers)} 栋 1 单元 9 层 楼梯间",
        active=active,
    )
    session.add(made)
    session.commit()
    return made


def route(
    session: Session, estate: Estate, *places: Place, name: str | None = None, steward_id: UUID | None = None
) -> Route:
    """Make a route over `places` in this order."""
    made = Route(
        estate_id=estate.id, id=new_id(), name=name or f"{next(_numbers)} 栋楼内", steward_id=steward_id, active=True
    )
    session.add(made)
    session.flush()
    session.add_all(
        RoutePlace(estate_id=estate.id, route_id=made.id, place_id=stop.id, position=position)
        for position, stop in enumerate(places, start=1)
    )
    session.commit()
    return made


def visited(session: Session, route: Route, place: Place, frequency: Frequency) -> None:
    """Let a place of a route be visited only so often."""
    session.get_one(RoutePlace, (route.estate_id, route.id, place.id)).frequency = frequency
    session.commit()


def blank_label(session: Session, estate: Estate, **fields: Any) -> LabelRow:
    """Make a blank label, to be claimed on site."""
    id_ = new_id()
    values = {"code": new_code(), "made_at": NOON, "generation": 1, **fields}
    made = LabelRow(estate_id=estate.id, id=id_, target_kind="blank", target_id=id_, **values)
    session.add(made)
    session.commit()
    return made


def label(session: Session, place: Place | Unit, *, generation: int = 1, hung: bool = False, **fields: Any) -> LabelRow:
    """Make a label printed for the place or the unit; `hung` puts it on the wall."""
    kind = "place" if isinstance(place, Place) else "unit"
    values = {"code": new_code(), "made_at": NOON, "hung_at": NOON if hung else None, **fields}
    made = LabelRow(
        estate_id=place.estate_id,
        id=new_id(),
        target_kind=kind,
        target_id=place.id,
        generation=generation,
        **values,
    )
    session.add(made)
    session.commit()
    return made
