"""Why a plan may not be set."""

from webapp.core.errors import Conflict, DomainError


class PlanTooFew(DomainError):
    """More rounds are asked for than there are windows to walk them in."""

    code = "patrols.plan_too_few_windows"


class PlanInPast(DomainError):
    """A plan may not change rounds of today or of days that are over: they are walked and judged by the old one."""

    code = "patrols.plan_in_past"


class PlanNobodyWalks(DomainError):
    """A plan gives its rounds to people, and one of them does not walk rounds here, or there is none."""

    code = "patrols.plan_nobody_walks"


class PlanMovedOn(Conflict):
    """Somebody else has planned the route since this person read its plans."""

    code = "patrols.plan_moved_on"
