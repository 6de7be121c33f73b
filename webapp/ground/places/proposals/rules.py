"""Which places the houses of a register let expect, besides those that are there."""

import enum
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from webapp.ground.places.routes.rules import LOBBY_FLOOR
from webapp.ground.places.rules import PlaceType, corridor_name, garage_name, lobby_name, stairwell_place_name

# From seven floors on a residential building has a lift; lower ones may have had one added.
LIFT_ABOVE = 6


class Expected(enum.StrEnum):
    """What is expected where; it begins the key of a proposal."""

    ROOF = "roof"
    STAIRWELL = "stairwell"
    CORRIDOR = "corridor"
    METERS = "meters"
    LIFT = "lift"
    LOBBY = "lobby"
    GARAGE = "garage"


@dataclass(frozen=True, slots=True)
class House:
    """A stairwell with the floors on which the register has units; in the order in which people count houses."""

    building_id: UUID
    building: str
    stairwell_id: UUID
    stairwell: str
    floors: frozenset[int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A place that could be made.

    key      the same as long as the house stands, whatever it is called
    default  it is there in nearly every house of this kind
    """

    expected: Expected
    type: PlaceType
    name: str
    building_id: UUID
    building: str
    stairwell_id: UUID | None
    stairwell: str | None
    floor: int | None
    default: bool

    @property
    def key(self) -> str:
        """Answer what tells proposals of an estate apart."""
        floor = "" if self.floor is None else f":{self.floor}"
        return f"{self.expected}:{self.stairwell_id or self.building_id}{floor}"

    @property
    def spot(self) -> "Spot":
        """Answer where it would lie."""
        return spot_of(self.type, self.building_id, self.stairwell_id, self.floor)


# What lies where: two places of a type never lie at one spot.
Spot = tuple[PlaceType, UUID | None, int | None]

_BY_FLOOR = (PlaceType.STAIRWELL, PlaceType.LOBBY_CORRIDOR, PlaceType.PARKING)


def spot_of(type_: PlaceType, building_id: UUID | None, stairwell_id: UUID | None, floor: int | None) -> Spot:
    """Answer where a place lies, for comparing it with what is expected."""
    return type_, stairwell_id or building_id, floor if type_ in _BY_FLOOR else None


def proposals(houses: Sequence[House], spots: Iterable[Spot], names: Iterable[str]) -> list[Proposal]:
    """Answer the places to expect that are not there: neither at their spot, under whatever name, nor by their name.

    spots, names  of the places there are, also of those switched off: somebody did not want them

    Building after building; within a stairwell from the roof down, within a building its garages last.
    """
    there, called = set(spots), set(names)
    expected = (
        one for _, group in groupby(houses, key=lambda house: house.building_id) for one in _of_building(list(group))
    )
    return [one for one in expected if one.spot not in there and one.name not in called]


def _of_building(houses: Sequence[House]) -> Iterator[Proposal]:
    for house in houses:
        yield from _of_stairwell(house)
    below = {floor for house in houses for floor in house.floors if floor < 0}
    for floor in sorted(below, reverse=True):
        first = houses[0]
        name = garage_name(first.building, floor)
        yield _proposal(first, Expected.GARAGE, PlaceType.PARKING, name, floor, whole_building=True)


def _of_stairwell(house: House) -> Iterator[Proposal]:
    called = f"{house.building} {house.stairwell}"
    top = max(house.floors, default=0)
    if top >= LOBBY_FLOOR:
        yield _proposal(house, Expected.ROOF, PlaceType.ROOF_ESCAPE, f"{called} 天台", default=top > LOBBY_FLOOR)
    for floor in sorted(house.floors, reverse=True):
        yield from _of_floor(house, floor)
    if top >= LOBBY_FLOOR:
        yield _proposal(house, Expected.METERS, PlaceType.METERS, f"{called} 水电表")
        yield _proposal(house, Expected.LIFT, PlaceType.LIFT, f"{called} 电梯", default=top > LIFT_ABOVE)
        name = lobby_name(house.building, house.stairwell)
        yield _proposal(house, Expected.LOBBY, PlaceType.LOBBY_CORRIDOR, name, LOBBY_FLOOR)


def _of_floor(house: House, floor: int) -> Iterator[Proposal]:
    name = stairwell_place_name(house.building, house.stairwell, floor)
    yield _proposal(house, Expected.STAIRWELL, PlaceType.STAIRWELL, name, floor)
    if floor > LOBBY_FLOOR:
        name = corridor_name(house.building, house.stairwell, floor)
        yield _proposal(house, Expected.CORRIDOR, PlaceType.LOBBY_CORRIDOR, name, floor, default=False)


def _proposal(
    house: House,
    expected: Expected,
    type_: PlaceType,
    name: str,
    floor: int | None = None,
    *,
    default: bool = True,
    whole_building: bool = False,
) -> Proposal:
    return Proposal(
        expected=expected,
        type=type_,
        name=name,
        building_id=house.building_id,
        building=house.building,
        stairwell_id=None if whole_building else house.stairwell_id,
        stairwell=None if whole_building else house.stairwell,
        floor=floor,
        default=default,
    )
