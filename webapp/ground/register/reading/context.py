"""The building and stairwell that a sheet's name, a title or a row between the rows tells. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from webapp.ground.register.reading.names import building_key, stairwell_key
from webapp.ground.register.reading.paths import BUILDING_MARKS, ONE, STAIRWELL_MARKS
from webapp.ground.register.reading.writing import compact

_SERIES = r"[\-~至、,，]"
_BUILDING = re.compile(
    rf"(?<![0-9A-Z\-~至、,，共])第?({ONE}(?:{BUILDING_MARKS}))(?!{_SERIES}第?{ONE}(?:{BUILDING_MARKS}))"
)
_STAIRWELL = re.compile(
    rf"(?<![0-9~至、,，共])第?({ONE}(?:{STAIRWELL_MARKS}))(?!{_SERIES}第?{ONE}(?:{STAIRWELL_MARKS}))"
)
_ALONE = re.compile(r"0*([0-9]{1,2})#?|([A-Z])")
_PAIR = re.compile(r"([0-9]{1,2}|[A-Z])#?[-_.]([0-9]{1,2})(?:单元)?")
_LABELLED = re.compile(r"(?:楼栋|楼号|栋号|楼宇|幢号)[:：]([0-9A-Z]{1,3})(?![0-9A-Z栋幢座#号])")
_LABELLED_STAIRWELL = re.compile(r"单元号?[:：]([0-9A-Z]{1,2})(?![0-9A-Z单])")


@dataclass(frozen=True, slots=True)
class House:
    """A building and a stairwell; '' where nothing tells, None where two things tell differently."""

    building: str | None = ""
    stairwell: str | None = ""

    def within(self, outer: "House") -> "House":
        """Answer what this and what stands around it tell together."""
        return House(
            _agreed(self.building, outer.building, building_key),
            _agreed(self.stairwell, outer.stairwell, stairwell_key),
        )


def house_told(text: str) -> House:
    """Answer what a title tells; nothing when it names several buildings."""
    word = compact(text)
    rest = _LABELLED_STAIRWELL.sub(" ", _LABELLED.sub(" ", word))
    buildings = {*_LABELLED.findall(word), *_BUILDING.findall(rest)}
    stairwells = {*_LABELLED_STAIRWELL.findall(word), *_STAIRWELL.findall(rest)}
    return House("".join(buildings) if len(buildings) == 1 else "", "".join(stairwells) if len(stairwells) == 1 else "")


def house_of_sheet(name: str) -> House:
    """Answer what a sheet's name tells: 3栋, 3#, 3, A, 3-2. Sheet3 tells nothing."""
    word = compact(name)
    if pair := _PAIR.fullmatch(word):
        return House(pair[1], pair[2])
    if alone := _ALONE.fullmatch(word):
        return House(alone[1] or alone[2])
    return house_told(name)


def _agreed(inner: str | None, outer: str | None, key: Callable[[str], str]) -> str | None:
    if inner is None or outer is None:
        return None
    if not inner or not outer:
        return inner or outer
    return inner if key(inner) == key(outer) else None
