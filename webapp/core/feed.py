"""Numbers and feed of an estate: one row is locked last, so that number order is commit order (`protocol.md` 5)."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Insert, String, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from webapp.core.bulk import insert_many
from webapp.core.db import Base, insert_into

# Before the first entry there is nothing to point at.
GENESIS = "0" * 64


class EstateHead(Base):
    """Where an estate's chain, feed and page numbers stand.

    serials  {"XC-2026": 17, …}
    day      of the newest entry, in the estate's zone
    """

    __tablename__ = "estate_heads"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(BigInteger, default=0)
    hash: Mapped[str] = mapped_column(String(64), default=GENESIS)
    change: Mapped[int] = mapped_column(BigInteger, default=0)
    serials: Mapped[dict[str, Any]] = mapped_column(default=dict)
    day: Mapped[date | None]


_LOCKING = (
    select(EstateHead)
    .where(EstateHead.estate_id == bindparam("estate"))
    .with_for_update()
    .execution_options(populate_existing=True)
)


class FeedRow(Base):
    """The newest change of one thing that phones may hold; older changes of it need not be told."""

    __tablename__ = "feed"
    __table_args__ = (Index(None, "estate_id", "change", unique=True),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(64), primary_key=True)
    object_id: Mapped[UUID] = mapped_column(primary_key=True)
    change: Mapped[int] = mapped_column(BigInteger)


def lock_head(session: Session, estate_id: UUID) -> EstateHead:
    """Lock and answer the estate's head. Take it last: whoever holds it holds up the estate's other writers."""
    head = _locked(session, estate_id)
    if head is None:
        # Two may be the first at once; the row is then the other's.
        first = {"estate_id": estate_id, "entry": 0, "hash": GENESIS, "change": 0, "serials": {}}
        session.execute(insert_into(session, EstateHead).values(first).on_conflict_do_nothing())
        head = _locked(session, estate_id)
        assert head is not None
    return head


def _locked(session: Session, estate_id: UUID) -> EstateHead | None:
    return session.scalars(_LOCKING, {"estate": estate_id}).one_or_none()


def tell(session: Session, head: EstateHead, changes: Iterable[tuple[str, UUID]]) -> None:
    """Number `changes` (kind, id) and put them into the feed; the caller holds `head`."""
    rows = []
    for kind, object_id in dict.fromkeys(changes):
        head.change += 1
        rows.append({"estate_id": head.estate_id, "kind": kind, "object_id": object_id, "change": head.change})
    insert_many(session, _telling(session.get_bind().dialect.name), rows)


@cache
def _telling(dialect: str) -> Insert:
    insert = sqlite.insert(FeedRow) if dialect == "sqlite" else postgresql.insert(FeedRow)
    newest = {"change": insert.excluded.change}
    return insert.on_conflict_do_update(index_elements=["estate_id", "kind", "object_id"], set_=newest)


def touch(session: Session, estate_id: UUID, changes: Iterable[tuple[str, UUID]]) -> None:
    """Lock the head and tell `changes`; for writes that are not logbook entries (register, people, labels)."""
    tell(session, lock_head(session, estate_id), changes)
