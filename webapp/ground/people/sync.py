"""Colleagues as phones hold them: name, role, still working here, and whether they can sign by PIN."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.people.models import Membership, Person
from webapp.ground.people.pins import locked
from webapp.ground.people.service import COLLEAGUE

Data = dict[str, Any]


def _staff(actor: Actor) -> Select[Person, Membership]:
    return (
        select(Person, Membership)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == actor.estate_id)
    )


def _told(session: Session, statement: Select[Person, Membership]) -> dict[UUID, Data]:
    staff = session.execute(statement).all()
    shut = locked(session, [person.id for person, _ in staff])
    return {person.id: _data(person, part, person.id in shut) for person, part in staff}


def _data(person: Person, part: Membership, shut: bool) -> Data:
    return {
        "name": person.name,
        "role": part.role.value,
        "active": part.active and person.disabled_at is None,
        "pin": person.pin_hash is not None and not shut,
    }


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    statement = _staff(actor).order_by(Person.id).limit(limit)
    if after is not None:
        statement = statement.where(Person.id > after)
    return _told(session, statement).items()


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return _told(session, _staff(actor).where(Person.id.in_(ids)))


COLLEAGUES = PullKind(name=COLLEAGUE, page=_page, some=_some)
