"""The page of forms: a month of one book, a page by its number, and the month as a workbook."""

import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.desk.books.lines import heads_of, lines_of
from webapp.desk.books.pages import Page, newest_entry, pages_of
from webapp.desk.months.rules import end_of_month, month_after
from webapp.ground.books import Book, Books, Cells, language_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.models import SerialPage
from webapp.ground.paper.workbook import write_workbook

# Who looks for more knows the number better.
MOST_FOUND = 50


def month_of_books(session: Session, books: Books, estate: Estate, month: str) -> list[dict[str, Any]]:
    """Answer how many pages of each book were opened in a month, in the order of the rooms; empty books left out."""
    query = select(SerialPage.form, func.count()).where(
        SerialPage.estate_id == estate.id, *_opened(session, estate, month)
    )
    counts = dict(session.execute(query.group_by(SerialPage.form)).all())
    return [{"form": code, "count": counts[code]} for code in books if code in counts]


def month_of_book(session: Session, book: Book, estate: Estate, month: str) -> list[Page]:
    """Answer the pages of a book that were opened in a month, in the order of their numbers."""
    return pages_of(session, {book.code: book}, estate, *_opened(session, estate, month))


def pages_named(session: Session, books: Books, estate: Estate, serial: str) -> list[Page]:
    """Answer the pages whose number holds these signs; the oldest of them when there are many."""
    named = select(SerialPage.serial).where(SerialPage.estate_id == estate.id, SerialPage.form.in_(books))
    found = named.where(SerialPage.serial.icontains(serial, autoescape=True)).order_by(SerialPage.serial)
    serials = session.scalars(found.limit(MOST_FOUND)).all()
    return pages_of(session, books, estate, SerialPage.serial.in_(serials))


def page_by_serial(session: Session, books: Books, estate: Estate, serial: str) -> tuple[Book, Page]:
    """Answer the page with this number, and its book; raises NotFound when nothing stands there."""
    found = pages_of(session, books, estate, SerialPage.serial == serial)
    if not found or found[0].day is None:
        raise NotFound(serial=serial)
    return books[found[0].form], found[0]


def workbook(session: Session, book: Book, estate: Estate, month: str) -> bytes:
    """Answer the tables of a book's month as XLSX, in the estate's language."""
    language = language_of(estate)
    lines: defaultdict[str, list[Cells]] = defaultdict(list)
    for page in month_of_book(session, book, estate, month):
        if page.day:
            stands = book.page(session, estate.id, page.key)
            told = lines_of(book, stands, page, month=month, language=language, zone=estate.timezone)
            for name, found in told.items():
                lines[name] += found
    file = io.BytesIO()
    write_workbook(file, {title: [head, *lines[name]] for name, title, head in heads_of(book, language)})
    return file.getvalue()


def _opened(session: Session, estate: Estate, month: str) -> Sequence[Any]:
    since, up_to = (
        newest_entry(session, estate.id, before=end_of_month(one, estate.timezone))
        for one in (month_after(month, -1), month)
    )
    return SerialPage.entry > since, SerialPage.entry <= up_to
