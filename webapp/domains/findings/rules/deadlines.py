"""By when what must be done about a finding (`patrol.md` 7, `issues.md` 3, DL-02, DL-11, DL-12). Pure.

Minutes run day and night; days are the estate's and end at 23:59:59; the day something happens is day 0.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from webapp.domains.findings.rules.standing import Due, Standing, What
from webapp.domains.findings.rules.states import FINAL, FindingState, Priority
from webapp.ground.calendar.rules import day_of, end_of, working_day_after

URGENT_DISPATCH = timedelta(minutes=3)  # DL-02
HARD_SOLVE = timedelta(days=7)  # DL-12: a week is 7 calendar days

S = FindingState
_WAITING = frozenset({S.OPEN, S.REPORTED, S.REOPENED})
_UNSOLVED = _WAITING | {S.DISPATCHED, S.IN_REPAIR}
_UNVERIFIED = frozenset({S.FIXED, S.SOLVED_ON_SPOT})


@dataclass(frozen=True, slots=True)
class Figures:
    """By what an estate counts: its zone, its calendar, its own limits."""

    zone: str
    holidays: Collection[str]
    make_up_days: Collection[str]
    verify_working_days: int
    smell_step2_minutes: int
    smell_step3_minutes: int

    @classmethod
    def of(cls, zone: str, settings: Mapping[str, Any]) -> "Figures":
        """Answer the figures of an estate from all its settings."""
        names = ("holidays", "make_up_days", "verify_working_days", "smell_step2_minutes", "smell_step3_minutes")
        return cls(zone, *(settings[name] for name in names))


def running(
    standing: Standing, found_at: datetime, figures: Figures, solve_by: datetime | None = None
) -> tuple[Due, ...]:
    """Answer the deadlines that run for a finding as it stands, the earliest first.

    solve_by  the limit of a rectification order; it stands before the figures
    """
    found = [
        *_to_solve(standing, found_at, figures, solve_by),
        *_to_verify(standing, figures),
        *_smell(standing, found_at, figures),
    ]
    return tuple(sorted(found, key=lambda one: one.due_at))


def passed_share(since: datetime, due_at: datetime, now: datetime) -> float:
    """Answer how much of the time has passed, 1 at the deadline: from 0.8 on it is amber, beyond 1 red."""
    whole = (due_at - since).total_seconds()
    return (now - since).total_seconds() / whole if whole > 0 else 2.0


def ended(before: Standing, after: Standing, what: What | None) -> datetime | None:
    """Answer the deadline that an act ended: it was the last of what it set out to do."""
    due = next((one.due_at for one in before.due if one.what == what), None)
    return due if what not in {one.what for one in after.due} else None


def _to_solve(standing: Standing, found_at: datetime, figures: Figures, solve_by: datetime | None) -> Iterator[Due]:
    if standing.state in _WAITING and standing.waiting_since:
        since = standing.waiting_since
        urgent = standing.priority is Priority.URGENT
        due_at = since + URGENT_DISPATCH if urgent else end_of(day_of(since, figures.zone), figures.zone)
        yield Due(what="dispatch", since=since, due_at=due_at)
    if standing.state in _UNSOLVED:
        ordered = solve_by if standing.state not in _WAITING else None
        since = standing.solve_since or found_at
        day = day_of(since, figures.zone) + (HARD_SOLVE if standing.hard else timedelta(0))
        yield Due(what="solve", since=since, due_at=ordered or end_of(day, figures.zone))


def _to_verify(standing: Standing, figures: Figures) -> Iterator[Due]:
    since = standing.fixed_at
    if standing.state in _UNVERIFIED and since:
        first = day_of(since, figures.zone)
        day = working_day_after(first, figures.verify_working_days, figures.holidays, figures.make_up_days)
        yield Due(what="verify", since=since, due_at=end_of(day, figures.zone))


def _smell(standing: Standing, found_at: datetime, figures: Figures) -> Iterator[Due]:
    smell = standing.smell
    if smell is None or standing.state in FINAL:
        return
    if not smell.asked:
        limit = timedelta(minutes=figures.smell_step2_minutes)
        yield Due(what="smell_ask", since=found_at, due_at=found_at + limit)
    if not (smell.finished or smell.told):
        limit = timedelta(minutes=figures.smell_step3_minutes)
        yield Due(what="smell_tell", since=found_at, due_at=found_at + limit)
