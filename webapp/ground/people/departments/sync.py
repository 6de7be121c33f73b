"""Departments as phones hold them: everybody's knows who does what."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.people.departments.queries import listed
from webapp.ground.people.departments.rules import DEPARTMENT

Data = dict[str, Any]


def _data(one: Mapping[str, Any]) -> Data:
    return {
        "kind": one["kind"].value,
        "name": one["name"],
        "headId": str(one["head_id"]) if one["head_id"] else None,
        "memberIds": [str(id_) for id_ in one["member_ids"]],
    }


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    found = sorted(_all(session, actor).items())
    return [(id_, data) for id_, data in found if after is None or id_ > after][:limit]


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return {id_: data for id_, data in _all(session, actor).items() if id_ in set(ids)}


def _all(session: Session, actor: Actor) -> dict[UUID, Data]:
    return {one["id"]: _data(one) for one in listed(session, actor.estate_id)}


DEPARTMENTS = PullKind(name=DEPARTMENT, page=_page, some=_some)
