"""Tells a phone what has changed since it last asked, or the full state it may hold, page by page."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, dropwhile
from typing import Any
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.db import insert_into
from webapp.core.domain import PullKind
from webapp.core.feed import GENESIS, EstateHead, FeedRow
from webapp.ground.logbook.heads import Life, life
from webapp.ground.people.models import EstateDevice
from webapp.sync.cursor import Cursor

MAX_PAGE = 1000
# A pull is written down this coarsely, so that asking often does not write often.
PULL_NOTED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing as it is now; no `data` when this person no longer holds it."""

    kind: str
    id: UUID
    data: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Pulled:
    """A page of changes. `reset`: it begins the full state, which replaces all the phone holds of the estate."""

    changes: Sequence[Change]
    cursor: Cursor
    more: bool
    reset: bool
    head: tuple[int, str]
    life: Life


def pull(session: Session, actor: Actor, since: Cursor | None, limit: int, kinds: Sequence[PullKind]) -> Pulled:
    """Answer the next page of at most `limit` changes; one query a kind.

    since  None, foreign, or of a time when the person might hold other things: the full state begins
    """
    # Read before anything else: what changes while the full state is told has a higher number and is told again.
    head = session.execute(
        select(EstateHead.entry, EstateHead.hash, EstateHead.change).where(EstateHead.estate_id == actor.estate_id)
    ).one_or_none()
    entry, hash_, newest = head or (0, GENESIS, 0)
    living = life(session, [actor.estate_id])
    rights = _rights(actor, living.epoch, kinds)
    begin = Cursor(estate=actor.estate_id, rights=rights, change=newest, kind=kinds[0].name)
    start = since if since and _continues(since, begin, kinds) else begin
    if start.kind:
        changes, cursor = _full_state(session, actor, start, limit, kinds)
    else:
        changes, cursor = _feed(session, actor, start, newest, limit, kinds)
    more = cursor.kind is not None or cursor.change < newest
    return Pulled(changes, cursor, more, start is begin, (entry, hash_), living)


def note_pull(session: Session, actor: Actor, now: datetime) -> None:
    """Write down that the device holds what the estate's phones hold."""
    statement = insert_into(session, EstateDevice).values(
        estate_id=actor.estate_id, device_id=actor.person.device_id, last_pull_at=now
    )
    session.execute(
        statement.on_conflict_do_update(index_elements=["estate_id", "device_id"], set_={"last_pull_at": now})
    )


def pull_is_noted(session: Session, actor: Actor, now: datetime) -> bool:
    """Say whether a pull of this device was written down a moment ago."""
    device = session.get(EstateDevice, (actor.estate_id, actor.person.device_id))
    return bool(device and device.last_pull_at and device.last_pull_at > now - PULL_NOTED_EVERY)


def _rights(actor: Actor, epoch: UUID, kinds: Sequence[PullKind]) -> str:
    """Answer a sign of all that decides what the phone holds: another life of the store counts its changes anew."""
    holds = [actor.id, actor.role, *sorted(actor.also), epoch, *(kind.name for kind in kinds)]
    return hashlib.sha256("|".join(map(str, holds)).encode()).hexdigest()[:16]


def _continues(since: Cursor, begin: Cursor, kinds: Sequence[PullKind]) -> bool:
    ours = (since.estate, since.rights) == (begin.estate, begin.rights)
    return ours and since.change <= begin.change and since.kind in (None, *(kind.name for kind in kinds))


def _full_state(
    session: Session, actor: Actor, at: Cursor, limit: int, kinds: Sequence[PullKind]
) -> tuple[list[Change], Cursor]:
    told: list[Change] = []
    after, room = at.after, limit
    for kind in dropwhile(lambda kind: kind.name != at.kind, kinds):
        most = room // kind.weight or (0 if told else 1)  # one goes at least
        page = [Change(kind.name, id_, data) for id_, data in kind.page(session, actor, after, most)] if most else []
        told += page
        room -= len(page) * kind.weight
        if len(page) >= most:
            return told, replace(at, kind=kind.name, after=page[-1].id if page else after)
        after = None
    return told, replace(at, kind=None, after=None)


def _feed(
    session: Session, actor: Actor, at: Cursor, newest: int, limit: int, kinds: Sequence[PullKind]
) -> tuple[list[Change], Cursor]:
    statement = (
        select(FeedRow.change, FeedRow.kind, FeedRow.object_id)
        .where(FeedRow.estate_id == at.estate, FeedRow.change > at.change)
        .order_by(FeedRow.change)
        .limit(limit)
    )
    read = session.execute(statement).all()
    rows = read[: _as_many_as_fit([row.kind for row in read], limit, kinds)]
    changed = [(row.kind, row.object_id) for row in rows]
    named = list(dict.fromkeys([*changed, *_following(changed, kinds)]))
    held: dict[str, Mapping[UUID, dict[str, Any]]] = {}
    for kind in kinds:
        if ids := [id_ for name, id_ in named if name == kind.name]:
            held[kind.name] = kind.some(session, actor, ids)
    # A kind that this version does not give out is told as gone.
    told = [Change(name, id_, held.get(name, {}).get(id_)) for name, id_ in named]
    last = rows[-1].change if rows else at.change
    # All was told that had happened when the head was read, also if nothing of it concerns this person.
    whole = len(rows) == len(read) < limit
    return told, replace(at, change=max(last, newest) if whole else last)


def _as_many_as_fit(changed: Sequence[str], limit: int, kinds: Sequence[PullKind]) -> int:
    """Answer how many of these changes, by their kinds, go on one page with what follows them; one goes at least."""
    weights = {kind.name: kind.weight for kind in kinds}
    for kind in kinds:
        if kind.follows in weights:
            weights[kind.follows] += kind.weight
    filled = accumulate(weights.get(name, 1) for name in changed)
    return sum(weight <= limit for weight in filled) or 1


def _following(changed: Sequence[tuple[str, UUID]], kinds: Sequence[PullKind]) -> Iterator[tuple[str, UUID]]:
    """Answer what is told again because what it follows has changed."""
    for kind in kinds:
        yield from ((kind.name, id_) for name, id_ in changed if name == kind.follows)
