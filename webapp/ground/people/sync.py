"""Colleagues as phones hold them: name, role, still working here."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.people.models import Membership, Person
from webapp.ground.people.service import COLLEAGUE

Data = dict[str, Any]


def _staff(actor: Actor) -> Select[Person, Membership]:
    return (
        select(Person, Membership)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == actor.estate_id)
    )


def _data(person: Person, part: Membership) -> Data:
    return {"name": person.name, "role": part.role.value, "active": part.active and person.disabled_at is None}


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    statement = _staff(actor).order_by(Person.id).limit(limit)
    if after is not None:
        statement = statement.where(Person.id > after)
    return [(person.id, _data(person, part)) for person, part in session.execute(statement)]


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    rows = session.execute(_staff(actor).where(Person.id.in_(ids)))
    return {person.id: _data(person, part) for person, part in rows}


COLLEAGUES = PullKind(name=COLLEAGUE, page=_page, some=_some)
