"""Buildings and stairwells of a register, kept in the order in which people count them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Stairwell
from webapp.ground.places.rules import natural
from webapp.ground.register.difference import Difference
from webapp.ground.register.rules import Unit

# A stairwell by the names of its building and its own.
Stairwells = dict[tuple[str, str], Stairwell]


def keep_houses(
    session: Session, estate_id: UUID, units: Sequence[Unit], difference: Difference
) -> tuple[list[Building], Stairwells]:
    """Add the buildings and stairwells that are new; answer all of the estate, buildings in their order."""
    buildings = _buildings(session, estate_id, {unit.building for unit in units}, difference)
    stairwells = _stairwells(session, buildings, {(unit.building, unit.stairwell) for unit in units}, difference)
    session.flush()
    return sorted(buildings.values(), key=lambda building: building.position), stairwells


def _buildings(session: Session, estate_id: UUID, names: set[str], difference: Difference) -> dict[str, Building]:
    stored = session.scalars(select(Building).where(Building.estate_id == estate_id))
    buildings = {building.name: building for building in stored}
    for name in names - buildings.keys():
        buildings[name] = Building(estate_id=estate_id, id=new_id(), name=name, position=0)
        session.add(buildings[name])
    _number("places.building", buildings.values(), difference)
    session.flush()
    return buildings


def _stairwells(
    session: Session, buildings: dict[str, Building], names: set[tuple[str, str]], difference: Difference
) -> Stairwells:
    stairwells: Stairwells = {}
    for house in buildings.values():
        own = select(Stairwell).where(Stairwell.estate_id == house.estate_id, Stairwell.building_id == house.id)
        here = {stairwell.name: stairwell for stairwell in session.scalars(own)}
        for name in {name for building, name in names if building == house.name} - here.keys():
            here[name] = Stairwell(estate_id=house.estate_id, id=new_id(), building_id=house.id, name=name, position=0)
            session.add(here[name])
        _number("places.stairwell", here.values(), difference)
        stairwells |= {(house.name, name): stairwell for name, stairwell in here.items()}
    return stairwells


def _number(kind: str, houses: Iterable[Building | Stairwell], difference: Difference) -> None:
    for position, house in enumerate(sorted(houses, key=lambda one: natural(one.name)), start=1):
        if house.position != position:
            house.position = position
            difference.changes.append((kind, house.id))
