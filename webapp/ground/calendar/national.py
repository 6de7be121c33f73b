"""Public holidays of mainland China and the days worked for them (调休), as `chinesecalendar` keeps them.

The State Council announces a year in the November before it. Nothing is guessed of a year that the library does
not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from chinese_calendar.constants import Holiday, holidays, workdays

# Nobody patrolled with this software before; phones hold all that is told.
FIRST_YEAR = 2025
NEWEST_YEAR = max(holidays).year


@dataclass(frozen=True, slots=True)
class NationalDay:
    """A day that departs from the week; `name` is the holiday it belongs to (spring_festival)."""

    day: date
    worked: bool
    name: str


@cache
def national_days(until: int) -> tuple[NationalDay, ...]:
    """Answer the days off, weekends within them too, and the make-up days up to the end of the year `until`."""
    days = [NationalDay(day, False, _name(holiday)) for day, holiday in holidays.items()]
    days += [NationalDay(day, True, _name(holiday)) for day, holiday in workdays.items()]
    return tuple(sorted((one for one in days if FIRST_YEAR <= one.day.year <= until), key=lambda one: one.day))


@cache
def national_calendar(until: int) -> Mapping[str, bool]:
    """Answer the same as ISO days, each with whether it is worked."""
    return {one.day.isoformat(): one.worked for one in national_days(until)}


def _name(holiday: str) -> str:
    return str(Holiday(holiday).name)
