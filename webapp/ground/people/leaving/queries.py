"""Reads of who left an estate."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.people.leaving.models import Departure
from webapp.ground.people.models import Person


def departed(session: Session, estate_id: UUID) -> dict[UUID, dict[str, Any]]:
    """Answer by person how those left who have not come back, and by whose word."""
    query = (
        select(Departure, Person.name)
        .join(Person, Person.id == Departure.ended_by)
        .where(Departure.estate_id == estate_id, Departure.back_at.is_(None))
    )
    return {
        row.person_id: {"left_on": row.left_on, "reason": row.reason, "held": row.held, "by_name": name}
        for row, name in session.execute(query)
    }


def last_departure(session: Session, estate_id: UUID, person_id: UUID) -> Departure | None:
    """Answer the leaving from which a person has not come back."""
    mine = (Departure.estate_id == estate_id, Departure.person_id == person_id, Departure.back_at.is_(None))
    return session.scalars(select(Departure).where(*mine).with_for_update()).one_or_none()
