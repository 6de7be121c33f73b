"""Weeks, months and halves: to which a day belongs, and when a unit is due (`vacancy.md` 4). Pure."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

# A Monday, from which blocks of days are counted: with seven days they are weeks, Monday to Sunday.
ANCHOR = date(1970, 1, 5)


class Period(NamedTuple):
    """Days from `first` to `last`, both within it."""

    first: date
    last: date

    def __contains__(self, day: object) -> bool:
        """Say whether a day lies within."""
        return isinstance(day, date) and self.first <= day <= self.last


def period_of(day: date, every_days: int) -> Period:
    """Answer the block of `every_days` days (setting `vacant_check_every_days`) in which a day lies."""
    first = day - timedelta(days=(day - ANCHOR).days % every_days)
    return Period(first, first + timedelta(days=every_days - 1))


def is_due(checked_on: Iterable[date], today: date, every_days: int, since: date | None) -> bool:
    """Say whether a unit of the regime is still to be checked: no complete check lies in today's block.

    since  the day from which it is visited without a break; one that comes back, as after a letting, is checked like a
           new one (`vacancy.md` 8), and what was checked before counts no more. The phone has the same rule
           (`tests/examples/rules/vacant_due.json`)
    """
    period = period_of(today, every_days)
    return not any(day in period and (since is None or day >= since) for day in checked_on)


def month_of(day: date) -> Period:
    """Answer the month in which a day lies."""
    return month(f"{day:%Y-%m}")


def month(name: str) -> Period:
    """Answer the month of a name, 2026-11; raises ValueError."""
    first = date.fromisoformat(f"{name}-01")
    return Period(first, _next_month(first) - timedelta(days=1))


def month_name(day: date) -> str:
    """Answer the name of a day's month, 2026-11."""
    return f"{day:%Y-%m}"


def months(first: date, last: date) -> Iterator[Period]:
    """Answer the months from that of `first` to that of `last`."""
    one = month_of(first)
    while one.first <= last:
        yield one
        one = month_of(_next_month(one.first))


def quarter_of(day: date) -> Period:
    """Answer the quarter in which a day lies."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return Period(first, _next_month(_next_month(_next_month(first))) - timedelta(days=1))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
