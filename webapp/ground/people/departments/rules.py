"""Which departments an estate has, and who belongs to which. Pure.

Every estate has the five of the trade from its first day; a row is kept only of those that somebody has changed.
"""

import enum
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from webapp.core.actor import OVERSEERS, Role
from webapp.core.ids import computed_id

DEPARTMENT = "people.department"


class DepartmentKind(enum.StrEnum):
    """What a department does; checklists and findings name it by this word."""

    ENGINEERING = "engineering"
    CLEANING = "cleaning"
    GREENING = "greening"
    SECURITY = "security"
    CUSTOMER_SERVICE = "customer_service"


# Called so until the estate calls them otherwise.
NAMES: Mapping[DepartmentKind, str] = {
    DepartmentKind.ENGINEERING: "工程部",
    DepartmentKind.CLEANING: "保洁部",
    DepartmentKind.GREENING: "绿化部",
    DepartmentKind.SECURITY: "保安部",
    DepartmentKind.CUSTOMER_SERVICE: "客服部",
}
# Where somebody belongs whom no list names.
OF_ROLE: Mapping[Role, DepartmentKind] = {
    Role.ENGINEER: DepartmentKind.ENGINEERING,
    Role.CLEANER: DepartmentKind.CLEANING,
    Role.GUARD: DepartmentKind.SECURITY,
    Role.STEWARD: DepartmentKind.CUSTOMER_SERVICE,
}
MAY_BELONG = (*OF_ROLE, *OVERSEERS)


@dataclass(frozen=True, slots=True)
class Department:
    """One department. `named` are those whom its list names; more may belong to it by their role."""

    id: UUID
    kind: DepartmentKind
    name: str
    head_id: UUID | None = None
    named: frozenset[UUID] = frozenset()

    def names(self, person_id: UUID) -> bool:
        """Say whether the list names a person, or they head the department."""
        return person_id in self.named or person_id == self.head_id


def department_id(estate_id: UUID, kind: DepartmentKind) -> UUID:
    """Answer the id of an estate's department of that kind."""
    return computed_id("department", estate_id, kind.value)


def standard(estate_id: UUID) -> list[Department]:
    """Answer the departments as every estate begins with them."""
    return [Department(department_id(estate_id, kind), kind, name) for kind, name in NAMES.items()]


def told(estate_id: UUID) -> list[tuple[str, UUID]]:
    """Answer what phones fetch again when somebody's department may have changed."""
    return [(DEPARTMENT, one.id) for one in standard(estate_id)]


def departments_of(person_id: UUID, role: str, departments: Iterable[Department]) -> frozenset[DepartmentKind]:
    """Answer where a person belongs: to the departments that name them, else to that of their role."""
    named = frozenset(one.kind for one in departments if one.names(person_id))
    by_role = OF_ROLE.get(Role(role))
    return named or frozenset({by_role} if by_role else ())


def members(kind: DepartmentKind, staff: Mapping[UUID, Role], departments: Sequence[Department]) -> list[UUID]:
    """Answer who of the staff belongs to a department, in the order of ids."""
    return sorted(id_ for id_, role in staff.items() if kind in departments_of(id_, role, departments))
