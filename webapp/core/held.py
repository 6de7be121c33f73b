"""Kinds of which a phone holds all that its person's role may, read by id."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from webapp.core.actor import Actor, Role
from webapp.core.domain import PullKind

Data = dict[str, Any]
# (session, estate, which, limit) -> data by id, in the order of ids
Read = Callable[[Session, UUID, ColumnElement[bool], int | None], Mapping[UUID, Data]]


def held_by(roles: Collection[Role], name: str, id_: InstrumentedAttribute[UUID], read: Read) -> PullKind:
    """Answer the kind `name` of things with the key `id_`; who has none of the roles holds nothing of it."""

    def page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
        if actor.role not in roles:
            return ()
        return read(session, actor.estate_id, id_ > after if after else true(), limit).items()

    def some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
        return read(session, actor.estate_id, id_.in_(ids), None) if actor.role in roles else {}

    return PullKind(name=name, page=page, some=some)
