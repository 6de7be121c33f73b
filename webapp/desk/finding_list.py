"""Findings as a workbook, narrowed as the list on the page is."""

from collections.abc import Collection, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.domains.findings.models import Finding
from webapp.domains.findings.paper.book import TABLES_WORDS
from webapp.domains.findings.paper.sheet import WORDS, in_language
from webapp.domains.findings.rules.standing import words_for
from webapp.domains.findings.rules.states import FINAL, FindingState
from webapp.ground.books import Cells
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.paper.workbook import write_workbook

HEAD = (
    *("serial", "foundAt", "finder", "place", "spot", "item", "description"),
    *("priority", "dept", "state", "orderNo", "dueAt"),
)
# What somebody remembers of a finding is in one of these.
_SEARCHED = (
    *(Finding.serial, Finding.order_no, Finding.place_name),
    *(Finding.spot, Finding.description, Finding.by_name),
)
# A workbook of more is nothing that anybody reads; whole months are in the bundles.
MOST = 5_000


def workbook(
    session: Session, estate_id: UUID, *, states: Collection[FindingState], dept: str | None, words: str
) -> bytes:
    """Answer the findings as a workbook in the estate's language, newest first.

    states  none: all that are not over
    words   what one of their fields holds; empty: all
    """
    estate = session.get_one(Estate, estate_id)
    language = str(setting(estate.settings, "ui_locale"))
    say, sheet = read_words(TABLES_WORDS, language), read_words(WORDS, language)
    query = select(Finding).where(Finding.estate_id == estate_id, *_wanted(states, dept, words))
    found = session.scalars(query.order_by(Finding.found_at.desc()).limit(MOST))
    lines = [_line(finding, estate.timezone, sheet) for finding in found]
    return _written(say("findings"), [[say(column) for column in HEAD], *lines])


def _wanted(states: Collection[FindingState], dept: str | None, words: str) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = [Finding.state.in_(states) if states else Finding.state.not_in(FINAL)]
    if dept:
        wanted.append(Finding.dept.in_(words_for(dept)))
    if words:
        wanted.append(or_(*(field.icontains(words, autoescape=True) for field in _SEARCHED)))
    return wanted


def _line(finding: Finding, zone: str, say: Lexicon) -> Cells:
    ref = ChecklistRef(type=finding.checklist_type, version=finding.checklist_version, hash=finding.checklist_hash)
    template = ref.template()
    item = template.item(finding.item) if template else None
    return (
        finding.serial,
        moment_text(finding.found_at, zone),
        finding.by_name,
        finding.place_name or say("unknownPlace"),
        finding.spot,
        in_language(item.words, say) if item else finding.item,
        finding.description,
        say(f"priority.{finding.priority}"),
        say.known(f"dept.{finding.dept}") if finding.dept else "",
        say(f"state.{finding.state}"),
        finding.order_no or "",
        moment_text(finding.due_at, zone) if finding.due_at else "",
    )


def _written(name: str, lines: Sequence[Cells]) -> bytes:
    with TemporaryDirectory(prefix="rounds-findings-") as folder:
        book = Path(folder) / "findings.xlsx"
        write_workbook(book, {name: lines})
        return book.read_bytes()
