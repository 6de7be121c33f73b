"""What the estate knows when a batch of emergency entries comes in: one query a table."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.core.made import brought_again
from webapp.domains.emergencies.models import EmergencyEntry
from webapp.domains.emergencies.rules.decision import Colleague, Entered, Facts
from webapp.ground.estates.judged import settings_of
from webapp.ground.people.models import Membership, Person


def enter_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide_enter` needs for these entries."""
    there = _entered(session, estate_id, {item.about for item in items})
    return Facts(
        people=_people(session, estate_id, {item.body.authorised_by for item in items}),
        settings=settings_of(session, estate_id, items),
        repeated=brought_again(items, there),
    )


def leave_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide_leave` needs for these items."""
    return Facts(entered=_entered(session, estate_id, {item.body.entry_id for item in items}))


def _entered(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, Entered]:
    query = select(EmergencyEntry).where(EmergencyEntry.estate_id == estate_id, EmergencyEntry.id.in_(ids))
    return {
        one.id: Entered(one.entered_at, photographed=bool(one.photos), left=one.left_at is not None)
        for one in session.scalars(query)
    }


def _people(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, Colleague]:
    query = (
        select(Person.id, Person.name, Membership.role)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id, Membership.active, Person.id.in_(ids))
    )
    return {id_: Colleague(name, role) for id_, name, role in session.execute(query)}
