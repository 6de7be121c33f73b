"""The nonconformity slip (不合格单) on paper: what is wrong, by when it is put right, and how the recheck went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.checks.models import CheckSheet, CheckSlip
from webapp.domains.checks.rules.following import SLIP
from webapp.ground.books import Book, BookPage, Cells, days_by, language_of, proof_on_paper, written_in
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved, proof_of
from webapp.ground.paper.form import Box, Form, Section
from webapp.ground.paper.when import day_text, moment_text
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.people.departments.queries import departments

WORDS = Path(__file__).with_name("words.yaml")
TABLES_WORDS = Path(__file__).with_name("tables.yaml")
COLUMNS = ("sheet", "dept", "who", "item", "finding", "fact", "dueOn", "signer")


@dataclass(frozen=True, slots=True)
class SlipPage:
    """One slip as it stands now: the line it was issued for, and the lines that looked at it again."""

    estate: Estate
    slip: CheckSlip
    sheet: CheckSheet
    dept: str
    rechecks: tuple[tuple[CheckSheet, Mapping[str, Any]], ...]
    proved: Proved

    @property
    def row(self) -> Mapping[str, Any]:
        """The line of the sheet."""
        found: Mapping[str, Any] = next(row for row in self.sheet.rows if row["rowId"] == str(self.slip.row_id))
        return found


entries_of = written_in(CheckSlip, CheckSlip.entry)


def slip_page(session: Session, estate_id: UUID, slip_id: UUID) -> SlipPage:
    """Answer the slip; raises NotFound."""
    slip = session.get(CheckSlip, (estate_id, slip_id))
    sheet = session.get(CheckSheet, (estate_id, slip.sheet_id)) if slip else None
    if slip is None or sheet is None:
        raise NotFound(slip=str(slip_id))
    names = {one.kind: one.name for one in departments(session, estate_id)}
    return SlipPage(
        estate=session.get_one(Estate, estate_id),
        slip=slip,
        sheet=sheet,
        dept=names[sheet.dept],
        rechecks=tuple(_rechecks(session, sheet, str(slip.row_id))),
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [slip_id])[slip_id]),
    )


def _rechecks(session: Session, sheet: CheckSheet, row_id: str) -> Iterator[tuple[CheckSheet, Mapping[str, Any]]]:
    later = select(CheckSheet).where(CheckSheet.estate_id == sheet.estate_id, CheckSheet.dept == sheet.dept)
    for one in session.scalars(later.where(CheckSheet.entry > sheet.entry).order_by(CheckSheet.entry)):
        yield from ((one, row) for row in one.rows if row["rechecks"] == row_id)


def form_of(page: SlipPage, _: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the slip as a form in the estate's language; it has no photos."""
    language = language_of(page.estate)
    say = read_words(WORDS, language)
    signed = moment_text(page.slip.received_at, page.estate.timezone)
    return Form(
        language=language,
        title=say("title.slip"),
        serial=page.slip.serial,
        estate=page.estate.name,
        facts=list(_facts(page, say, language)),
        parts=[Section(say("slip.what"), notes=list(_notes(page, say)))],
        boxes=[Box(say("slip.manager"), name=page.slip.by_name, at=signed), Box(say("slip.responsible"))],
        proof=proof_on_paper(page.slip.serial, page.proved, page.estate, public_url),
    )


def _facts(page: SlipPage, say: Lexicon, language: str) -> Iterator[tuple[str, str]]:
    yield say("dept"), page.dept
    yield say("who"), page.slip.who
    yield say("item"), say(f"item.{page.row['item']}")
    yield say("slip.due"), day_text(page.slip.due_on, language)
    yield say("slip.sheet"), page.sheet.serial
    yield say("checkedOn"), day_text(page.sheet.day, language)


def _notes(page: SlipPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    yield say("finding"), page.row["finding"]
    yield say("slip.fact"), page.slip.fact
    for sheet, row in page.rechecks:
        told = say(f"slip.{'right' if row['right'] else 'not_right'}")
        yield say("slip.recheck"), say("slip.rechecked", told=told, no=sheet.serial, by=sheet.by_name)
    if not page.rechecks:
        yield say("slip.recheck"), "—"


def page_of(page: SlipPage) -> BookPage:
    """Answer the slip as a page of its book."""
    say = read_words(WORDS, language_of(page.estate))
    item = say(f"item.{page.row['item']}")
    due, by = page.slip.due_on.isoformat(), page.slip.by_name
    line: Cells = (page.sheet.serial, page.dept, page.slip.who, item, page.row["finding"], page.slip.fact, due, by)
    return BookPage(
        serial=page.slip.serial,
        proved=page.proved,
        form=lambda photos, public_url: form_of(page, photos, public_url),
        lines={"slips": [line]},
    )


BOOK = Book(
    code=SLIP,
    tables={"slips": COLUMNS},
    words=TABLES_WORDS,
    days=days_by(CheckSlip, CheckSlip.received_at),
    entries=entries_of,
    page=lambda session, estate_id, slip_id: page_of(slip_page(session, estate_id, slip_id)),
    monthly=True,
)
