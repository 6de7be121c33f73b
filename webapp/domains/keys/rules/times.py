"""When a loan is due, overdue, chased and taken higher, and when custody ends (`keys.md` 4.3, 7; C-13). Pure."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from webapp.domains.keys.rules.states import LoanState

# `keys.md` 4.3: on which day of the chase it goes higher.
SUPERVISOR_FROM, MANAGER_FROM = timedelta(days=2), timedelta(days=7)
WEEK = timedelta(days=7)
# What somebody does for both sides must be looked at within so long.
COUNTERSIGN_WITHIN = timedelta(hours=24)


def chase_from(lent_at: datetime, due_at: datetime, settings: Mapping[str, Any]) -> datetime:
    """Answer from when a loan is chased, by the estate's `chase_basis` (C-13)."""
    wait = timedelta(days=settings["chase_after_days"])
    match settings["chase_basis"]:
        case "due":
            return due_at + wait
        case "loan":
            return lent_at + wait
        case _:
            return max(due_at, lent_at + wait)


def state_at(state: LoanState, due_at: datetime, chased: datetime | None, now: datetime) -> LoanState:
    """Answer where a loan stands at a moment: an open one is overdue, then chased, as time passes."""
    if state is not LoanState.OPEN or now <= due_at:
        return state
    return LoanState.CHASING if chased and now >= chased else LoanState.OVERDUE


def chasing_since(due_at: datetime, chased: datetime) -> datetime:
    """Answer since when an open loan is chased: never before it is overdue."""
    return max(due_at, chased)


def with_whom(due_at: datetime, chased: datetime | None, now: datetime) -> str | None:
    """Answer the role with which the chase of an open loan stands; None while it is the keeper's own."""
    if chased is None:
        return None
    lasted = now - chasing_since(due_at, chased)
    if lasted >= MANAGER_FROM:
        return "manager"
    return "supervisor" if lasted >= SUPERVISOR_FROM else None


def is_long(lent_at: datetime, due_at: datetime, settings: Mapping[str, Any]) -> bool:
    """Say whether a planned period needs an overseer's consent."""
    return due_at - lent_at > timedelta(days=settings["max_loan_days_without_consent"])


def has_expired(until: date | None, today: date) -> bool:
    """Say whether custody has ended: `until` is its last day."""
    return until is not None and until < today


def custody_notices(until: date, days_before: int) -> Iterator[date]:
    """Answer on which days the owner is told: ahead, on the day, then every week."""
    yield until - timedelta(days=days_before)
    while True:
        yield until
        until += WEEK


def custody_notice(until: date, days_before: int, today: date) -> date | None:
    """Answer the newest day, today at the latest, on which the owner was to be told; None before the first."""
    newest = None
    for day in custody_notices(until, days_before):
        if day > today:
            break
        newest = day
    return newest


# The review of a month falls into its last days; it is asked for until it is a week late.
REVIEW_DAYS = 3


def month_to_review(today: date) -> str | None:
    """Answer the month whose loans are to be reviewed by now: this one at its end, the last at its beginning."""
    if (today + timedelta(days=REVIEW_DAYS)).month != today.month:
        return f"{today:%Y-%m}"
    return f"{today.replace(day=1) - timedelta(days=1):%Y-%m}" if today.day <= WEEK.days else None
