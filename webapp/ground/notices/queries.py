"""Reads of notices, channels and deliveries."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.notices.models import DeliveryState, Notice, NoticeChannel, NoticeDelivery

SHOWN = 100


def channels(session: Session, estate_id: UUID, *, active: bool = False) -> Sequence[NoticeChannel]:
    """Answer the estate's channels by name; `active`: only those in use."""
    query = select(NoticeChannel).where(NoticeChannel.estate_id == estate_id).order_by(NoticeChannel.name)
    return session.scalars(query.where(NoticeChannel.active) if active else query).all()


def channel(session: Session, estate_id: UUID, channel_id: UUID) -> NoticeChannel:
    """Answer one channel; raises NotFound."""
    found = session.get(NoticeChannel, (estate_id, channel_id))
    if found is None:
        raise NotFound
    return found


def said_before(session: Session, estate_id: UUID, keys: Sequence[str]) -> set[str]:
    """Answer those of the keys under which something was said already."""
    query = select(Notice.key).where(Notice.estate_id == estate_id, Notice.key.in_(keys))
    return set(session.scalars(query))


def waiting(session: Session, now: datetime) -> Sequence[NoticeDelivery]:
    """Answer what goes out now, of all estates, the longest due first; a channel switched off keeps what waits."""
    way = (NoticeChannel.estate_id == NoticeDelivery.estate_id) & (NoticeChannel.id == NoticeDelivery.channel_id)
    query = (
        select(NoticeDelivery)
        .join(NoticeChannel, way & NoticeChannel.active)
        .where(NoticeDelivery.state == DeliveryState.WAITING, NoticeDelivery.next_at <= now)
        .order_by(NoticeDelivery.next_at)
        .limit(SHOWN)
    )
    return session.scalars(query).all()


def deliveries(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer what went out last, or should have, newest first."""
    query = (
        select(NoticeDelivery, Notice, NoticeChannel.name)
        .join(Notice, (Notice.estate_id == NoticeDelivery.estate_id) & (Notice.id == NoticeDelivery.notice_id))
        .outerjoin(
            NoticeChannel,
            (NoticeChannel.estate_id == NoticeDelivery.estate_id) & (NoticeChannel.id == NoticeDelivery.channel_id),
        )
        .where(NoticeDelivery.estate_id == estate_id)
        .order_by(NoticeDelivery.made_at.desc(), NoticeDelivery.notice_id.desc())
        .limit(SHOWN)
    )
    return [
        {
            "words": notice.words,
            "channel": name,
            "state": delivery.state,
            "tries": delivery.tries,
            "at": delivery.done_at or delivery.next_at,
            "error": delivery.error,
        }
        for delivery, notice, name in session.execute(query)
    ]
