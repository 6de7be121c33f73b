"""Tells a phone what came of its items that were decided again: those of its person, as they are answered now."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.logbook.models import Receipt
from webapp.sync.redecide import ANSWER

Data = dict[str, Any]


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    return _read(session, actor, *((Receipt.item_id > after,) if after else ()), limit=limit).items()


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return _read(session, actor, Receipt.item_id.in_(ids))


def _read(session: Session, actor: Actor, *which: ColumnElement[bool], limit: int | None = None) -> dict[UUID, Data]:
    query = (
        select(Receipt.item_id, Receipt.answer)
        .where(Receipt.estate_id == actor.estate_id, Receipt.by_id == actor.id, Receipt.decided_again_at.is_not(None))
        .where(*which)
        .order_by(Receipt.item_id)
        .limit(limit)
    )
    return {item_id: {"answer": msgspec.json.decode(answer)} for item_id, answer in session.execute(query)}


ANSWERS = PullKind(name=ANSWER, page=_page, some=_some)
