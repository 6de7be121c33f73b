"""Notices as phones hold them: those of the last month that are for this person."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.ground.notices import service
from webapp.ground.notices.models import Notice, NoticeAudience
from webapp.ground.notices.rules import audience_of

HELD = timedelta(days=30)
Data = dict[str, Any]


def _for(actor: Actor) -> Select[Any]:
    audience = NoticeAudience.audience.in_(audience_of(actor.person.id, actor.role))
    own = select(NoticeAudience.notice_id).where(NoticeAudience.estate_id == actor.estate_id, audience)
    recent = Notice.made_at >= clock.now() - HELD
    return select(Notice).where(Notice.estate_id == actor.estate_id, recent, Notice.id.in_(own))


def _data(notice: Notice) -> Data:
    return {
        "kind": notice.kind,
        "urgent": notice.urgent,
        "words": notice.words,
        "path": notice.path,
        "at": notice.made_at.isoformat(),
    }


def _page(session: Session, actor: Actor, after: UUID | None, limit: int) -> Iterable[tuple[UUID, Data]]:
    query = _for(actor).order_by(Notice.id).limit(limit)
    notices = session.scalars(query.where(Notice.id > after) if after else query)
    return [(notice.id, _data(notice)) for notice in notices]


def _some(session: Session, actor: Actor, ids: Sequence[UUID]) -> Mapping[UUID, Data]:
    return {notice.id: _data(notice) for notice in session.scalars(_for(actor).where(Notice.id.in_(ids)))}


NOTICE = PullKind(name=service.NOTICE, page=_page, some=_some)
