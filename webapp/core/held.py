"""Kinds of which a phone holds all that its person's role may, read by id."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from webapp.core.actor import Actor, Role
from webapp.core.domain import PullKind

Data = dict[str, Any]
Told = TypeVar("Told")
# (session, estate, which, limit) -> data by id, in the order of ids
Read = Callable[[Session, UUID, ColumnElement[bool], int | None], Mapping[UUID, Data]]


def held_by(
    roles: Collection[Role],
    name: str,
    id_: InstrumentedAttribute[UUID],
    read: Read,
    *,
    follows: str | None = None,
    weight: int = 1,
) -> PullKind:
    """Answer the kind `name` of things with the key `id_`; who has none of the roles holds nothing of it."""

    def page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
        if actor.role not in roles:
            return ()
        return read(session, actor.estate_id, id_ > after if after else true(), limit).items()

    def some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
        return read(session, actor.estate_id, id_.in_(ids), None) if actor.role in roles else {}

    return PullKind(name=name, page=page, some=some, follows=follows, weight=weight)


def held_by_all(name: str, model: type[Told], tell: Callable[[Session, Sequence[Told]], Iterable[Data]]) -> PullKind:
    """Answer the kind of rows of `model` (keys estate_id, id) of which everybody in the estate holds all."""
    table: Any = model

    def told(session: Session, query: Select[Any]) -> dict[UUID, Data]:
        rows = session.scalars(query).all()
        return {row.id: data for row, data in zip(rows, tell(session, rows), strict=True)}

    def page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
        query = select(table).where(table.estate_id == actor.estate_id).order_by(table.id).limit(limit)
        return told(session, query.where(table.id > after) if after else query).items()

    def some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
        return told(session, select(table).where(table.estate_id == actor.estate_id, table.id.in_(ids)))

    return PullKind(name=name, page=page, some=some)
