"""Telling people: each notice once, into the app and onto the channels that take it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.notices import queries
from webapp.ground.notices.models import DeliveryState, Notice, NoticeAudience, NoticeChannel, NoticeDelivery
from webapp.ground.notices.rules import Due, Quiet, retry_at, send_at

KEPT = timedelta(days=90)
NOTICE = "notices.notice"
_ERROR_LENGTH = 300


def tell(session: Session, estate_id: UUID, dues: Iterable[Due], *, now: datetime) -> int:
    """Tell what was not told before, by its key; answer how many notices that made."""
    by_key = {due.key: due for due in dues}
    for key in queries.said_before(session, estate_id, list(by_key)) if by_key else ():
        del by_key[key]
    made = [(due, _notice(session, estate_id, due, now)) for due in by_key.values()]
    _send_out(session, estate_id, [notice for _, notice in made], now)
    told = [(NOTICE, notice.id) for due, notice in made if due.audience()]
    if told:
        touch(session, estate_id, told)
    return len(made)


def _notice(session: Session, estate_id: UUID, due: Due, now: datetime) -> Notice:
    made = Notice(
        estate_id=estate_id,
        id=new_id(),
        kind=due.kind.name,
        key=due.key,
        urgent=due.kind.urgent,
        words=due.kind.said(due.params),
        path=due.path,
        made_at=now,
    )
    session.add(made)
    session.add_all(NoticeAudience(estate_id=estate_id, notice_id=made.id, audience=one) for one in due.audience())
    return made


def _send_out(session: Session, estate_id: UUID, notices: Sequence[Notice], now: datetime) -> None:
    ways = queries.channels(session, estate_id, active=True) if notices else ()
    zone = session.get_one(Estate, estate_id).timezone
    for notice in notices:
        for way in ways:
            if notice.urgent or not way.urgent_only:
                session.add(_delivery(notice, way, send_at(now, zone, _quiet(way), urgent=notice.urgent), now))


def _delivery(notice: Notice, way: NoticeChannel, at: datetime, now: datetime) -> NoticeDelivery:
    key = {"estate_id": notice.estate_id, "notice_id": notice.id, "channel_id": way.id}
    return NoticeDelivery(**key, state=DeliveryState.WAITING, tries=0, made_at=now, next_at=at)


def _quiet(way: NoticeChannel) -> Quiet | None:
    return Quiet(way.quiet_from, way.quiet_to) if way.quiet_from and way.quiet_to else None


def try_channel(session: Session, way: NoticeChannel, due: Due, *, now: datetime) -> None:
    """Let a notice go out by one channel alone, at once, whatever its hours: is it set up rightly?"""
    session.add(_delivery(_notice(session, way.estate_id, due, now), way, now, now))


def note_sent(delivery: NoticeDelivery, *, now: datetime) -> None:
    """Write down that it is out."""
    delivery.tries += 1
    delivery.state, delivery.done_at, delivery.error = DeliveryState.SENT, now, None


def note_failure(delivery: NoticeDelivery, why: str, *, now: datetime) -> None:
    """Write down why it did not go out, and when it is tried again; after the last try it has failed."""
    delivery.tries += 1
    delivery.error = why[:_ERROR_LENGTH]
    again = retry_at(delivery.tries, now)
    if again:
        delivery.next_at = again
    else:
        delivery.state, delivery.done_at = DeliveryState.FAILED, now


def keep_channel(session: Session, way: NoticeChannel, values: Mapping[str, Any]) -> NoticeChannel:
    """Change a channel as told; without an address it keeps the one it has."""
    for name, value in values.items():
        if name != "url" or value:
            setattr(way, name, value)
    session.add(way)
    return way


def sweep(session: Session, *, now: datetime) -> None:
    """Forget what was told long ago: notices are no records."""
    old = Notice.made_at < now - KEPT
    ids = session.query(Notice.id).where(old).scalar_subquery()
    session.execute(delete(NoticeDelivery).where(NoticeDelivery.notice_id.in_(ids)))
    session.execute(delete(NoticeAudience).where(NoticeAudience.notice_id.in_(ids)))
    session.execute(delete(Notice).where(old))
