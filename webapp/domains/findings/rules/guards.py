"""Who may do what about a finding (`patrol.md` 7, README 3). Pure."""

from webapp.core.actor import OVERSEERS, Role
from webapp.core.domain import Item, Refused
from webapp.core.errors import NotAllowed
from webapp.domains.findings.rules.acting import ActFacts, KnownFinding
from webapp.ground.people.departments.rules import DepartmentKind, departments_of
from webapp.ground.people.rules import also_acts_as

# Who walks, and who oversees: they settle, verify, write letters and follow a smell.
WALKERS = (Role.STEWARD, *OVERSEERS)
# Who finds, who puts right, who watches: all may read every finding.
HOLDERS = (Role.STEWARD, Role.ENGINEER, Role.GUARD, Role.CLEANER, *OVERSEERS)


def acts_as(item: Item, facts: ActFacts) -> frozenset[Role]:
    """Answer the roles a person acts in: a supervisor may be the manager too, if the estate has one post for both."""
    role = Role(item.role)
    return frozenset({role}) | also_acts_as(role, facts.settings[item.id])


def walkers(item: Item, known: KnownFinding, facts: ActFacts) -> Refused | None:
    """Let stewards and overseers."""
    return None if item.role in WALKERS else Refused(NotAllowed.code)


def overseers(item: Item, known: KnownFinding, facts: ActFacts) -> Refused | None:
    """Let overseers."""
    return None if item.role in OVERSEERS else Refused(NotAllowed.code)


def managers(item: Item, known: KnownFinding, facts: ActFacts) -> Refused | None:
    """Let the manager, and who stands above."""
    allowed = acts_as(item, facts) & {Role.MANAGER, Role.OFFICE_MANAGER}
    return None if allowed else Refused(NotAllowed.code)


def menders(item: Item, known: KnownFinding, facts: ActFacts) -> Refused | None:
    """Let the department that the finding was given to; an overseer stands in for any."""
    return of_department(item, known.standing.dept, facts)


def of_department(item: Item, dept: str | None, facts: ActFacts) -> Refused | None:
    """Let who belongs to a department, and overseers."""
    if item.role in OVERSEERS or dept in departments_of(item.by, item.role, facts.departments):
        return None
    return Refused("findings.not_your_department", {"dept": dept})


def anybody(item: Item, known: KnownFinding, facts: ActFacts) -> Refused | None:
    """Let whoever is involved: the act itself says who is."""
    return None


def heads(item: Item, kind: str | None, facts: ActFacts) -> bool:
    """Say whether a person heads the department."""
    return any(one.kind == kind and one.head_id == item.by for one in facts.departments)


CUSTOMER_SERVICE = DepartmentKind.CUSTOMER_SERVICE.value
