"""The machine of a renovation as data (`renovation.md` 4): event, from where, who may, under which guards, to where.

`number` is that of the book's table; what the book leaves to the work within a state has 0. The phone has the same
table: `tests/examples/rules/renovation_transitions.json`. Pure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.core.actor import OVERSEERS, Role
from webapp.domains.renovation.rules.states import (
    BEFORE_PERMIT,
    CENTRE,
    ON_SITE,
    OPEN,
    SITE,
    STEWARDS,
    WORKING,
    CaseState,
)

S = CaseState
TIMER = "timer"
ARCHIVIST = "archivist"

_ENGINEER = (Role.ENGINEER,)
_FINANCE = (Role.FINANCE,)
_INSPECTION = (*CENTRE, Role.ENGINEER)
_VERIFIERS = (*STEWARDS, Role.ENGINEER, Role.RENOVATION_INSPECTOR)
_GATE = (*CENTRE, Role.GUARD)


@dataclass(frozen=True, slots=True)
class Move:
    """One line of the machine; `to` is None where the state stays. Guards are asked in their order."""

    number: int
    event: str
    sources: Sequence[CaseState | None]
    who: Sequence[str]
    guards: Sequence[str] = ()
    to: CaseState | None = None


MACHINE = (
    # The application.
    Move(0, "apply", (None,), CENTRE, ("unit_known", "unit_free", "in_charge_named"), S.DRAFT),
    Move(0, "amend", (S.DRAFT, S.SUBMITTED, S.INCOMPLETE, S.RETURNED), CENTRE, ("same_unit", "in_charge_named")),
    Move(0, "paper", OPEN, CENTRE),
    Move(0, "sign", BEFORE_PERMIT, CENTRE, ("party_signs",)),
    Move(1, "submit", (S.DRAFT,), CENTRE, ("in_charge_named", "both_present"), S.SUBMITTED),
    Move(2, "incomplete", (S.SUBMITTED,), CENTRE, ("something_missing",), S.INCOMPLETE),
    Move(3, "resubmit", (S.INCOMPLETE,), CENTRE, (), S.SUBMITTED),
    Move(4, "forward", (S.SUBMITTED,), CENTRE, ("nothing_missing",), S.IN_REVIEW),
    Move(5, "approve", (S.IN_REVIEW,), _ENGINEER, (), S.APPROVED),
    Move(6, "return", (S.IN_REVIEW,), _ENGINEER, (), S.RETURNED),
    Move(7, "resubmit", (S.RETURNED,), CENTRE, ("papers_changed",), S.IN_REVIEW),
    Move(8, "review_late", (S.IN_REVIEW,), (TIMER,)),
    # Money, permit and passes.
    Move(0, "joint_check", BEFORE_PERMIT, STEWARDS, ("check_whole", "owner_and_steward_sign")),
    Move(9, "pay", (S.APPROVED,), _FINANCE, ("all_lines_paid",), S.PAID),
    Move(0, "pay", WORKING, _FINANCE, ("pass_lines_paid",)),
    Move(
        0, "pass", (S.PAID,), CENTRE, ("pass_new", "joint_check_done", "worker_listed", "worker_whole", "one_pass_each")
    ),
    Move(
        0,
        "pass",
        WORKING,
        CENTRE,
        ("pass_new", "worker_listed", "worker_whole", "one_pass_each", "pass_paid", "asked_by_one_in_charge"),
    ),
    Move(0, "add_worker", WORKING, CENTRE, ("asked_by_one_in_charge", "worker_new", "worker_added_whole")),
    Move(10, "permit", (S.PAID,), CENTRE, ("joint_check_done", "passes_for_all", "permit_not_too_long"), S.PERMITTED),
    Move(11, "start", (S.PERMITTED,), _GATE, ("pass_valid",), S.IN_PROGRESS),
    Move(0, "pass_return", (S.PAID, *ON_SITE), _GATE, ("pass_out_or_lost",)),
    Move(0, "pass_lost", (S.PAID, *ON_SITE), CENTRE, ("pass_out",)),
    Move(0, "pass_revoke", (S.PAID, *ON_SITE), CENTRE, ("pass_good",)),
    # Work runs.
    Move(12, "notice", (S.IN_PROGRESS,), SITE, ("stopped_first", "notice_whole", "notice_served")),
    Move(0, "notice", (S.RECTIFYING,), SITE, ("notice_whole", "notice_served")),
    Move(0, "notice_fixed", OPEN, CENTRE, ("notice_open",)),
    Move(0, "notice_verify", OPEN, _VERIFIERS, ("notice_not_verified", "new_due_when_failed")),
    Move(0, "notice_escalate", OPEN, OVERSEERS, ("notice_overdue_or_refused",)),
    Move(13, "plan_change", (S.IN_PROGRESS,), CENTRE, ("request_new", "owner_and_in_charge_sign")),
    Move(13, "decide_plan_change", (S.IN_PROGRESS,), (Role.RENOVATION_INSPECTOR,), ("requested", "refusal_reasoned")),
    Move(
        14,
        "extension",
        (S.IN_PROGRESS,),
        CENTRE,
        ("request_new", "in_time", "extension_not_too_long", "asked_by_customer"),
    ),
    Move(14, "decide_extension", (S.IN_PROGRESS,), OVERSEERS, ("requested", "refusal_reasoned")),
    Move(15, "overdue", WORKING, (TIMER,)),
    Move(0, "overnight", (S.IN_PROGRESS,), CENTRE, ("request_new", "nights_in_order", "two_persons_at_most")),
    Move(0, "decide_overnight", (S.IN_PROGRESS,), OVERSEERS, ("requested", "refusal_reasoned")),
    Move(0, "hot_work", (S.IN_PROGRESS,), CENTRE, ("request_new", "within_one_day", "extinguisher_there")),
    Move(0, "decide_hot_work", (S.IN_PROGRESS,), _ENGINEER, ("requested", "refusal_reasoned")),
    Move(0, "tools", ON_SITE, CENTRE, ("request_new",)),
    Move(0, "release", ON_SITE, _GATE, ("tools_named",)),
    # The end.
    Move(16, "complete", (S.IN_PROGRESS,), CENTRE, ("no_notice_open", "agent_mandated"), S.COMPLETION_REPORTED),
    Move(
        17,
        "accept_passed",
        (S.COMPLETION_REPORTED,),
        _INSPECTION,
        ("engineer_and_steward_sign", "no_item_abnormal", "passes_accounted"),
        S.OBSERVATION,
    ),
    Move(
        18,
        "accept_failed",
        (S.COMPLETION_REPORTED,),
        _INSPECTION,
        ("engineer_and_steward_sign", "notice_given", "notice_whole", "notice_served"),
        S.RECTIFYING,
    ),
    Move(19, "reinspect_passed", (S.RECTIFYING,), _ENGINEER, ("no_notice_open", "passes_accounted"), S.OBSERVATION),
    Move(20, "reinspect_failed", (S.RECTIFYING,), _ENGINEER, ("new_due",), S.RECTIFYING),
    Move(21, "day_30", (S.OBSERVATION,), (TIMER,), (), S.RECHECK_DUE),
    Move(
        22,
        "recheck_clean",
        (S.RECHECK_DUE,),
        _INSPECTION,
        ("engineer_and_steward_sign", "no_notice_open", "no_fault_seen"),
        S.REFUND_DUE,
    ),
    Move(
        23,
        "recheck_not_clean",
        (S.RECHECK_DUE,),
        _INSPECTION,
        ("engineer_and_steward_sign", "notice_given", "notice_whole", "notice_served"),
        S.RECTIFYING,
    ),
    Move(24, "refund", (S.REFUND_DUE,), _FINANCE, ("rechecked", "refund_right"), S.CLOSED),
    Move(25, "file", (S.CLOSED,), (*OVERSEERS, ARCHIVIST), ("not_filed",)),
    Move(26, "withdraw", BEFORE_PERMIT, CENTRE, ("deposit_returned",), S.CANCELLED),
)


def moves(event: str) -> Iterator[Move]:
    """Answer the lines of an event."""
    return (move for move in MACHINE if move.event == event)


def move_from(event: str, state: CaseState | None) -> Move | None:
    """Answer the line by which an event leads on from a state; None where it cannot happen."""
    return next((move for move in moves(event) if state in move.sources), None)
