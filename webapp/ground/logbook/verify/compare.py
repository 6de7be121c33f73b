"""Compares what is stored with what the entries make, and with what others have seen of the chain."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Enum, String, Table, func, literal_column, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from webapp.core.db import Base
from webapp.core.feed import GENESIS, EstateHead
from webapp.ground.logbook.models import DailyHead, LogbookEntry, Receipt, SerialPage, Witness
from webapp.ground.logbook.verify.difference import Difference, comparable, first_difference
from webapp.ground.logbook.verify.replay import Replay, key_of
from webapp.ground.logbook.verify.walk import Walked

PAGES = SerialPage.__tablename__


def rows_differ(session: Session, estate_id: UUID, replay: Replay) -> Iterator[Difference]:
    """Tell every column of every row that the entries did not make so, every row too many, every row missing."""
    for name in sorted(replay.tables):
        table = Base.metadata.tables[name]
        columns = [_as_word(column) for column in table.c]
        statement = select(*columns).where(table.c.estate_id == estate_id).execution_options(yield_per=500)
        for row in session.execute(statement):
            yield from _row_differs(table, row._asdict(), replay)
    for name, key, entry in replay.left():
        yield Difference(f"entry {entry}, {name} {key}", "row", "there", "missing")


def _as_word(column: Column[Any]) -> ColumnElement[Any]:
    # A state that never was is a difference to tell, not a word that cannot be read.
    return type_coerce(column, String()).label(column.name) if isinstance(column.type, Enum) else column


def _row_differs(table: Table, stored: dict[str, Any], replay: Replay) -> Iterator[Difference]:
    key = key_of(table, stored)
    made = replay.take(table.name, key)
    if table.name == PAGES and replay.is_gone(stored["entry"]):
        return  # the page outlives what was written on it
    if made is None:
        claimed = f"entry {stored['entry']}, " if "entry" in stored else ""
        yield Difference(f"{claimed}{table.name} {key}", "row", "in the book", "not in the book")
        return
    entry, expected = made
    for field, value in stored.items():
        found = comparable(value)
        if found != expected[field]:
            where = f"entry {entry}, {table.name} {key}"
            yield Difference(where, *first_difference(field, expected[field], found))


def head_differs(session: Session, estate_id: UUID, at: Walked) -> Iterator[Difference]:
    """Tell whether the head row and the counts of pages are not where the chain ends."""
    head = session.get(EstateHead, estate_id)
    found = (head.entry, head.hash) if head else (0, GENESIS)
    if found != (at.number, at.hash):
        yield Difference(f"entry {max(found[0], at.number)}", "head", [at.number, at.hash], list(found))
    pages = _counts_of_pages(session, estate_id)
    counted = head.serials if head else {}
    for book in sorted({*pages, *counted}):
        if pages.get(book) != (counted.get(book), counted.get(book)):
            yield Difference(f"book {book}", "pages", counted.get(book), pages.get(book))


def _counts_of_pages(session: Session, estate_id: UUID) -> dict[str, tuple[int, int]]:
    """Answer of each form and year how many pages there are, and the highest number: alike, or there is a gap."""
    cut = func.length(SerialPage.serial) - 7
    book = func.substr(SerialPage.serial, 1, cut)
    number = func.substr(SerialPage.serial, cut + 2)
    statement = (
        select(book, func.count(), func.max(number))
        .where(SerialPage.estate_id == estate_id)
        .group_by(literal_column("1"))
    )
    return {name: (count, int(last)) for name, count, last in session.execute(statement)}


def witnesses_differ(session: Session, estate_id: UUID) -> Iterator[Difference]:
    """Tell every head that a phone has seen, or that was sent out for a day, and that is not in the chain."""
    for entry, seen, stored, device_id in session.execute(_unlike_the_chain(Witness, Witness.device_id, estate_id)):
        yield Difference(f"entry {entry}", f"hash that phone {device_id} has seen", seen, stored or "missing")
    for entry, seen, stored, day in session.execute(_unlike_the_chain(DailyHead, DailyHead.day, estate_id)):
        yield Difference(f"entry {entry}", f"hash at the end of {day}", seen, stored or "missing")


def _unlike_the_chain(of: type[Witness] | type[DailyHead], who: InstrumentedAttribute[Any], estate_id: UUID) -> Any:
    joined = (LogbookEntry.estate_id == of.estate_id) & (LogbookEntry.number == of.entry)
    return (
        select(of.entry, of.hash, LogbookEntry.hash, who)
        .outerjoin(LogbookEntry, joined)
        .where(of.estate_id == estate_id, LogbookEntry.hash.is_distinct_from(of.hash))
        .order_by(of.entry)
    )


def receipts_without_entry(session: Session, estate_id: UUID) -> Iterator[Difference]:
    """Tell every item that was answered as applied and whose entry is not there."""
    joined = (LogbookEntry.estate_id == Receipt.estate_id) & (LogbookEntry.number == Receipt.entry)
    statement = (
        select(Receipt.item_id, Receipt.entry)
        .outerjoin(LogbookEntry, joined)
        .where(Receipt.estate_id == estate_id, Receipt.outcome == "applied", LogbookEntry.number.is_(None))
        .order_by(Receipt.entry)
    )
    for item_id, entry in session.execute(statement):
        yield Difference(f"entry {entry}", f"entry answered to item {item_id}", "there", "missing")


def receipts_too_many(session: Session, estate_id: UUID, at: Walked) -> Iterator[Difference]:
    """Tell when more items were answered as applied than the chain holds."""
    of_estate = (Receipt.estate_id == estate_id, Receipt.outcome == "applied")
    count = session.scalar(select(func.count()).select_from(Receipt).where(*of_estate)) or 0
    if count > at.from_items + at.gone:
        yield Difference("receipts", "count of applied items", at.from_items, count)
