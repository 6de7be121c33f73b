"""The staff fault report (员工过错报告单) on paper: who was found at fault twice in a row, in what, and by whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.checks.models import CheckFault, CheckSheet
from webapp.domains.checks.rules.following import FAULT
from webapp.ground.books import Book, BookPage, days_by, language_of, proof_on_paper, written_in
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved, proof_of
from webapp.ground.paper.form import Box, Form, Section, Table
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.people.departments.queries import departments

WORDS = Path(__file__).with_name("words.yaml")
TABLES_WORDS = Path(__file__).with_name("tables.yaml")


@dataclass(frozen=True, slots=True)
class FaultPage:
    """One report as it stands now, with the lines of the sheets that it rests on, oldest first."""

    estate: Estate
    fault: CheckFault
    dept: str
    lines: tuple[tuple[CheckSheet, Mapping[str, Any]], ...]
    proved: Proved


entries_of = written_in(CheckFault, CheckFault.entry)


def fault_page(session: Session, estate_id: UUID, fault_id: UUID) -> FaultPage:
    """Answer the report; raises NotFound."""
    fault = session.get(CheckFault, (estate_id, fault_id))
    sheet = session.get(CheckSheet, (estate_id, fault.sheet_id)) if fault else None
    if fault is None or sheet is None:
        raise NotFound(fault=str(fault_id))
    names = {one.kind: one.name for one in departments(session, estate_id)}
    return FaultPage(
        estate=session.get_one(Estate, estate_id),
        fault=fault,
        dept=names[sheet.dept],
        lines=tuple(_lines(session, sheet, fault)),
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [fault_id])[fault_id]),
    )


def _lines(session: Session, sheet: CheckSheet, fault: CheckFault) -> Iterator[tuple[CheckSheet, Mapping[str, Any]]]:
    sheets = select(CheckSheet).where(CheckSheet.estate_id == sheet.estate_id, CheckSheet.dept == sheet.dept)
    for one in session.scalars(sheets.where(CheckSheet.entry < fault.entry).order_by(CheckSheet.day, CheckSheet.entry)):
        yield from ((one, row) for row in one.rows if row["rowId"] in fault.rows)


def form_of(page: FaultPage, _: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the report as a form in the estate's language; it has no photos."""
    language = language_of(page.estate)
    say = read_words(WORDS, language)
    signed = moment_text(page.fault.received_at, page.estate.timezone)
    return Form(
        language=language,
        title=say("title.fault"),
        serial=page.fault.serial,
        estate=page.estate.name,
        facts=[(say("fault.person"), page.fault.person_name), (say("dept"), page.dept)],
        parts=[_table(page, say), Section(say("fault.report"), notes=[(say("fault.fact"), page.fault.fact)])],
        boxes=[
            Box(say("fault.by"), name=page.fault.by_name, at=signed),
            Box(say("fault.person")),
            Box(say("manager")),
        ],
        proof=proof_on_paper(page.fault.serial, page.proved, page.estate, public_url),
    )


def _table(page: FaultPage, say: Lexicon) -> Table:
    titles = (say("checkedOn"), say("item"), say("finding"), say("writer"), say("serial"))
    rows = [
        (sheet.day.isoformat(), say(f"item.{row['item']}"), row["finding"], sheet.by_name, sheet.serial)
        for sheet, row in page.lines
    ]
    return Table(say("fault.lines"), titles, (1.4, 1.2, 4, 1.4, 2), rows)


def page_of(page: FaultPage) -> BookPage:
    """Answer the report as a page of its book."""
    findings = "；".join(row["finding"] for _, row in page.lines)
    sheets = "、".join(dict.fromkeys(sheet.serial for sheet, _ in page.lines))
    line = (page.fault.person_name, page.dept, findings, sheets, page.fault.fact, page.fault.by_name)
    return BookPage(
        serial=page.fault.serial,
        proved=page.proved,
        form=lambda photos, public_url: form_of(page, photos, public_url),
        lines={"faults": [line]},
    )


BOOK = Book(
    code=FAULT,
    tables={"faults": ("person", "dept", "finding", "sheet", "fact", "by")},
    words=TABLES_WORDS,
    days=days_by(CheckFault, CheckFault.received_at),
    entries=entries_of,
    page=lambda session, estate_id, fault_id: page_of(fault_page(session, estate_id, fault_id)),
    monthly=True,
)
