"""The books of daily and weekly check sheets: a line a sheet, and a line for everything that was checked."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.day_records import DAY_RECORDS
from webapp.domains.checks.models import CheckSheet
from webapp.domains.checks.paper.queries import CheckPage, check_page, entries_of
from webapp.domains.checks.paper.sheet import WORDS, form_of, lines_of
from webapp.domains.checks.rules.bodies import Period
from webapp.domains.checks.rules.writing import FORMS
from webapp.ground.books import Book, BookPage, Cells
from webapp.ground.books.book import Keys
from webapp.ground.estates.models import Estate
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import read_words

TABLES_WORDS = Path(__file__).with_name("tables.yaml")
LINES = "check_lines"
COLUMNS: Mapping[Period, Sequence[str]] = {
    Period.DAILY: ("dept", "by", "lines", "note", "signer", "signedAt"),
    Period.WEEKLY: ("dept", "by", "lines", "rating", "note", "signer", "signedAt"),
}


def page_of(stands: CheckPage) -> BookPage:
    """Answer the sheet as a page of its book."""
    sheet, say = stands.sheet, read_words(WORDS, stands.language)
    return BookPage(
        serial=sheet.serial,
        proved=stands.proved,
        form=partial(form_of, stands),
        lines={sheet.period: [_line(stands)], LINES: lines_of(stands, say)},
    )


def _line(stands: CheckPage) -> Cells:
    sheet, say = stands.sheet, read_words(WORDS, stands.language)
    told: dict[str, str | int] = {
        "dept": stands.dept,
        "by": sheet.by_name,
        "lines": len(sheet.rows),
        "rating": say(f"rating.{sheet.rating}") if sheet.rating else "",
        "note": sheet.note,
        "signer": sheet.signer_name or "",
        "signedAt": moment_text(sheet.signed_at, stands.estate.timezone) if sheet.signed_at else "",
    }
    return [told[column] for column in COLUMNS[sheet.period]]


def _days(session: Session, estate: Estate, keys: Keys) -> Mapping[UUID, date]:
    query = select(CheckSheet.id, CheckSheet.day).where(CheckSheet.estate_id == estate.id, CheckSheet.id.in_(keys))
    return dict(session.execute(query).all())


def _page(session: Session, estate_id: UUID, sheet_id: UUID) -> BookPage:
    return page_of(check_page(session, estate_id, sheet_id, current_app.extensions[DAY_RECORDS]))


SHEETS = tuple(
    Book(
        code=FORMS[period],
        tables={period.value: COLUMNS[period], LINES: ("who", "item", "finding", "kind", "action")},
        words=TABLES_WORDS,
        days=_days,
        entries=entries_of,
        page=_page,
        monthly=True,
    )
    for period in Period
)
