"""The books of keys: mandates, loans and memos, a line each; the room destroys them in its own time."""

from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.domains.keys.models import KeyLoan, KeyMemo
from webapp.domains.keys.paper import loan_sheet, memo_sheet
from webapp.domains.keys.paper.cases import CasePage, loan_entries, loan_page, memo_entries, memo_page
from webapp.domains.keys.paper.queries import MandatePage, entries_of, mandate_page, mandates
from webapp.domains.keys.paper.sheet import form_of
from webapp.domains.keys.registers.cells import COLUMNS as REGISTERED
from webapp.domains.keys.registers.cells import WORDS, Reader
from webapp.domains.keys.registers.queries import Data, Register, told_lines
from webapp.domains.keys.rules.acting import LOAN_FORM, MANDATE_FORM, MEMO_FORM
from webapp.domains.keys.rules.states import CLOSED
from webapp.ground.books import Book, BookPage, Cells, days_by
from webapp.ground.books.book import Keys
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate

COLUMNS = (
    *("date", "placeName", "keyNo", "ownerName", "quantity"),
    *("reason", "collectionRequirements", "custodyUntil", "byName"),
)


def page_of(stands: MandatePage) -> BookPage:
    """Answer the mandate as a page of its book."""
    return BookPage(
        serial=stands.signed.serial or "",
        proved=stands.proved,
        form=lambda _, public_url: form_of(stands, public_url=public_url),
        lines={"mandates": [_line(stands)]},
    )


def _line(stands: MandatePage) -> Cells:
    key_set, mandate = stands.key_set, stands.mandate
    return (
        mandate["date"],
        key_set.place_name,
        key_set.key_no,
        key_set.owner_name,
        key_set.quantity,
        mandate["reason"],
        mandate["collectionRequirements"],
        mandate["custodyUntil"] or "",
        stands.signed.by_name,
    )


def _days(session: Session, estate: Estate, keys: Keys) -> Mapping[UUID, date]:
    signed = mandates(session, estate.id, keys)
    return {id_: day_of(act.at, estate.timezone) for id_, act in signed.items()}


def _page(session: Session, estate_id: UUID, mandate_id: UUID) -> BookPage:
    return page_of(mandate_page(session, estate_id, mandate_id))


MANDATES = Book(
    code=MANDATE_FORM,
    tables={"mandates": COLUMNS},
    words=WORDS,
    days=_days,
    entries=entries_of,
    page=_page,
)


def _columns(which: Register) -> tuple[str, ...]:
    return tuple(name for name in REGISTERED[which] if name != "serial")


def _lines(page: CasePage, which: Register, line: Data) -> Mapping[str, list[Cells]]:
    reader = Reader.of(page.estate, which)
    return {which: [[reader.cell(line, name) for name in _columns(which)]]}


def _loan(session: Session, estate_id: UUID, loan_id: UUID) -> BookPage:
    page = loan_page(session, estate_id, loan_id)
    line = told_lines(session, estate_id, "loans", [loan_id])[str(loan_id)]
    form = partial(loan_sheet.form_of, page, line)
    told = {"state": page.loan.state.value}
    serial = page.loan.serial or ""
    return BookPage(
        serial=serial, proved=page.proved, form=form, lines=_lines(page, "loans", line), photos=page.photos, told=told
    )


def _memo(session: Session, estate_id: UUID, memo_id: UUID) -> BookPage:
    page = memo_page(session, estate_id, memo_id)
    line = told_lines(session, estate_id, "memos", [memo_id])[str(memo_id)]
    form = partial(memo_sheet.form_of, page, line)
    serial = page.memo.serial or ""
    return BookPage(serial=serial, proved=page.proved, form=form, lines=_lines(page, "memos", line), photos=page.photos)


def _loans_on(session: Session, estate_id: UUID) -> Collection[UUID]:
    query = select(KeyLoan.id).where(KeyLoan.estate_id == estate_id, KeyLoan.serial.is_not(None))
    return session.scalars(query.where(KeyLoan.state.not_in(CLOSED))).all()


def _memos_on(session: Session, estate_id: UUID) -> Collection[UUID]:
    query = select(KeyMemo.id).where(KeyMemo.estate_id == estate_id, KeyMemo.serial.is_not(None))
    return session.scalars(query.where(KeyMemo.closed_at.is_(None))).all()


LOANS = Book(
    code=LOAN_FORM,
    tables={"loans": _columns("loans")},
    words=WORDS,
    # A loan that was only asked for is of the day until which it was wanted.
    days=days_by(KeyLoan, func.coalesce(KeyLoan.lent_at, KeyLoan.due_at)),
    entries=loan_entries,
    page=_loan,
    open=_loans_on,
)
MEMOS = Book(
    code=MEMO_FORM,
    tables={"memos": _columns("memos")},
    words=WORDS,
    days=days_by(KeyMemo, KeyMemo.opened_at),
    entries=memo_entries,
    page=_memo,
    open=_memos_on,
)
BOOKS = (MANDATES, LOANS, MEMOS)
