"""What ties something printed or exported to the book: one hash over the entries it was written from."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from webapp.core.feed import GENESIS
from webapp.ground.logbook.canonical import canonical, sha256
from webapp.ground.logbook.chain import link, salted_hash
from webapp.ground.logbook.models import LogbookContent, LogbookEntry


class Proved(msgspec.Struct, frozen=True):
    """Entries by number, and their hashes in the chain; in the order of the book."""

    entries: tuple[tuple[int, str], ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """Which entries these are."""
        return tuple(number for number, _ in self.entries)

    @property
    def hash(self) -> str:
        """One hash over all of them."""
        return sha256(canonical(self.entries))

    def up_to(self, printed: str) -> "Proved | None":
        """Answer the entries that there were when the hash beginning with `printed` was made; None: never these."""
        for length in range(len(self.entries), 0, -1):
            before = Proved(self.entries[:length])
            if before.hash.startswith(printed.lower()):
                return before
        return None


def proof_of(session: Session, estate_id: UUID, numbers: Collection[int]) -> Proved:
    """Answer the proof of these entries of the estate's book."""
    query = (
        select(LogbookEntry.number, LogbookEntry.hash)
        .where(LogbookEntry.estate_id == estate_id, LogbookEntry.number.in_(numbers))
        .order_by(LogbookEntry.number)
    )
    return Proved(tuple((number, hash_) for number, hash_ in session.execute(query)))


def broken(session: Session, estate_id: UUID, numbers: Collection[int]) -> list[tuple[int, str]]:
    """Answer which of these entries differ from the chain, and in what: missing, content, contentHash or hash.

    Each is hashed anew with the one before it. The whole chain is walked by `logbook verify`.
    """
    found = {row.number: row for row in _read(session, estate_id, {one - back for one in numbers for back in (0, 1)})}
    return [(number, field) for number in sorted(numbers) for field in _differs(estate_id, number, found)]


def _read(session: Session, estate_id: UUID, numbers: Collection[int]) -> Sequence[Row[Any]]:
    joined = (LogbookContent.estate_id == LogbookEntry.estate_id) & (LogbookContent.number == LogbookEntry.number)
    query = (
        select(LogbookEntry.number, LogbookEntry.kind, LogbookEntry.at, LogbookEntry.content_hash, LogbookEntry.hash)
        .add_columns(LogbookContent.salt, LogbookContent.content)
        .outerjoin(LogbookContent, joined)
        .where(LogbookEntry.estate_id == estate_id, LogbookEntry.number.in_(numbers))
    )
    return session.execute(query).all()


def _differs(estate_id: UUID, number: int, found: dict[int, Row[Any]]) -> Iterator[str]:
    row, before = found.get(number), found.get(number - 1)
    if row is None:
        yield "missing"
        return
    if row.content is None:
        yield "content"
    elif salted_hash(row.salt, row.content.encode()) != row.content_hash:
        yield "contentHash"
    prev = before.hash if before else GENESIS
    if link(estate_id, number, row.kind, row.at, row.content_hash, prev) != row.hash:
        yield "hash"
