"""What a unit and a place may be, and what people call them."""

import enum
from collections import Counter
from collections.abc import Collection


class UnitStatus(enum.StrEnum):
    """What a unit is to the centre (`vacancy.md` 1). 装修中 is a flag beside it."""

    VACANT_UNSOLD = "vacant_unsold"
    SOLD_NOT_MOVED_IN = "sold_not_moved_in"
    DEEMED_MOVED_IN = "deemed_moved_in"
    IDLE = "idle"
    OCCUPIED_OWNER = "occupied_owner"
    OCCUPIED_TENANT = "occupied_tenant"
    LET_VACANT = "let_vacant"


class StatusSource(enum.StrEnum):
    """Where a unit's status comes from: the office's register, somebody's hand, or time that ran out (视为入住)."""

    REGISTER = "register"
    HAND = "hand"
    DEEMED = "deemed"


class PlaceType(enum.StrEnum):
    """What stands at a place; it picks the checklist (`patrol.md` 3)."""

    STAIRWELL = "stairwell"
    ROOF_ESCAPE = "roof_escape"
    LIFT = "lift"
    LOBBY_CORRIDOR = "lobby_corridor"
    UTILITIES_OUTDOOR = "utilities_outdoor"
    RECREATION = "recreation"
    ROADS_SQUARES = "roads_squares"
    PARKING = "parking"
    SURROUNDINGS = "surroundings"
    METERS = "meters"
    SERVICE_WATCH = "service_watch"


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """Answer a sort key in which numbers count as numbers."""
    digits = "".join(character if character.isdecimal() else " " for character in name).split()
    return (*((int(number), "") for number in digits), (0, name))


def taken_names(names: Collection[str], there: Collection[str]) -> list[str]:
    """Answer those of the names that are there already or come twice, each once, in their order."""
    counts = Counter(names)
    return [name for name, count in counts.items() if count > 1 or name in there]


# The route of what lies outside the buildings (外围).
OUTDOOR_ROUTE = "外围"

# What is walked inside a building; all else is walked outside.
INSIDE = frozenset(
    {PlaceType.STAIRWELL, PlaceType.ROOF_ESCAPE, PlaceType.LIFT, PlaceType.LOBBY_CORRIDOR, PlaceType.METERS}
)


def stairwell_place_name(building: str, stairwell: str, floor: int) -> str:
    """Answer what people call a floor of a stairwell: 3 栋 2 单元 9 层 楼梯间."""
    return f"{building} {stairwell} {_floor(floor)} 楼梯间"


def corridor_name(building: str, stairwell: str, floor: int) -> str:
    """Answer what people call a corridor: 3 栋 2 单元 9 层 走廊."""
    return f"{building} {stairwell} {_floor(floor)} 走廊"


def lobby_name(building: str, stairwell: str) -> str:
    """Answer what people call the hall at the entrance: 3 栋 2 单元 1 层 大堂."""
    return f"{building} {stairwell} {_floor(1)} 大堂"


def garage_name(building: str, floor: int) -> str:
    """Answer what people call a garage below a building, whose `floor` is negative: 3 栋 地下 1 层 车库."""
    return f"{building} 地下 {-floor} 层 车库"


def building_route_name(building: str) -> str:
    """Answer what people call the round inside a building: 3 栋楼内."""
    return f"{building}楼内"


def _floor(floor: int) -> str:
    return f"{floor} 层" if floor > 0 else f"负 {-floor} 层"
