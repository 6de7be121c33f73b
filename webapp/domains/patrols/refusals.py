"""Why a plan may not be set."""

from webapp.core.errors import DomainError


class PlanTooFew(DomainError):
    """More rounds are asked for than there are windows to walk them in."""

    code = "patrols.plan_too_few_windows"


class PlanInPast(DomainError):
    """A plan may not change rounds of days that are over: visits were judged by the old one."""

    code = "patrols.plan_in_past"
