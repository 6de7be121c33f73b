"""Who walks the rounds of a route by its plan (`patrol.md` 1). The phone has the same rule (`round_walkers.json`)."""

import enum
from collections.abc import Collection
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role

# Who walks rounds or watches them.
WALKERS = (Role.STEWARD, *OVERSEERS)


class Assignees(enum.StrEnum):
    """Whom a plan gives the rounds of its route to."""

    STEWARD = "steward"  # the one who is responsible for the route
    NAMED = "named"
    ANYBODY = "anybody"  # of those who walk rounds: whoever comes first


def is_given_to(person: UUID, assignees: Assignees, named: Collection[UUID], steward: UUID | None) -> bool:
    """Say whether the rounds are a person's to walk.

    named    whom the plan names; counts where it gives its rounds to named people
    steward  who is responsible for the route
    """
    if assignees is Assignees.ANYBODY:
        return True
    return person in named if assignees is Assignees.NAMED else person == steward


def given_to(assignees: Assignees, named: Collection[UUID], steward: UUID | None) -> list[UUID]:
    """Answer whose the rounds are; nobody in particular where anybody may walk them."""
    if assignees is Assignees.ANYBODY:
        return []
    return list(named) if assignees is Assignees.NAMED else [steward] if steward else []
