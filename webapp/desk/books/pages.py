"""Numbered pages of all books: what stands on them, of which day, and the entry that opened them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from webapp.ground.books import Book, Books
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import LogbookEntry, SerialPage

# As many ids as one query names.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Page:
    """A numbered page: what stands on it, of which day that is, and the entry that opened it."""

    form: str
    key: UUID
    serial: str
    entry: int
    accepted_at: datetime
    day: date | None  # None: nothing stands there any more
    void: bool = False


def pages_of(session: Session, books: Books, estate: Estate, *which: ColumnElement[bool]) -> list[Page]:
    """Answer these of the estate's pages (`which` asks of SerialPage), book by book in the order of their numbers."""
    opening = (LogbookEntry.estate_id == SerialPage.estate_id) & (LogbookEntry.number == SerialPage.entry)
    query = (
        select(SerialPage, LogbookEntry.at)
        .join(LogbookEntry, opening)
        .where(SerialPage.estate_id == estate.id, SerialPage.form.in_(books), *which)
        .order_by(SerialPage.serial)
    )
    opened: defaultdict[str, list[tuple[SerialPage, datetime]]] = defaultdict(list)
    for page, at in session.execute(query):
        opened[page.form].append((page, at))
    return [page for book in books.values() for page in _of_book(session, book, estate, opened[book.code])]


def _of_book(
    session: Session, book: Book, estate: Estate, opened: Sequence[tuple[SerialPage, datetime]]
) -> Iterator[Page]:
    days: dict[UUID, date] = {}
    void: set[UUID] = set()
    for keys in in_parts([UUID(page.key) for page, _ in opened]):
        days |= book.days(session, estate, keys)
        void |= set(book.void(session, estate.id, keys))
    for page, at in opened:
        key = UUID(page.key)
        yield Page(book.code, key, page.serial, page.entry, at, days.get(key), void=key in void)


def in_parts(ids: Sequence[UUID]) -> Iterable[Sequence[UUID]]:
    """Answer ids as many at a time as one query names."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def newest_entry(session: Session, estate_id: UUID, *, before: datetime) -> int:
    """Answer the number of the estate's last entry before a moment; 0 when there was none."""
    query = select(func.max(LogbookEntry.number)).where(LogbookEntry.estate_id == estate_id, LogbookEntry.at < before)
    return session.scalar(query) or 0
