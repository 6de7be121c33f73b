"""Reads the rows of a register together: units, or why not. What one row leaves open others may tell. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from webapp.ground.register.reading.floors import floor_on_door, floor_said
from webapp.ground.register.reading.measures import NOTHING, area_of, day_of
from webapp.ground.register.reading.names import (
    building_key,
    building_name,
    number_key,
    stairwell_key,
    stairwell_name,
)
from webapp.ground.register.reading.paths import room_path
from webapp.ground.register.reading.rows import Line
from webapp.ground.register.reading.secrets import shown
from webapp.ground.register.reading.spots import Spot, Wrong, is_short, spot_of
from webapp.ground.register.reading.states import state_of
from webapp.ground.register.reading.writing import compact
from webapp.ground.register.rules import Field, Refusal, Unit

# A building of which no row names a stairwell has one; fewer rows than this may be slips of the pen.
_SURE = 4
_ONLY_STAIRWELL = "1 单元"
_PHASE = re.compile(r"第?[0-9A-Z东南西北中一二三四五六七八九十]+(?:期|区|组团|苑|园|地块|标段)?")
_BARE_PHASE = re.compile(r"[0-9一二三四五六七八九十]+")
_WING = re.compile(r"[AC-Z][0-9]{3,4}|B[0-9]{4}")
_SHORT = re.compile(r"[0-9]{1,2}|[A-Z]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rows of a file tell together.

    towers   buildings without stairwells
    estates  names of estates that need not be said, for there is only one
    wings     letters with which numbers begin for a wing, so that B101 need not be below ground
    short    stairwells whose numbers are told apart only by the floor: 15 and 01 are 1501
    """

    towers: frozenset[str]
    estates: frozenset[str]
    wings: frozenset[str]
    short: frozenset[tuple[str, str]]


def read_lines(lines: Sequence[Line]) -> list[Unit | Refusal]:
    """Answer the unit of each row, or the first thing wrong with it; of a unit named twice the first row counts."""
    inside = _stairwells_first(lines)
    spots = [
        Wrong(line.fault[0]) if line.fault else spot_of(line, stairwell_first=_around(line) in inside) for line in lines
    ]
    facts = _facts([(line.sheet, spot) for line, spot in zip(lines, spots, strict=True) if isinstance(spot, Spot)])
    names: dict[tuple[str, ...], str] = {}
    seen: set[tuple[str, str, str]] = set()
    answer: list[Unit | Refusal] = []
    for line, spot in zip(lines, spots, strict=True):
        read = spot if isinstance(spot, Wrong) else _unit(line, spot, facts, names)
        if isinstance(read, Unit) and read.key in seen:
            read = Wrong("duplicate_unit", read.number)
        if isinstance(read, Unit):
            seen.add(read.key)
            answer.append(read)
        else:
            answer.append(Refusal(line.sheet, line.row, read.why, shown(read.value)))
    return answer


def _around(line: Line) -> tuple[str, str]:
    return line.sheet, line.house.building or ""


def _stairwells_first(lines: Sequence[Line]) -> set[tuple[str, str]]:
    """Answer the sheets and buildings in which 2-1501 begins with a stairwell: not all begin with the building."""
    firsts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in lines:
        text = line.texts.get(Field.ROOM_PATH) or line.texts.get(Field.NUMBER, "")
        path = room_path(text) if line.house.building and text else None
        if path and path.building and is_short(path):
            firsts[_around(line)].add(building_key(path.building))
    return {around for around, keys in firsts.items() if keys != {building_key(around[1])}}


def _facts(found: Sequence[tuple[str, Spot]]) -> Facts:
    spots = [spot for _, spot in found]
    phases = {spot.phase for spot in spots}
    floors: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for spot in spots:
        if spot.floor and _SHORT.fullmatch(spot.number):
            floors[_building(spot), stairwell_key(spot.stairwell), number_key(spot.number)].add(compact(spot.floor))
    return Facts(
        towers=_towers(found),
        estates=frozenset(one for one in phases if len(phases) == 1 and not _PHASE.fullmatch(compact(one))),
        wings=frozenset(spot.number[0] for spot in spots if _WING.fullmatch(spot.number)),
        short=frozenset(key[:2] for key, said in floors.items() if len(said) > 1),
    )


def _towers(found: Sequence[tuple[str, Spot]]) -> frozenset[str]:
    """Answer buildings that no row gives a stairwell: whole sheets of them, or too many rows for slips of the pen."""
    with_stairwell = {_building(spot) for _, spot in found if spot.stairwell}
    sheets = {sheet for sheet, spot in found if spot.stairwell}
    rows = Counter(_building(spot) for _, spot in found if not spot.stairwell)
    sure = {_building(spot) for sheet, spot in found if sheet not in sheets or rows[_building(spot)] >= _SURE}
    return frozenset(rows.keys() & sure - with_stairwell)


def _building(spot: Spot) -> str:
    return compact(spot.phase) + building_key(spot.building)


def _unit(line: Line, spot: Spot, facts: Facts, names: dict[tuple[str, ...], str]) -> Unit | Wrong:
    floor_text, state_text = spot.floor, line.texts.get(Field.STATUS, "")
    area = area_of(line.texts.get(Field.AREA, ""))
    state = state_of(state_text)
    if not spot.stairwell and _building(spot) not in facts.towers:
        return Wrong("stairwell_missing")
    floor = floor_said(floor_text) if floor_text else _floor_on_door(spot.number, facts)
    if floor is None:
        return Wrong("floor_not_a_number", floor_text) if floor_text else Wrong("floor_missing", spot.number)
    if isinstance(area, str):
        return Wrong("area_not_a_number", area)
    if state is None:
        return Wrong("state_missing" if compact(state_text) in NOTHING else "state_unknown", state_text)
    building = _first_written(names, ("building", _building(spot)), building_name(_phased(spot, facts)))
    stairwell = stairwell_name(spot.stairwell) if spot.stairwell else _ONLY_STAIRWELL
    stairwell = _first_written(names, ("stairwell", building, stairwell_key(stairwell)), stairwell)
    number = _on_floor(floor, spot.number) if _is_short(spot, facts) else spot.number
    return Unit(
        building,
        stairwell,
        floor,
        number,
        area,
        *state,
        received_on=day_of(line.received),
        sheet=line.sheet,
        row=line.row,
    )


def _floor_on_door(number: str, facts: Facts) -> int | None:
    if number[0] in facts.wings:
        return floor_on_door(number[1:])
    return None if facts.wings and number.startswith("B") else floor_on_door(number)


def _is_short(spot: Spot, facts: Facts) -> bool:
    return bool(_SHORT.fullmatch(spot.number)) and (_building(spot), stairwell_key(spot.stairwell)) in facts.short


def _on_floor(floor: int, number: str) -> str:
    return f"{floor if floor > 0 else f'B{-floor}'}{number.zfill(2) if number.isdigit() else number}"


def _phased(spot: Spot, facts: Facts) -> str:
    """Answer the building's name with its phase, which tells it from that of the same number in another phase."""
    if not spot.phase or spot.phase in facts.estates:
        return spot.building
    phase = f"{spot.phase}期" if _BARE_PHASE.fullmatch(compact(spot.phase)) else spot.phase
    return phase + ("" if compact(spot.building).startswith(compact(phase)) else building_name(spot.building))


def _first_written(names: dict[tuple[str, ...], str], key: tuple[str, ...], name: str) -> str:
    """Answer the name by which the file calls the house first, so that 3栋 and 3# stay one."""
    return names.setdefault(key, name)
