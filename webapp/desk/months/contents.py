"""What a month's bundle would hold: pages by the entry they were first written in, gaps, late ones, open findings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.feed import EstateHead
from webapp.desk.books.pages import Page, in_parts, newest_entry, pages_of
from webapp.desk.months.models import MonthClosing
from webapp.desk.months.rules import book_of, end_of_month, gaps, is_late, month_after, month_of
from webapp.ground.books import Books
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import LogbookEntry, SerialPage


@dataclass(frozen=True, slots=True)
class Contents:
    """What a month's bundle holds, in the order of its `books` (their codes). `gaps` and `open` are serials."""

    books: Sequence[str]
    month: str
    since: int
    up_to: int
    pages: Sequence[Page]
    gaps: Sequence[str]
    open: Sequence[str]

    def of(self, form: str) -> list[Page]:
        """Answer the pages of one form, in the order of their numbers."""
        return [page for page in self.pages if page.form == form]

    def forms(self) -> dict[str, Any]:
        """Answer what is told of each form: its range, what is missing, void or late."""
        return {form: self._told(form, self.of(form)) for form in self.books}

    def _told(self, form: str, pages: Sequence[Page]) -> dict[str, Any]:
        return {
            "first": pages[0].serial if pages else None,
            "last": pages[-1].serial if pages else None,
            "count": len(pages),
            "gaps": [serial for serial in self.gaps if serial.startswith(f"{form}-")],
            "voids": [page.serial for page in pages if page.void],
            "late": [page.serial for page in pages if page.day and is_late(page.day, self.month)],
        }


def contents(session: Session, books: Books, estate: Estate, month: str) -> Contents:
    """Answer what the bundle of `month` would hold, were it closed now: all accepted since the last closing."""
    last = last_closing(session, estate.id)
    since = last.up_to if last else 0
    up_to = newest_entry(session, estate.id, before=end_of_month(month, estate.timezone))
    return contents_between(session, books, estate, month, since, max(since, up_to))


def contents_between(session: Session, books: Books, estate: Estate, month: str, since: int, up_to: int) -> Contents:
    """Answer the pages that were opened by the entries after `since`, up to `up_to`."""
    pages = pages_of(session, books, estate, SerialPage.entry > since, SerialPage.entry <= up_to)
    missing = {page.serial for page in pages if page.day is None}
    found = [page for page in pages if page.day is not None]
    before = select(SerialPage.serial).where(SerialPage.estate_id == estate.id, SerialPage.entry <= since)
    lost = gaps((page.serial for page in found), session.scalars(before), _given(session, estate.id, pages, up_to))
    carried = sorted(_open(session, books, estate.id, up_to))
    return Contents(list(books), month, since, up_to, found, sorted({*lost, *missing}), carried)


def last_closing(session: Session, estate_id: UUID) -> MonthClosing | None:
    """Answer the estate's newest closing."""
    query = select(MonthClosing).where(MonthClosing.estate_id == estate_id)
    return session.scalars(query.order_by(MonthClosing.month.desc()).limit(1)).first()


def month_to_close(session: Session, estate: Estate, now: datetime) -> str:
    """Answer which month is to be closed next: the last one, once it is closed this one, and so on."""
    this = month_of(day_of(now, estate.timezone))
    last = last_closing(session, estate.id)
    if last and last.month >= this:
        return month_after(last.month)
    oldest = session.scalar(select(func.min(LogbookEntry.at)).where(LogbookEntry.estate_id == estate.id))
    begun = month_of(day_of(oldest, estate.timezone)) if oldest else this
    return this if (last and last.month == month_after(this, -1)) or begun == this else month_after(this, -1)


def _given(session: Session, estate_id: UUID, pages: Iterable[Page], up_to: int) -> list[tuple[str, int]]:
    """Answer the newest number that each book has given, where nothing was given after `up_to`."""
    head = session.get(EstateHead, estate_id)
    if head is None or head.entry > up_to:
        return []
    books = {book_of(page.serial) for page in pages}
    return [(book, count) for book, count in head.serials.items() if book in books]


def _open(session: Session, books: Books, estate_id: UUID, up_to: int) -> Iterator[str]:
    for book in books.values():
        for keys in in_parts([*book.open(session, estate_id)]):
            query = select(SerialPage.serial).where(SerialPage.estate_id == estate_id, SerialPage.form == book.code)
            named = SerialPage.key.in_([str(key) for key in keys])
            yield from session.scalars(query.where(named, SerialPage.entry <= up_to))
