"""Season and care of vacant units (`vacancy.md` 6): which tasks there are in a year, and how they stand. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from webapp.core.actor import Role
from webapp.domains.vacancy.rules.items import Features, in_summer
from webapp.domains.vacancy.rules.periods import month, period_of, quarter_of

Schedule = Literal["each_visit", "weekly", "monthly", "quarterly", "yearly", "if_needed"]
State = Literal["coming", "open", "late", "done", "missed"]
_WEEK = 7


class Window(NamedTuple):
    """When a task is done: from `first` on, due on `due`; what is done up to `last` counts, late or not.

    times  on so many days
    """

    first: date
    due: date
    last: date
    times: int = 1


@dataclass(frozen=True, slots=True)
class Task:
    """A task of care: how often, for which units, when in a year, and who sees to it."""

    id: str
    schedule: Schedule
    applies: Callable[[Features], bool]
    windows: Callable[[int, Mapping[str, Any]], Sequence[Window]]
    responsible: Role = Role.STEWARD


def _all(_features: Features) -> bool:
    return True


def _never(_year: int, _settings: Mapping[str, Any]) -> list[Window]:
    return []


def _weeks(year: int, _settings: Mapping[str, Any]) -> list[Window]:
    return [Window(first, first + timedelta(6), first + timedelta(6), 1 + in_summer(first)) for first in _mondays(year)]


def _mondays(year: int) -> Iterator[date]:
    day = period_of(date(year, 1, 1), _WEEK).first
    while day.year <= year:
        if day.year == year:
            yield day
        day += timedelta(days=_WEEK)


def _months(year: int, _settings: Mapping[str, Any]) -> list[Window]:
    return [Window(one.first, one.last, one.last) for one in _months_of(year)]


def _cleanings(year: int, settings: Mapping[str, Any]) -> list[Window]:
    times = settings["cleaning_per_month"]
    return [Window(one.first, one.first.replace(day=10), one.last, times) for one in _months_of(year)]


def _months_of(year: int) -> Iterator[Any]:
    return (month(f"{year}-{number:02}") for number in range(1, 13))


def _quarters(year: int, _settings: Mapping[str, Any]) -> list[Window]:
    quarters = (quarter_of(date(year, number, 1)) for number in (1, 4, 7, 10))
    return [Window(one.first, one.last, one.last) for one in quarters]


@dataclass(frozen=True, slots=True)
class _Yearly:
    """Once a year: from `first` on, due on `due`, late up to `last`; (month, day)."""

    first: tuple[int, int]
    due: tuple[int, int]
    last: tuple[int, int]

    def __call__(self, year: int, _settings: Mapping[str, Any]) -> list[Window]:
        return [Window(date(year, *self.first), date(year, *self.due), date(year, *self.last))]


TASKS = (
    Task("SE-01", "weekly", _all, _weeks),
    Task("SE-02", "if_needed", _all, _never),
    Task("SE-03", "yearly", lambda unit: unit.shaded, _Yearly((5, 1), (5, 31), (9, 30))),
    Task("SE-04", "each_visit", lambda unit: unit.finish == "fine", _Yearly((6, 1), (7, 15), (7, 15))),
    Task("SE-05", "yearly", lambda unit: unit.cold_region, _Yearly((11, 1), (11, 15), (12, 31))),
    Task("SE-06", "monthly", lambda unit: unit.appliances, _months),
    Task("SE-07", "monthly", _all, _cleanings, Role.CLEANER),
    Task("SE-08", "quarterly", lambda unit: unit.finish == "fine", _quarters),
    Task("SE-09", "each_visit", _all, _never),
)


def state_of(window: Window, of: int, done: int, today: date) -> State:
    """Answer how a task stands: `done` of `of` units have it."""
    if today < window.first:
        return "coming"
    if done >= of:
        return "done"
    if today <= window.due:
        return "open"
    return "late" if today <= window.last else "missed"


def is_done(window: Window, days: Sequence[date]) -> bool:
    """Say whether a task was done on as many days of its window as it asks for."""
    return len({day for day in days if window.first <= day <= window.last}) >= window.times
