"""Rectification orders of a supervisor's inspection (`patrol.md` 8): a department, a day, and a recheck. Pure."""

from msgspec.structs import replace

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Item, Refused
from webapp.core.errors import NotAllowed
from webapp.domains.findings.rules.acting import ActFacts, KnownFinding, Ruling
from webapp.domains.findings.rules.bodies import Order, Verify
from webapp.domains.findings.rules.states import Act, FindingState
from webapp.domains.findings.rules.texts import says_something
from webapp.ground.calendar.rules import day_of, end_of

# 整改: the rectification notice 整改通知单 that an order opens.
NOTICE = "ZG"


def order(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Give it to a department, to be rectified by a day that is not over."""
    told: Order = item.body
    if told.due_on < day_of(item.corrected_at, facts.zone):
        return Refused("findings.due_in_past")
    standing = replace(known.standing, state=FindingState.DISPATCHED, waiting_since=None, dept=told.dept.value)
    solve_by = end_of(told.due_on, facts.zone)
    return Ruling(standing, page=(NOTICE, str(item.id)), ends="dispatch", solve_by=solve_by)


def lacks_recheck(item: Item, known: KnownFinding) -> Refused | None:
    """Answer what a recheck of something ordered lacks: it is an overseer's, and has a result in words."""
    checked: Verify = item.body
    if known.last(Act.ORDER) is None:
        return None
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    return None if says_something(checked.note) else Refused("findings.recheck_result_missing")
