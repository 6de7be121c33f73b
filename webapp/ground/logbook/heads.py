"""Heads of chains outside the chain: what phones have seen, ends of days, what a backup holds, which life this is."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.db import insert_into
from webapp.core.feed import EstateHead
from webapp.core.ids import new_id
from webapp.ground.logbook.models import DailyHead, Epoch, LogbookEntry, SafePoint, Witness


@dataclass(frozen=True, slots=True)
class Life:
    """What a phone needs to know to let go of what it has sent (`protocol.md` 6)."""

    epoch: UUID
    safe_up_to: int


_LIFE = (
    select(Epoch.id, SafePoint.estate_id, SafePoint.entry)
    .outerjoin(SafePoint, SafePoint.estate_id.in_(bindparam("estates", expanding=True)))
    .where(Epoch.began_at == select(func.max(Epoch.began_at)).scalar_subquery())
)


def life(session: Session, estate_ids: Collection[UUID]) -> Life:
    """Answer this life of the store, and the entry up to which every one of the estates stands in a verified backup."""
    rows = fetch(session, _LIFE, estates=list(estate_ids))
    safe = {estate_id: entry for _, estate_id, entry in rows}
    return Life(rows[-1][0], min((safe.get(estate_id, 0) for estate_id in estate_ids), default=0))


def begin_epoch(session: Session, now: datetime) -> UUID:
    """Begin a new life after a restore and answer its id: phones then send again what they still hold."""
    # The machine that it is restored on may be behind: the newest life must be the last to have begun all the same.
    last = session.scalar(select(func.max(Epoch.began_at)))
    epoch = Epoch(id=new_id(), began_at=max(now, last + timedelta(milliseconds=1)) if last else now)
    session.add(epoch)
    return epoch.id


def heads(session: Session) -> dict[UUID, tuple[int, str]]:
    """Answer where each estate's chain stands: number and hash of its newest entry."""
    rows = session.execute(select(EstateHead.estate_id, EstateHead.entry, EstateHead.hash))
    return {estate_id: (entry, hash_) for estate_id, entry, hash_ in rows}


def mark_safe(session: Session, estate_id: UUID, entry: int, now: datetime) -> None:
    """Write down that a verified backup holds the estate's entries up to here."""
    session.merge(SafePoint(estate_id=estate_id, entry=entry, verified_at=now))


def close_day(session: Session, head: EstateHead, today: date) -> None:
    """Keep where the chain stood when its last day ended, before the first entry of `today` (in the estate's zone)."""
    if head.day is None or head.day < today:
        if head.day is not None:
            session.add(DailyHead(estate_id=head.estate_id, day=head.day, entry=head.entry, hash=head.hash))
        head.day = today


def seen_in_this_life(session: Session, seen: Mapping[UUID, tuple[int, str]]) -> dict[UUID, tuple[int, str]]:
    """Answer those of the heads, seen before a restore or who knows when, that stood in the book before it.

    What was entered later and lost is entered anew, under other hashes: who has seen it is no witness of this book.
    """
    lives = session.scalars(select(Epoch.began_at).order_by(Epoch.began_at)).all()
    if len(lives) == 1:
        return dict(seen)
    kept = {estate_id: _newest_before(session, estate_id, lives[-1]) for estate_id in seen}
    return {estate_id: head for estate_id, head in seen.items() if head[0] <= kept[estate_id]}


def _newest_before(session: Session, estate_id: UUID, moment: datetime) -> int:
    of_before = (LogbookEntry.estate_id == estate_id, LogbookEntry.at < moment)
    return session.scalar(select(func.max(LogbookEntry.number)).where(*of_before)) or 0


def note_witness(session: Session, device_id: UUID, seen: Mapping[UUID, tuple[int, str]], now: datetime) -> None:
    """Write down which head of each estate's chain a phone has seen, whatever the book says today."""
    rows = [
        {"estate_id": estate_id, "entry": entry, "device_id": device_id, "hash": hash_, "seen_at": now}
        for estate_id, (entry, hash_) in seen.items()
        if entry
    ]
    if rows:
        session.execute(insert_into(session, Witness).values(rows).on_conflict_do_nothing())
