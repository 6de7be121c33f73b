"""When a unit may be said to be something else."""

from dataclasses import dataclass
from datetime import date

from webapp.ground.places.refusals import LetNeedsConsent, LetNeedsVacant, SinceInFuture, StatusUnchanged
from webapp.ground.places.rules import UnitStatus

# VAC 1: let with the developer's consent; only what the developer still owns can be.
LET_FROM = (UnitStatus.VACANT_UNSOLD, UnitStatus.LET_VACANT)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a unit is from a day on; `since` is None where nobody said."""

    status: UnitStatus
    renovating: bool
    since: date | None


def check_change(before: Standing, after: Standing, today: date) -> None:
    """Refuse a change by hand that says nothing new or cannot be.

    A later word may name an earlier day: the office hears of a sale after it. Both stand in the history.
    Raises StatusUnchanged, SinceInFuture, LetNeedsVacant.
    """
    if after == before:
        raise StatusUnchanged()
    if after.since is not None and after.since > today:
        raise SinceInFuture(today=today.isoformat())
    if after.status is UnitStatus.LET_VACANT and before.status not in LET_FROM:
        raise LetNeedsVacant(status=before.status.value)


def check_consent(granted: bool) -> None:  # it is all that is asked
    """Refuse that a unit is let without its developer's consent (`vacancy.md` 8); raises LetNeedsConsent."""
    if not granted:
        raise LetNeedsConsent()
