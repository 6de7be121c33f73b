"""What the estate knows when a batch of sheets, signatures, slips or fault reports comes in. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import Item
from webapp.domains.checks.rules.sheets import Sheet
from webapp.ground.people.departments.rules import Department, DepartmentKind
from webapp.ground.people.rules import also_acts_as

MANAGERS = frozenset({Role.MANAGER, Role.OFFICE_MANAGER})


@dataclass(frozen=True, slots=True)
class Facts:
    """What deciding needs.

    settings  by item: those in force for it
    sheets    of the departments that the batch concerns, by id
    reported  lines that stand in a fault report
    names     of those whom the lines name
    hashes    by item: what the receipts keep of the items that signatures name
    patrols   by item: what patrols found on the sheet's day, JSON values; of daily sheets that are signed
    """

    zone: str
    departments: Sequence[Department] = ()
    settings: Mapping[UUID, Mapping[str, Any]] = field(default_factory=dict)
    sheets: Mapping[UUID, Sheet] = field(default_factory=dict)
    reported: frozenset[UUID] = frozenset()
    names: Mapping[UUID, str] = field(default_factory=dict)
    hashes: Mapping[UUID, str] = field(default_factory=dict)
    patrols: Mapping[UUID, Any] = field(default_factory=dict)

    def manages(self, item: Item) -> bool:
        """Say whether a person acts as a manager."""
        role = Role(item.role)
        return bool(MANAGERS & ({role} | also_acts_as(role, self.settings[item.id])))

    def supervises(self, item: Item, dept: DepartmentKind) -> bool:
        """Say whether a person supervises a department: an overseer, or who heads it."""
        heads = any(one.kind is dept and one.head_id == item.by for one in self.departments)
        return item.role in OVERSEERS or heads

    def of_department(self, dept: DepartmentKind) -> list[Sheet]:
        """Answer the department's sheets."""
        return [sheet for sheet in self.sheets.values() if sheet.dept is dept]
