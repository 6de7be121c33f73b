"""The book of problem sheets (巡查问题处理表): a line a finding."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.findings.models import Finding
from webapp.domains.findings.paper.queries import FindingPage, entries_of, finding_page
from webapp.domains.findings.paper.sheet import WORDS, form_of
from webapp.domains.findings.rules.decision import FORM
from webapp.domains.findings.rules.states import FINAL
from webapp.ground.books import Book, BookPage, Cells, days_by
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import read_words

COLUMNS = ("foundAt", "finder", "place", "spot", "item", "description", "priority", "dept", "state")
TABLES_WORDS = Path(__file__).with_name("tables.yaml")


def page_of(stands: FindingPage) -> BookPage:
    """Answer the sheet as a page of its book."""
    return BookPage(
        serial=stands.finding.serial,
        proved=stands.proved,
        form=partial(form_of, stands),
        lines={"findings": [_line(stands)]},
        photos=stands.photos,
        told={"state": stands.finding.state.value},
    )


def _line(stands: FindingPage) -> Cells:
    finding, say = stands.finding, read_words(WORDS, stands.language)
    return (
        moment_text(finding.found_at, stands.estate.timezone),
        finding.by_name,
        finding.place_name or say("unknownPlace"),
        finding.spot,
        finding.item,
        finding.description,
        say(f"priority.{finding.priority}"),
        say.known(f"dept.{finding.dept}") if finding.dept else "",
        say(f"state.{finding.state}"),
    )


def _open(session: Session, estate_id: UUID) -> Collection[UUID]:
    return session.scalars(select(Finding.id).where(Finding.estate_id == estate_id, Finding.state.not_in(FINAL))).all()


def _page(session: Session, estate_id: UUID, finding_id: UUID) -> BookPage:
    return page_of(finding_page(session, estate_id, finding_id))


BOOK = Book(
    code=FORM,
    tables={"findings": COLUMNS},
    words=TABLES_WORDS,
    days=days_by(Finding, Finding.found_at),
    entries=entries_of,
    page=_page,
    open=_open,
    monthly=True,
)
