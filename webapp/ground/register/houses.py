"""Buildings and stairwells of a register, kept in the order in which people count them."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.ids import new_id
from webapp.ground.places.models import Building, Stairwell
from webapp.ground.places.rules import natural
from webapp.ground.register.rules import Unit

# A stairwell by the names of its building and its own.
Stairwells = dict[tuple[str, str], Stairwell]
Changes = list[tuple[str, UUID]]


def keep_houses(
    session: Session, estate_id: UUID, units: Sequence[Unit], changes: Changes
) -> tuple[list[Building], Stairwells]:
    """Add the buildings and stairwells that are new; answer all of the estate, buildings in their order.

    changes  what phones are to be told is added to it
    """
    buildings = _buildings(session, estate_id, {unit.building for unit in units}, changes)
    stairwells = _stairwells(session, estate_id, buildings, {(unit.building, unit.stairwell) for unit in units})
    for building in buildings.values():
        _number("places.stairwell", [one for key, one in stairwells.items() if key[0] == building.name], changes)
    session.flush()
    return sorted(buildings.values(), key=lambda building: building.position), stairwells


def _buildings(session: Session, estate_id: UUID, names: set[str], changes: Changes) -> dict[str, Building]:
    stored = session.scalars(select(Building).where(Building.estate_id == estate_id))
    buildings = {building.name: building for building in stored}
    for name in names - buildings.keys():
        buildings[name] = Building(estate_id=estate_id, id=new_id(), name=name, position=0)
        session.add(buildings[name])
    _number("places.building", buildings.values(), changes)
    session.flush()
    return buildings


def _stairwells(
    session: Session, estate_id: UUID, buildings: dict[str, Building], names: set[tuple[str, str]]
) -> Stairwells:
    called = {building.id: building.name for building in buildings.values()}
    stored = session.scalars(select(Stairwell).where(Stairwell.estate_id == estate_id))
    stairwells = {(called[one.building_id], one.name): one for one in stored}
    for building, name in names - stairwells.keys():
        house = buildings[building]
        made = Stairwell(estate_id=estate_id, id=new_id(), building_id=house.id, name=name, position=0)
        session.add(made)
        stairwells[building, name] = made
    return stairwells


def _number(kind: str, houses: Iterable[Building | Stairwell], changes: Changes) -> None:
    for position, house in enumerate(sorted(houses, key=lambda one: natural(one.name)), start=1):
        if house.position != position:
            house.position = position
            changes.append((kind, house.id))
