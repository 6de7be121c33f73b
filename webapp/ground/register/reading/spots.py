"""Where the unit of a row lies, put together from its columns, its path and what stands around the row. Pure."""

import re
from dataclasses import dataclass, replace

from webapp.ground.register.reading.measures import NOTHING
from webapp.ground.register.reading.names import building_key, number_key, stairwell_key, unit_name
from webapp.ground.register.reading.paths import RoomPath, house_path, room_path
from webapp.ground.register.reading.rows import Line
from webapp.ground.register.reading.writing import compact
from webapp.ground.register.rules import Field

_LONGEST_NAME = 40
_NUMBER = re.compile(r"[-负]?[0-9A-Z\u4e00-\u9fff]+(?:-[0-9A-Z]{1,2})?")
_WAY_MARKS = re.compile(r"[栋幢座]|单元|号楼|#")
_SUM_OF_DAYS = re.compile(
    r"[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}-[A-Z]{3}|(?:19|20)[0-9]{2}[-/][0-9]{1,2}[-/][0-9]{1,2}.*"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a unit lies, in the office's words; `floor` '' where only the number can tell."""

    phase: str
    building: str
    stairwell: str
    floor: str
    number: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with a row: the code and the text at fault."""

    why: str
    value: str = ""


def spot_of(line: Line, *, stairwell_first: bool = False) -> Spot | Wrong:
    """Answer where the row's unit lies; `stairwell` may be ''. Or the first thing wrong with it.

    stairwell_first  2-1501 begins with a stairwell, for what stands around the row names the building
    """
    texts = {field: "" if compact(text) in NOTHING else text for field, text in line.texts.items()}
    if wrong := _turned_into_days(texts):
        return wrong
    spot = _with_path(_by_columns(texts), texts, stairwell_first)
    if isinstance(spot, Spot):
        spot = _with_house(spot, line)
    return spot if isinstance(spot, Wrong) else _checked(spot, texts)


def _turned_into_days(texts: dict[Field, str]) -> Wrong | None:
    """Programs make a day of 3-2, and nobody can tell what it was."""
    named = (Field.BUILDING, Field.STAIRWELL, Field.FLOOR, Field.NUMBER, Field.ROOM_PATH)
    said = (texts.get(field, "") for field in named)
    return next((Wrong("became_a_date", text) for text in said if _SUM_OF_DAYS.fullmatch(compact(text))), None)


def _by_columns(texts: dict[Field, str]) -> Spot:
    phase, building, stairwell = (texts.get(field, "") for field in (Field.PHASE, Field.BUILDING, Field.STAIRWELL))
    house = house_path(building) if building else None
    if house and (house.phase or (house.stairwell and not stairwell)):
        phase, building, stairwell = phase or house.phase, house.building, stairwell or house.stairwell
    whole = house_path(stairwell) if stairwell else None
    if whole and whole.stairwell and (not building or building_key(whole.building) == building_key(building)):
        building, stairwell = building or whole.building, whole.stairwell
    return Spot(phase, building, stairwell, texts.get(Field.FLOOR, ""), texts.get(Field.NUMBER, ""))


def _with_path(spot: Spot, texts: dict[Field, str], stairwell_first: bool) -> Spot | Wrong:
    """Add what a path tells, in a column of its own or as the number; both must tell the same."""
    for text in (texts.get(Field.ROOM_PATH, ""), spot.number):
        path = _path(text, spot, stairwell_first) if text else None
        if path is None:
            if text and text == texts.get(Field.ROOM_PATH) and not (spot.building and spot.number):
                return Wrong("room_path_unclear", text)
            continue
        if text == spot.number and not (path.building or path.stairwell or path.floor):
            continue
        joined = _joined(spot, path, text)
        if isinstance(joined, Wrong):
            return joined
        spot = joined
    return spot


def _path(text: str, spot: Spot, stairwell_first: bool) -> RoomPath | None:
    whole = room_path(text)
    if text == spot.number and whole and not _WAY_MARKS.search(compact(text)) and len(whole.number) < 3:
        return None  # 15-01 is a number of its own
    if whole and not spot.building and is_short(whole) and stairwell_first:
        return room_path(text, building_known=True)
    if not whole or not spot.building or not is_short(whole):
        return whole
    of_building = building_key(whole.building) == building_key(spot.building)
    if of_building and spot.stairwell and stairwell_key(whole.building) != stairwell_key(spot.stairwell):
        return whole
    return room_path(text, building_known=True)


def is_short(path: RoomPath) -> bool:
    """Answer whether the path is like 2-1501, whose first part may be a building or a stairwell."""
    return not path.stairwell and path.building.isascii() and path.building.isalnum()


def _joined(spot: Spot, path: RoomPath, text: str) -> Spot | Wrong:
    if path.building and spot.building and building_key(path.building) != building_key(spot.building):
        return Wrong("building_differs", text)
    if path.stairwell and spot.stairwell and stairwell_key(path.stairwell) != stairwell_key(spot.stairwell):
        return Wrong("stairwell_differs", text)
    own = spot.number if spot.number != text else ""
    if own and number_key(own) != number_key(path.number) and not _is_path_of(own, path):
        return Wrong("room_path_unclear", text)
    return Spot(
        spot.phase or path.phase,
        spot.building or path.building,
        spot.stairwell or path.stairwell,
        spot.floor or path.floor,
        own if own and not _is_path_of(own, path) else path.number,
    )


def _is_path_of(number: str, path: RoomPath) -> bool:
    """Answer whether the number is itself a path that ends in the same number."""
    way = room_path(number)
    return way is not None and bool(way.building or way.stairwell) and number_key(way.number) == number_key(path.number)


def _with_house(spot: Spot, line: Line) -> Spot | Wrong:
    """Add what the sheet, its title or a row above tells; a row that says otherwise is left to people."""
    building, stairwell = line.house.building, line.house.stairwell
    if building is None or (building and spot.building and building_key(building) != building_key(spot.building)):
        return Wrong("building_differs", spot.building)
    if stairwell is None or (
        stairwell and spot.stairwell and stairwell_key(stairwell) != stairwell_key(spot.stairwell)
    ):
        return Wrong("stairwell_differs", spot.stairwell)
    in_columns = line.texts.keys()
    return replace(
        spot,
        building=spot.building or ("" if Field.BUILDING in in_columns else building),
        stairwell=spot.stairwell or ("" if Field.STAIRWELL in in_columns else stairwell),
    )


def _checked(spot: Spot, texts: dict[Field, str]) -> Spot | Wrong:
    number = unit_name(spot.number)
    wrongs = (
        (building_key(spot.building) in ("", "0"), "building_missing", spot.building),
        (number_key(number) in ("", "0"), "unit_number_missing", spot.number),
        (max(map(len, (spot.building, spot.stairwell, number))) > _LONGEST_NAME, "name_too_long", spot.number),
        (not _NUMBER.fullmatch(number) or bool(_WAY_MARKS.search(number)), "room_path_unclear", spot.number),
    )
    wrong = next((Wrong(why, value) for is_wrong, why, value in wrongs if is_wrong), None)
    return wrong or replace(spot, number=number)
