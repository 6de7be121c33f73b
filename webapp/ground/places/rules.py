"""What a unit and a place may be, and what people call them."""

import enum


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


def natural(name: str) -> tuple[tuple[int, str], ...]:
    """Answer a sort key in which numbers count as numbers."""
    digits = "".join(character if character.isdigit() else " " for character in name).split()
    return (*((int(number), "") for number in digits), (0, name))


def stairwell_place_name(building: str, stairwell: str, floor: int) -> str:
    """Answer what people call a floor of a stairwell: 3 栋 2 单元 9 层 楼梯间."""
    return f"{building} {stairwell} {floor if floor > 0 else f'负 {-floor}'} 层 楼梯间"


def building_route_name(building: str) -> str:
    """Answer what people call the round inside a building: 3 栋楼内."""
    return f"{building}楼内"
