"""The words of the machine of renovations (`renovation.md` 4): states, acts, events, who acts. Pure."""

import enum

from webapp.core.actor import OVERSEERS, Role


class CaseState(enum.StrEnum):
    """Where a renovation stands. `recheck_due` is an observation at a time; it is told, never stored."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    INCOMPLETE = "incomplete"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    APPROVED = "approved"
    PAID = "paid"
    PERMITTED = "permitted"
    IN_PROGRESS = "in_progress"
    COMPLETION_REPORTED = "completion_reported"
    RECTIFYING = "rectifying"
    OBSERVATION = "observation"
    RECHECK_DUE = "recheck_due"
    REFUND_DUE = "refund_due"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class PassState(enum.StrEnum):
    """Where a worker's pass is."""

    ISSUED = "issued"
    RETURNED = "returned"
    LOST = "lost"
    REVOKED = "revoked"


class NoticeState(enum.StrEnum):
    """Where a rectification notice stands. `overdue` is an issued one at a time; it is told, never stored."""

    ISSUED = "issued"
    REPORTED_FIXED = "reported_fixed"
    VERIFIED = "verified"
    OVERDUE = "overdue"
    ESCALATED = "escalated"


class RequestKind(enum.StrEnum):
    """What is asked for while work runs (`renovation.md` 6)."""

    PLAN_CHANGE = "plan_change"
    EXTENSION = "extension"
    OVERNIGHT = "overnight"
    HOT_WORK = "hot_work"
    TOOLS = "tools"


class RequestState(enum.StrEnum):
    """What became of it; `released`: the guard let the tools out."""

    REQUESTED = "requested"
    APPROVED = "approved"
    REFUSED = "refused"
    RELEASED = "released"


class Act(enum.StrEnum):
    """What is done about a renovation; each is a kind of item, `renovation.` before it."""

    APPLY = "apply"
    AMEND = "amend"
    PAPER = "paper"
    SIGN = "sign"
    SUBMIT = "submit"
    INCOMPLETE = "incomplete"
    RESUBMIT = "resubmit"
    FORWARD = "forward"
    APPROVE = "approve"
    RETURN = "return"
    JOINT_CHECK = "joint_check"
    PAY = "pay"
    PASS = "pass"  # noqa: S105  # nosec B105  # a paper
    ADD_WORKER = "add_worker"
    PERMIT = "permit"
    START = "start"
    PASS_RETURN = "pass_return"  # noqa: S105  # nosec B105  # a paper
    PASS_LOST = "pass_lost"  # noqa: S105  # nosec B105  # a paper
    PASS_REVOKE = "pass_revoke"  # noqa: S105  # nosec B105  # a paper
    NOTICE = "notice"
    NOTICE_FIXED = "notice_fixed"
    NOTICE_VERIFY = "notice_verify"
    NOTICE_ESCALATE = "notice_escalate"
    PLAN_CHANGE = "plan_change"
    EXTENSION = "extension"
    OVERNIGHT = "overnight"
    HOT_WORK = "hot_work"
    TOOLS = "tools"
    DECIDE = "decide"
    RELEASE = "release"
    COMPLETE = "complete"
    ACCEPT = "accept"
    REINSPECT = "reinspect"
    RECHECK = "recheck"
    REFUND = "refund"
    FILE = "file"
    WITHDRAW = "withdraw"

    @property
    def kind(self) -> str:
        """The kind of item that brings it."""
        return f"renovation.{self.value}"


# The customer-service centre.
CENTRE = (Role.STEWARD, Role.FRONT_DESK, *OVERSEERS)
STEWARDS = (Role.STEWARD, *OVERSEERS)
# Who comes to a site.
SITE = (*CENTRE, Role.ENGINEER, Role.RENOVATION_INSPECTOR, Role.GUARD)
# Who holds the cases.
HOLDERS = (*SITE, Role.FINANCE)

_S = CaseState
ALL = tuple(_S)
OVER = (_S.CLOSED, _S.CANCELLED)
# Before a permit: what may be withdrawn (transition 26).
BEFORE_PERMIT = (_S.DRAFT, _S.SUBMITTED, _S.INCOMPLETE, _S.IN_REVIEW, _S.RETURNED, _S.APPROVED, _S.PAID)
OPEN = tuple(state for state in ALL if state not in OVER)
# Work may go on, or a worker come back for what was found wrong.
WORKING = (_S.PERMITTED, _S.IN_PROGRESS)
ON_SITE = (*WORKING, _S.COMPLETION_REPORTED, _S.RECTIFYING)
