"""Floors, as a cell says them or as the number on the door tells. Pure."""

import re
from functools import lru_cache

from webapp.ground.register.reading.writing import compact, in_digits

HIGHEST, DEEPEST = 199, 9
_BELOW = re.compile(r"(?:负|地下第?|B|-)(?:第)?([0-9]{1,2})(?:层|楼|F)?")
_ABOVE = re.compile(r"(?:第|L|F)?([0-9]{1,3})([AB])?(?:/F|层|楼|F)?")
# 1501, 0302, 101, 1501A, 1501-1, 15-01; 15A on the door; 3A01 and 13A02 where no floor is called the fourth.
_DOOR = re.compile(r"([0-9]{1,2})(?:([AB])?[0-9]{2}(?:-?[A-Z]|-[0-9])?|-[0-9]{2}|[A-Z])")
_DOOR_BELOW = re.compile(r"(?:负|-|B)([0-9])(?:层|-)?[0-9]{2}")


@lru_cache(maxsize=10_000)
def floor_said(text: str) -> int | None:
    """Answer the floor that a cell says (15, 十二层, B1, 负一层, 3A), None when it says none."""
    word = in_digits(re.sub("FLOOR|LEVEL", "F", compact(text)))
    if below := _BELOW.fullmatch(word):
        return -int(below[1]) if 0 < int(below[1]) <= DEEPEST else None
    above = _ABOVE.fullmatch(word)
    return _above(above[1], above[2]) if above else None


@lru_cache(maxsize=100_000)
def floor_on_door(number: str) -> int | None:
    """Answer the floor that a unit's number tells: 15 of 1501, 3 of 0302, -1 of B101; None when it tells none."""
    text = in_digits(compact(number))
    if below := _DOOR_BELOW.fullmatch(text):
        return -int(below[1]) or None
    door = _DOOR.fullmatch(text)
    return _above(door[1], door[2]) if door else None


def _above(digits: str, letter: str | None) -> int | None:
    """3A is the storey after 3: houses that avoid the word four write 3A for it, 12A and 12B for 13 and 14."""
    floor = int(digits) + (" AB".index(letter) if letter else 0)
    return floor if int(digits) > 0 and floor <= HIGHEST else None
