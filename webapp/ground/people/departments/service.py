"""What is done to departments."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.core.errors import DomainError, NotFound
from webapp.core.feed import touch
from webapp.ground.people.departments.models import DepartmentMember, DepartmentRow
from webapp.ground.people.departments.rules import MAY_BELONG, Department, standard, told
from webapp.ground.people.models import Membership


class CannotBelong(DomainError):
    """Who is to head a department or belong to it must be somebody who finds, repairs or oversees."""

    code = "people.cannot_belong"


def set_department(
    session: Session, estate_id: UUID, department_id: UUID, *, name: str, head_id: UUID | None, named: Collection[UUID]
) -> None:
    """Give a department its name, its head and the list of those who belong to it.

    Who is named nowhere belongs where their role says. Raises NotFound or CannotBelong.
    """
    one = _standard(estate_id, department_id)
    _check(session, estate_id, {*named, *([head_id] if head_id else [])})
    row = session.get(DepartmentRow, (estate_id, department_id), with_for_update=True)
    if row is None:
        row = DepartmentRow(estate_id=estate_id, id=department_id, kind=one.kind)
        session.add(row)
    row.name, row.head_id = name, head_id
    session.flush()
    ours = (DepartmentMember.estate_id == estate_id, DepartmentMember.department_id == department_id)
    session.execute(delete(DepartmentMember).where(*ours))
    session.add_all(
        DepartmentMember(estate_id=estate_id, department_id=department_id, person_id=person_id)
        for person_id in sorted(set(named))
    )
    session.flush()
    # Whom this list names now, another department has by role no longer.
    touch(session, estate_id, told(estate_id))


def _standard(estate_id: UUID, department_id: UUID) -> Department:
    found = next((one for one in standard(estate_id) if one.id == department_id), None)
    if found is None:
        raise NotFound(department=str(department_id))
    return found


def _check(session: Session, estate_id: UUID, people: Collection[UUID]) -> None:
    query = select(Membership.person_id, Membership.role).where(
        Membership.estate_id == estate_id, Membership.active, Membership.person_id.in_(people)
    )
    roles = dict(session.execute(query).all())
    for person_id in sorted(people):
        if person_id not in roles:
            raise NotFound(person=str(person_id))
        if roles[person_id] not in MAY_BELONG:
            raise CannotBelong(person=str(person_id))
