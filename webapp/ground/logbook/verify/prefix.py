"""Whether the book up to an entry is still what a head of it, sent out of the house, says it was."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.ground.logbook.models import LogbookContent, LogbookEntry
from webapp.ground.logbook.purge import PURGE
from webapp.ground.logbook.verify.walk import Walked, content_differs, link_differs, page_after

SHOWN = 20
Runs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Prefix:
    """The book from its first entry to one of them, hashed anew.

    hash    of that entry; None when the book does not reach so far
    intact  how many of them say what was hashed, and hang on the one before
    purged  how many contents are gone, lawfully
    broken  the first that differ: number and field
    """

    hash: str | None
    intact: int
    purged: int
    broken: Sequence[tuple[int, str]]


def prefix(session: Session, estate_id: UUID, up_to: int) -> Prefix:
    """Hash the entries up to number `up_to` anew; memory stays small, a hundred thousand take some seconds."""
    at, purged = Walked(), _purged(session, estate_id)
    broken: list[tuple[int, str]] = []
    for one in _broken(session, estate_id, up_to, at, purged):
        if len(broken) < SHOWN:
            broken.append(one)
    return Prefix(at.hash if at.number == up_to else None, at.intact, at.gone, broken)


def _broken(session: Session, estate_id: UUID, up_to: int, at: Walked, purged: Runs) -> Iterator[tuple[int, str]]:
    while at.number < up_to and (page := page_after(session, estate_id, at.number)):
        for row in page:
            if row.number > up_to:
                return
            told = [one.field for one in (*link_differs(estate_id, row, at), *content_differs(row))]
            at.number, at.hash = row.number, row.hash
            if row.content is not None:
                at.intact += not told
            elif any(first <= row.number <= last for first, last in purged):
                at.gone += 1
            else:
                told.append("content")
            yield from ((row.number, field) for field in told)


def _purged(session: Session, estate_id: UUID) -> Runs:
    """Answer which contents were lawfully purged, as runs; a purge stands in the book after what it purges."""
    joined = (LogbookContent.estate_id == LogbookEntry.estate_id) & (LogbookContent.number == LogbookEntry.number)
    query = (
        select(LogbookContent.content)
        .join(LogbookEntry, joined)
        .where(LogbookEntry.estate_id == estate_id, LogbookEntry.kind == PURGE)
    )
    judged = (msgspec.json.decode(content)["judged"] for content in session.scalars(query))
    return [(first, last) for one in judged for first, last in one["numbers"]]
