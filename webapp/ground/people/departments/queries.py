"""Reads of departments."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Role
from webapp.ground.people.departments.models import DepartmentMember, DepartmentRow
from webapp.ground.people.departments.rules import Department, members, standard
from webapp.ground.people.models import Membership, Person


def departments(session: Session, estate_id: UUID) -> list[Department]:
    """Answer the estate's departments, in the order of the trade."""
    rows = {row.id: row for row in session.scalars(select(DepartmentRow).where(DepartmentRow.estate_id == estate_id))}
    named = _named(session, estate_id) if rows else {}
    return [
        Department(row.id, row.kind, row.name, row.head_id, frozenset(named.get(row.id, ())))
        if (row := rows.get(one.id))
        else one
        for one in standard(estate_id)
    ]


def _named(session: Session, estate_id: UUID) -> dict[UUID, set[UUID]]:
    query = select(DepartmentMember.department_id, DepartmentMember.person_id)
    named: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for department_id, person_id in session.execute(query.where(DepartmentMember.estate_id == estate_id)):
        named[department_id].add(person_id)
    return named


def staff(session: Session, estate_id: UUID) -> dict[UUID, Role]:
    """Answer who works in the estate today, with their roles."""
    query = (
        select(Membership.person_id, Membership.role)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.estate_id == estate_id, Membership.active, Person.disabled_at.is_(None))
    )
    return dict(session.execute(query).all())


def listed(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer the departments with all who belong to them, whether a list names them or not."""
    here, all_ = staff(session, estate_id), departments(session, estate_id)
    return [
        {
            "id": one.id,
            "kind": one.kind,
            "name": one.name,
            "head_id": one.head_id,
            "member_ids": members(one.kind, here, all_),
            "named_ids": sorted(one.named),
        }
        for one in all_
    ]
