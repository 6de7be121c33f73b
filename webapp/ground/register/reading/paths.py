"""A whole way to a unit in one cell: 3-2-1501, 3栋2单元1501, 3#-2-1501, 3幢二单元1501室, A座1501. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from webapp.ground.register.reading.floors import floor_said
from webapp.ground.register.reading.writing import NUMERALS, compact, in_digits

_PHASE_MARK = "期|组团|区|苑|园|里|弄|小区"
BUILDING_MARKS = "#号楼|号楼|#楼|号栋|#栋|号幢|#幢|栋楼|栋|幢|座|号院|#(?![楼号栋幢])"
STAIRWELL_MARKS = "号单元|单元|门洞|门|梯"
ONE = rf"(?:[A-Z]{{0,2}}[0-9]{{1,3}}[A-Z]?|[A-Z]{{1,2}}|[{NUMERALS}]+|[甲乙丙丁东南西北中]{{1,2}})"
_AFTER_MARK = re.compile(f"({_PHASE_MARK}|{BUILDING_MARKS}|{STAIRWELL_MARKS}|层|楼|号(?![楼栋幢院]))(?!$)")
_SEPARATOR = re.compile(r"[-—–−－_~/\\.·、,，|>]+")
_OPEN_END = re.compile(r"[-—–−－_~/]\s*$")
_BUILDING = re.compile(f"(.*?)第?({ONE}(?:{BUILDING_MARKS}|楼|号))")
_HOUSE = re.compile(f"(.*?)第?({ONE}[栋幢])")
_STAIRWELL = re.compile(f"第?({ONE}(?:{STAIRWELL_MARKS}))")
_STAIRWELL_LIKE = re.compile(f"({ONE}座)")
_FLOOR = re.compile(r".+(?:层|楼)|[0-9]{1,2}F")
_BARE = re.compile(r"[0-9]{1,3}|[A-Z][0-9]{0,2}|[0-9]{1,2}[A-Z]")
_NUMBER = re.compile(
    rf"(负?[A-Z]{{0,3}}[0-9]{{1,5}}[A-Z]{{0,2}}|[0-9]{{1,2}}[A-Z][0-9]{{0,2}}|[{NUMERALS}]{{3,5}})(?:号房|室|房|户|号)?"
    r"|([A-Z])(?:室|房|座)?"
)


@dataclass(frozen=True, slots=True)
class RoomPath:
    """The parts of the way; '' where it does not say."""

    phase: str = ""
    building: str = ""
    stairwell: str = ""
    floor: str = ""
    number: str = ""


@lru_cache(maxsize=100_000)
def room_path(text: str, building_known: bool = False) -> RoomPath | None:
    """Answer the parts, or None when it is unclear.

    Of 2-1501 the first is a stairwell where the building is known; 3-2- has no number.
    """
    steps = _steps(text)
    if steps and _OPEN_END.search(text):
        said = _said({}, steps, building_known)
        return RoomPath(**said) if said else None  # 3-2-: the house is told, the door is not
    number = _NUMBER.fullmatch(steps[-1]) if steps else None
    if number is None or len(steps) > 6:
        return None
    said = _said({}, steps[:-1], building_known)
    return None if said is None else RoomPath(**said, number=in_digits(number[1] or number[2]))


@lru_cache(maxsize=10_000)
def house_path(text: str) -> RoomPath | None:
    """Answer building and stairwell of 3栋2单元 or 3-2; None when the text says something else."""
    said = _said({}, _steps(text), building_known=False)
    return RoomPath(**said) if said and "building" in said and "floor" not in said else None


def _steps(text: str) -> list[str]:
    marked = _AFTER_MARK.sub(r"\1-", compact(text))
    return [step for step in _SEPARATOR.split(marked) if step]


def _said(said: dict[str, str], steps: list[str], building_known: bool) -> dict[str, str] | None:
    for step in steps:
        told = _marked(step, said) or _bare(step, said, building_known)
        if told is None:
            return None
        said |= told
    return said


def _marked(step: str, said: dict[str, str]) -> dict[str, str] | None:
    if "stairwell" not in said and (stairwell := _STAIRWELL.fullmatch(step)):
        return {"stairwell": stairwell[1]}
    if "building" in said:
        house = _HOUSE.fullmatch(step)
        if house and said["building"].endswith("号") and "stairwell" not in said:  # 88号 of a road, not a building
            return {"phase": said.get("phase", "") + said["building"] + house[1], "building": house[2]}
        if "stairwell" not in said and (stairwell := _STAIRWELL_LIKE.fullmatch(step)):
            return {"stairwell": stairwell[1]}
        return {"floor": step} if _FLOOR.fullmatch(step) and floor_said(step) else None
    if re.fullmatch(f".+(?:{_PHASE_MARK})", step):
        return {"phase": said.get("phase", "") + step}
    if "stairwell" not in said and (building := _BUILDING.fullmatch(step)):
        return {"building": building[2], **({"phase": said.get("phase", "") + building[1]} if building[1] else {})}
    return None


def _bare(step: str, said: dict[str, str], building_known: bool) -> dict[str, str] | None:
    if not _BARE.fullmatch(step):
        return None
    for name in ("building", "stairwell", "floor"):
        if name in said or (name == "building" and (building_known or "stairwell" in said)):
            continue
        if name == "floor" and not floor_said(step):
            return None
        is_door = name == "stairwell" and (len(step) > 2 or "floor" in said)
        return None if is_door else {name: step}
    return None
