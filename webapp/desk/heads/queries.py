"""Which heads were sent out, and how the book stands to one of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.ground.logbook.models import DailyHead, Epoch, LogbookEntry
from webapp.ground.logbook.verify.prefix import Prefix, prefix
from webapp.ground.notices.heads import DAY_END, key_of
from webapp.ground.notices.models import DeliveryState, Notice, NoticeChannel, NoticeDelivery

SHOWN = 60


def sent_heads(session: Session, estate_id: UUID) -> list[dict[str, Any]]:
    """Answer the ends of the last days, newest first, and by which channels each went out."""
    query = select(DailyHead).where(DailyHead.estate_id == estate_id).order_by(DailyHead.day.desc()).limit(SHOWN)
    heads = session.scalars(query).all()
    ways = _ways(session, estate_id, [head.day for head in heads])
    return [
        {"day": head.day, "entry": head.entry, "hash": head.hash, "channels": ways.get(key_of(head.day), ())}
        for head in heads
    ]


def _ways(session: Session, estate_id: UUID, days: Sequence[date]) -> Mapping[str, list[str]]:
    query = (
        select(Notice.key, NoticeChannel.name)
        .join(
            NoticeDelivery,
            (NoticeDelivery.estate_id == Notice.estate_id) & (NoticeDelivery.notice_id == Notice.id),
        )
        .join(
            NoticeChannel,
            (NoticeChannel.estate_id == Notice.estate_id) & (NoticeChannel.id == NoticeDelivery.channel_id),
        )
        .where(Notice.estate_id == estate_id, Notice.kind == DAY_END.name, NoticeDelivery.state == DeliveryState.SENT)
        .where(Notice.key.in_([key_of(day) for day in days]))
        .order_by(NoticeChannel.name)
    )
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for key, name in session.execute(query):
        ways[key].append(name)
    return ways


def checked_head(session: Session, estate_id: UUID, hash_: str, entry: int | None) -> dict[str, Any]:
    """Answer whether the book up to a head is still what was sent.

    entry  the number that came with the hash; without one it is looked for by the hash
    """
    number = entry or _number_of(session, estate_id, hash_)
    found = prefix(session, estate_id, number) if number else None
    return {
        "entry": number,
        "hash": hash_,
        "state": _state(found, hash_),
        "intact": found.intact if found else 0,
        "purged": found.purged if found else 0,
        "broken": [{"entry": number, "field": field} for number, field in found.broken] if found else [],
        "restored_at": _restored_at(session),
    }


def _state(found: Prefix | None, hash_: str) -> str:
    if found is None:
        return "unknown"
    if found.hash is None:
        return "missing"
    if found.hash != hash_:
        return "differs"
    return "broken" if found.broken else "intact"


def _number_of(session: Session, estate_id: UUID, hash_: str) -> int | None:
    query = select(LogbookEntry.number).where(LogbookEntry.estate_id == estate_id, LogbookEntry.hash == hash_)
    return session.scalar(query)


def _restored_at(session: Session) -> datetime | None:
    """Answer when a backup was last put back: what it did not hold stands in the book under other hashes since."""
    lives, newest = session.execute(select(func.count(), func.max(Epoch.began_at)).select_from(Epoch)).one()
    return newest if lives > 1 else None
