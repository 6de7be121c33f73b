"""In which order a route is walked, what may stand on it, and how two hands at once are told apart."""

import enum
import hashlib
import json
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from webapp.ground.places.refusals import PlaceOff, PlaceTwice, UnknownPlace
from webapp.ground.places.rules import PlaceType, natural

# (position, name) of a building or a stairwell, as people count them.
House = tuple[int, str]

LOBBY_FLOOR = 1


class Frequency(enum.StrEnum):
    """How often a place of a route is visited (`patrol.md` 2)."""

    EVERY_ROUND = "every_round"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place as its walker sees it: where it lies. `floor` is None where it lies on no floor, or on all."""

    id: UUID
    type: PlaceType
    name: str
    building: House | None = None
    stairwell: House | None = None
    floor: int | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class RouteState:
    """All that somebody may change of a route; places that are not in `frequencies` are visited on every round."""

    name: str
    steward_id: UUID | None
    active: bool
    place_ids: tuple[UUID, ...]
    frequencies: Mapping[UUID, Frequency] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """Answer a text that is another one as soon as anything of the route is."""
        told = [self.name, str(self.steward_id), self.active, *map(str, self.place_ids)]
        told += sorted(f"{place_id}/{often}" for place_id, often in self.frequencies.items())
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]


def walking_order(stops: Iterable[Stop]) -> list[Stop]:
    """Answer the places as stewards walk them.

    By lift to the top, so the roof comes first; then down the stairs floor by floor, meters where they hang; lift and
    lobby last. Stairwell after stairwell, building after building; what lies in none comes last, by name.
    """
    return sorted(stops, key=_step)


def joined(walked: Sequence[Stop], new: Iterable[Stop]) -> list[Stop]:
    """Answer a route with `new` places on it.

    They come where they are walked, unless somebody has put the route into an order of the own: then they come last.
    """
    if list(walked) == walking_order(walked):
        return walking_order([*walked, *new])
    return [*walked, *walking_order(new)]


def check_stops(asked: Sequence[UUID], before: Collection[UUID], known: Mapping[UUID, Stop]) -> None:
    """Refuse a route with places that the estate has not, that come twice, or that were switched off.

    before  what stands on it: a place that was switched off since keeps its turn
    known   the estate's places among those asked for

    Raises UnknownPlace, PlaceTwice, PlaceOff.
    """
    seen: set[UUID] = set()
    for place_id in asked:
        if place_id not in known:
            raise UnknownPlace(place=str(place_id))
        if place_id in seen:
            raise PlaceTwice(name=known[place_id].name)
        if not known[place_id].active and place_id not in before:
            raise PlaceOff(name=known[place_id].name)
        seen.add(place_id)


def _step(stop: Stop) -> tuple[object, ...]:
    return (*_house(stop.building), *_house(stop.stairwell), *_within(stop), natural(stop.name), stop.id)


def _house(house: House | None) -> tuple[object, ...]:
    return (0, house[0], natural(house[1])) if house else (1, 0, ())


def _within(stop: Stop) -> tuple[int, float, int]:
    """Answer the turn of a place in its stairwell: stage, then from the top down, then on one floor."""
    if stop.type is PlaceType.ROOF_ESCAPE:
        return 0, 0, 0
    if stop.type is PlaceType.LIFT:
        return 2, 0, 0
    if stop.type is PlaceType.LOBBY_CORRIDOR and stop.floor in (LOBBY_FLOOR, None):
        return 3, 0, 0
    down = math.inf if stop.floor is None else -stop.floor
    on_a_floor = (PlaceType.STAIRWELL, PlaceType.LOBBY_CORRIDOR, PlaceType.METERS)
    return 1, down, on_a_floor.index(stop.type) if stop.type in on_a_floor else len(on_a_floor)
