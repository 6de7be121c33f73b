"""The status board (装修动态表): what a cell shows, and when it is red (renovation_board.json). Pure."""

from datetime import date, timedelta
from typing import Literal

from webapp.domains.renovation.rules.limits import is_overdue
from webapp.domains.renovation.rules.standing import Case
from webapp.domains.renovation.rules.states import BEFORE_PERMIT, CaseState
from webapp.ground.calendar.rules import day_of

Cell = Literal["none", "applied", "permitted", "in_progress", "overdue", "acceptance", "observation"]
_ACCEPTANCE = (CaseState.COMPLETION_REPORTED, CaseState.RECTIFYING)
_OBSERVATION = (CaseState.OBSERVATION, CaseState.RECHECK_DUE, CaseState.REFUND_DUE)


def cell_of(case: Case, today: date) -> Cell:
    """Answer what the board shows of a renovation."""
    if case.state in BEFORE_PERMIT:
        return "applied"
    if is_overdue(case, today):
        return "overdue"
    if case.state in _ACCEPTANCE:
        return "acceptance"
    if case.state in _OBSERVATION:
        return "observation"
    if case.state is CaseState.PERMITTED:
        return "permitted"
    return "in_progress" if case.state is CaseState.IN_PROGRESS else "none"


def day_number(case: Case, today: date) -> int | None:
    """Answer which day of the permit it is; None before it begins."""
    if case.permit_from is None or today < case.permit_from:
        return None
    return (today - case.permit_from).days + 1


def is_unvisited(case: Case, last_visited: date | None, today: date, zone: str) -> bool:
    """Say whether nobody was at a running site yesterday, nor has been since (REN-R18)."""
    if case.state is not CaseState.IN_PROGRESS or case.started_at is None:
        return False
    yesterday = today - timedelta(days=1)
    ran = day_of(case.started_at, zone) <= yesterday
    return ran and (last_visited is None or last_visited < yesterday)


def is_red(case: Case, last_visited: date | None, today: date, zone: str) -> bool:
    """Say whether the supervisor has to look: not visited yesterday, or past its permit."""
    return is_overdue(case, today) or is_unvisited(case, last_visited, today, zone)
