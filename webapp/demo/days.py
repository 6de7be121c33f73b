"""When the demo estate's rounds are. Today's windows lie around this moment: at any hour the day is half done."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from webapp.domains.patrols.rules.rounds import Plan, Window
from webapp.ground.calendar.rules import day_of

ZONE = "Asia/Shanghai"
ORDINARY = (Window(1, "09:00", "12:00"), Window(2, "14:00", "17:30"))

PLANNED_BEFORE = timedelta(days=14)

# Before and after this moment, in minutes: one round is over, one has just become over, one is being walked.
# After the end of a window a round can be done, late, for an hour more (`late_minutes`).
AROUND_NOW = ((-420, -280), (-210, -80), (-60, 120))


def plans(now: datetime) -> Iterator[Plan]:
    """Answer the plans of a route: the ordinary one, that of today, and the ordinary one again."""
    today = day_of(now, ZONE)
    around = windows_around(now)
    yield Plan(ORDINARY, 2, 1, today - PLANNED_BEFORE)
    yield Plan(around, len(around), len(around), today)
    yield Plan(ORDINARY, 2, 1, today + timedelta(days=1))


def windows_around(now: datetime) -> tuple[Window, ...]:
    """Answer today's windows. Early in the day the ones that would begin yesterday are left out."""
    minutes = _minutes_of_day(now)
    spans = [(minutes + start, minutes + end) for start, end in AROUND_NOW if minutes + start >= 0]
    spans = spans or [(0, minutes + AROUND_NOW[-1][1])]
    return tuple(Window(number, _clock(start), _clock(end)) for number, (start, end) in enumerate(spans, start=1))


def past_days(now: datetime, count: int) -> list[date]:
    """Answer the last `count` days, oldest first, without today."""
    today = day_of(now, ZONE)
    return [today - timedelta(days=back) for back in range(count, 0, -1)]


def _minutes_of_day(now: datetime) -> int:
    """Answer the estate's clock in minutes, to the last five."""
    local = now.astimezone(ZoneInfo(ZONE))
    return (local.hour * 60 + local.minute) // 5 * 5


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
