"""Areas and days as offices write them. Pure."""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from webapp.ground.register.reading.writing import compact, plain

# A hectare; more is a slip of the pen.
_LARGEST_AREA = Decimal(10_000)
_AREA = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,6})(\.[0-9]+)?(?:M2|M²|㎡|平方米|平方|平米|平|SQM|SQ\.M\.?)?")
# What stands in a cell that is meant to be empty.
NOTHING = frozenset({"", "-", "--", "---", "—", "——", "/", "\\", "无", "N/A", "NA", "NULL", "NONE", "#N/A"})

_DAY = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})[日号]?(?:[ T].*)?")
_COUNT = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_RUN = re.compile(r"(?:19|20)[0-9]{6}")
# Day 0 of Excel, whose year 1900 has a day too many; a count of days is believed from 1980 to 2100.
_DAY_ZERO = date(1899, 12, 30)
_FIRST, _LAST = date(1980, 1, 1), date(2100, 1, 1)


@lru_cache(maxsize=50_000)
def area_of(text: str) -> int | str | None:
    """Answer hundredths of a square metre, None for an empty cell, or the text itself when it is no area."""
    word = compact(text)
    if word in NOTHING:
        return None
    said = _AREA.fullmatch(word)
    area = Decimal(said[1].replace(",", "") + (said[2] or "")) if said else Decimal(0)
    return round(area * 100) if 0 < area < _LARGEST_AREA else text


def day_of(cell: object) -> date | None:
    """Answer the day that a cell says in any of the office's ways, None when it says none for sure."""
    if isinstance(cell, date):
        return _believed(cell)
    text = plain(cell)
    if said := _DAY.fullmatch(text.replace(" ", "")) or _DAY.fullmatch(text):
        return _made(int(said[1]), int(said[2]), int(said[3]))
    if _RUN.fullmatch(text):
        return _made(int(text[:4]), int(text[4:6]), int(text[6:]))
    return _believed(_DAY_ZERO + timedelta(days=int(text[:5]))) if _COUNT.fullmatch(text) else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return _believed(date(year, month, day))
    except ValueError:
        return None


def _believed(day: date) -> date | None:
    return day if _FIRST <= day <= _LAST else None
