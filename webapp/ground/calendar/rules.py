"""Days and local times of an estate, free of database and web. A day belongs to the estate's zone, a moment to none.

Working days are Monday to Friday, holidays out, make-up days (调休上班日) in (`domain/README.md` 4).
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

SATURDAY = 5
# A year that nobody has entered is told of so long before it begins.
ASKED_AHEAD = timedelta(days=60)


def departures(national: Mapping[str, bool], own: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Answer the estate's `holidays` and `make_up_days`, ISO dates in order: the public calendar under its own word.

    national  ISO day -> worked
    own       [{day, worked, …}], what the estate declared; it wins
    """
    worked = {**national, **{one["day"]: one["worked"] for one in own}}
    return {
        "holidays": sorted(day for day, is_worked in worked.items() if not is_worked),
        "make_up_days": sorted(day for day, is_worked in worked.items() if is_worked),
    }


def unknown_year(today: date, known_until: int) -> int | None:
    """Answer the year, begun or near, of which no public holidays are known; only the week is counted there."""
    year = max(known_until + 1, today.year)
    return year if year <= (today + ASKED_AHEAD).year else None


def is_working_day(day: date, holidays: Collection[str], make_up_days: Collection[str]) -> bool:
    """Say whether `day` is worked. The lists hold ISO dates; a day in both is worked."""
    if day.isoformat() in make_up_days:
        return True
    return day.weekday() < SATURDAY and day.isoformat() not in holidays


def working_day_after(day: date, count: int, holidays: Collection[str], make_up_days: Collection[str]) -> date:
    """Answer the `count`-th working day after `day`; `day` itself is day 0, whether worked or not."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day, holidays, make_up_days)
    return day


def day_of(moment: datetime, zone: str) -> date:
    """Answer the estate's day at an aware moment."""
    return moment.astimezone(ZoneInfo(zone)).date()


def moment_at(day: date, clock: str, zone: str) -> datetime:
    """Answer the moment, UTC, when the estate's clocks show `clock` ("09:00") on `day`.

    A time that the zone's clocks show twice means the first; one that they skip means the same distance after midnight.
    """
    return datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone)).astimezone(UTC)


def end_of(day: date, zone: str) -> datetime:
    """Answer the last second of `day`, UTC: a limit of days ends 23:59:59 (`domain/README.md` 4)."""
    return moment_at(day, "23:59:59", zone)


def next_working_day_end(
    moment: datetime, zone: str, holidays: Collection[str], make_up_days: Collection[str]
) -> datetime:
    """Answer the end, UTC, of the first working day after the estate's day of `moment` (PAT-R06)."""
    return end_of(working_day_after(day_of(moment, zone), 1, holidays, make_up_days), zone)
