"""A server that reads the feed on from the highest id it has told, as if ids came in the order of commits."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.domain import PullKind
from webapp.core.feed import FeedRow
from webapp.sync import pull
from webapp.sync.cursor import Cursor
from webapp.sync.pull import Change
from wsgi import app

__all__ = ["app"]


def _feed(
    session: Session, actor: Actor, at: Cursor, newest: int, limit: int, kinds: Sequence[PullKind]
) -> tuple[list[Change], Cursor]:
    ours = FeedRow.estate_id == at.estate
    after = at.after or session.scalar(select(func.max(FeedRow.object_id)).where(ours, FeedRow.change <= at.change))
    found = select(FeedRow.kind, FeedRow.object_id).where(ours, FeedRow.object_id > (after or UUID(int=0)))
    rows = session.execute(found.order_by(FeedRow.object_id).limit(limit)).all()
    held = {
        kind.name: kind.some(session, actor, [row.object_id for row in rows if row.kind == kind.name]) for kind in kinds
    }
    told = [Change(row.kind, row.object_id, held.get(row.kind, {}).get(row.object_id)) for row in rows]
    change = max(at.change, newest) if len(rows) < limit else at.change
    return told, replace(at, change=change, after=rows[-1].object_id if rows else after)


pull._feed = _feed
