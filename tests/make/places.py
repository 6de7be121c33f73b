"""Buildings, stairwells, places, routes and labels."""

from datetime import UTC, datetime
from itertools import count
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.ground.places.code import new_code
from webapp.ground.places.models import Building, LabelRow, Place, Route, RoutePlace, Stairwell
from webapp.ground.places.rules import PlaceType

_numbers = count(1)


def building(session: Session, estate_id: UUID, name: str = "", position: int = 1) -> Building:
    """Make a building."""
    made = Building(estate_id=estate_id, id=new_id(), name=name or f"{next(_numbers)} 栋", position=position)
    session.add(made)
    session.flush()
    return made


def stairwell(session: Session, house: Building, name: str = "1 单元", position: int = 1) -> Stairwell:
    """Make a stairwell of `house`."""
    made = Stairwell(estate_id=house.estate_id, id=new_id(), building_id=house.id, name=name, position=position)
    session.add(made)
    session.flush()
    return made


def place(session: Session, estate_id: UUID, name: str = "", **values: object) -> Place:
    """Make a place, outdoors unless `stairwell_id` and `floor` say where."""
    given = {"type": PlaceType.STAIRWELL, "active": True, **values}
    made = Place(estate_id=estate_id, id=new_id(), name=name or f"{next(_numbers)} 栋 1 单元 9 层 楼梯间", **given)
    session.add(made)
    session.flush()
    return made


def route(
    session: Session, estate_id: UUID, places: list[Place], name: str = "", steward_id: UUID | None = None
) -> Route:
    """Make a route over `places` in this order."""
    made = Route(estate_id=estate_id, id=new_id(), name=name or f"{next(_numbers)} 栋楼内", steward_id=steward_id)
    session.add(made)
    session.flush()
    for position, stop in enumerate(places, start=1):
        session.add(RoutePlace(estate_id=estate_id, route_id=made.id, place_id=stop.id, position=position))
    session.flush()
    return made


def label(session: Session, at: Place, generation: int = 1, *, hung: bool = False, **values: object) -> LabelRow:
    """Make a printed label for the place `at`; `hung` makes it active."""
    moment = datetime(2026, 11, 20, 1, tzinfo=UTC)
    given: dict[str, object] = {"made_at": moment, "hung_at": moment if hung else None, **values}
    made = LabelRow(
        estate_id=at.estate_id,
        id=new_id(),
        code=new_code(),
        target_kind="place",
        target_id=at.id,
        generation=generation,
        **given,
    )
    session.add(made)
    session.flush()
    return made
