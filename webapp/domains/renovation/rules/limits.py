"""Days and moments of a renovation: review, permit, observation, refund; what time alone makes of a state. Pure."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from webapp.domains.renovation.rules.standing import Case, Notice, Request
from webapp.domains.renovation.rules.states import WORKING, CaseState, NoticeState, RequestKind, RequestState
from webapp.ground.calendar.rules import day_of, end_of, working_day_after

Settings = Mapping[str, Any]


def months_after(day: date, count: int) -> date:
    """Answer the same day `count` months later, or that month's last."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def review_due(now: datetime, zone: str, settings: Settings) -> datetime:
    """Answer until when engineering decides: the end of the second working day."""
    days = settings["review_working_days"]
    return end_of(_working_day(day_of(now, zone), days, settings), zone)


def refund_due_on(day: date, settings: Settings) -> date:
    """Answer the day by which the deposit is paid back."""
    return _working_day(day, settings["refund_working_days"], settings)


def _working_day(day: date, count: int, settings: Settings) -> date:
    return working_day_after(day, count, settings["holidays"], settings["make_up_days"])


def longest_permit(start: date, settings: Settings) -> date:
    """Answer the last day for which a permit may be given."""
    return months_after(start, settings["max_duration_months"])


def longest_extension(until: date, settings: Settings) -> date:
    """Answer the last day to which a permit may be extended."""
    return months_after(until, settings["extension_max_months"])


def recheck_on(passed_on: date, settings: Settings) -> date:
    """Answer the day of the recheck (REN-R14)."""
    return passed_on + timedelta(days=settings["recheck_days"])


def state_on(case: Case, today: date) -> CaseState:
    """Answer where a renovation stands on a day: an observation is over when its days are."""
    over = case.state is CaseState.OBSERVATION and case.recheck_on is not None and today >= case.recheck_on
    return CaseState.RECHECK_DUE if over else case.state


def is_overdue(case: Case, today: date) -> bool:
    """Say whether the permit has run out while work may still go on."""
    return case.state in WORKING and case.permit_until is not None and today > case.permit_until


def is_review_late(case: Case, now: datetime) -> bool:
    """Say whether engineering should have decided."""
    return case.state is CaseState.IN_REVIEW and case.review_due is not None and now > case.review_due


def notice_state_on(notice: Notice, today: date) -> NoticeState:
    """Answer where a notice stands on a day."""
    late = notice.state is NoticeState.ISSUED and today > notice.due_on
    return NoticeState.OVERDUE if late else notice.state


def stays_on(request: Request, night: date) -> bool:
    """Say whether somebody may stay on the night that begins on a day."""
    if request.kind is not RequestKind.OVERNIGHT or request.from_on is None or request.until_on is None:
        return False
    return request.state is RequestState.APPROVED and request.from_on <= night <= request.until_on
