"""Whose part in an estate may be ended, and by whom. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from webapp.core.actor import Actor, Role
from webapp.ground.people.rules import RANK, also_acts_as

MANAGERS = (Role.MANAGER, Role.OFFICE_MANAGER)
MAY_END = (*MANAGERS, Role.ADMIN)


def manages(role: Role, settings: Mapping[str, Any]) -> bool:
    """Say whether the role does a manager's acts in an estate with these settings."""
    return not {role, *also_acts_as(role, settings)}.isdisjoint(MANAGERS)


def may_end(who: Actor, person_id: UUID, role: Role) -> bool:
    """Say whether `who` may end the part of a person with that role, or give it back: not the own, nor a higher one."""
    manages_here = not {who.role, *who.also}.isdisjoint(MAY_END)
    return manages_here and person_id != who.id and RANK.get(role, 0) <= RANK[who.role]


def is_last_manager(role: Role, others: Iterable[Role], settings: Mapping[str, Any]) -> bool:
    """Say whether nobody is left to manage once somebody with this role has gone; `others` are those who stay."""
    return manages(role, settings) and not any(manages(other, settings) for other in others)
