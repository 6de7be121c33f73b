"""Buildings and stairwells of a register, kept in the order in which people count them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Stairwell
from webapp.ground.places.rules import natural
from webapp.ground.register.keys import Home, home_of
from webapp.ground.register.reading.names import building_key, stairwell_key
from webapp.ground.register.rules import Unit

# A stairwell by what tells it and its building apart.
Stairwells = dict[Home, Stairwell]
Changes = list[tuple[str, UUID]]


def keep_houses(
    session: Session, estate_id: UUID, units: Sequence[Unit], changes: Changes
) -> tuple[list[Building], Stairwells]:
    """Add the buildings and stairwells that are new; answer all of the estate, buildings in their order.

    Those that are there keep the names they have. `changes` gets what phones are to be told.
    """
    buildings = _buildings(session, estate_id, units, changes)
    stairwells = _stairwells(session, estate_id, buildings, units)
    for key in buildings:
        _number("places.stairwell", [one for home, one in stairwells.items() if home[0] == key], changes)
    session.flush()
    return sorted(buildings.values(), key=lambda building: building.position), stairwells


def _buildings(session: Session, estate_id: UUID, units: Iterable[Unit], changes: Changes) -> dict[str, Building]:
    stored = session.scalars(select(Building).where(Building.estate_id == estate_id))
    buildings = {building_key(building.name): building for building in stored}
    for unit in units:
        key, _ = home_of(unit)
        if key not in buildings:
            buildings[key] = Building(estate_id=estate_id, id=new_id(), name=unit.building, position=0)
            session.add(buildings[key])
    _number("places.building", buildings.values(), changes)
    session.flush()
    return buildings


def _stairwells(session: Session, estate_id: UUID, buildings: dict[str, Building], units: Iterable[Unit]) -> Stairwells:
    keys = {building.id: key for key, building in buildings.items()}
    stored = session.scalars(select(Stairwell).where(Stairwell.estate_id == estate_id))
    stairwells = {(keys[one.building_id], stairwell_key(one.name)): one for one in stored}
    for unit in units:
        home = home_of(unit)
        if home not in stairwells:
            stairwells[home] = Stairwell(
                estate_id=estate_id, id=new_id(), building_id=buildings[home[0]].id, name=unit.stairwell, position=0
            )
            session.add(stairwells[home])
    return stairwells


def _number(kind: str, houses: Iterable[Building | Stairwell], changes: Changes) -> None:
    for position, house in enumerate(sorted(houses, key=lambda one: natural(one.name)), start=1):
        if house.position != position:
            house.position = position
            changes.append((kind, house.id))
