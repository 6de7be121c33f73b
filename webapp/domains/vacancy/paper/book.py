"""The book of checks of vacant units: a line a check."""

from functools import partial
from pathlib import Path
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.vacancy.models import VacantCheck
from webapp.domains.vacancy.paper.sheet import CheckPage, form_of, remarks_text, valves_text
from webapp.domains.vacancy.rules.checking import FORM
from webapp.ground.books import Book, BookPage, Cells, days_by, written_in
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import proof_of
from webapp.ground.paper.when import moment_text

COLUMNS = ("unit", "enteredAt", "leftAt", "visitor", "abnormal", "reading", "valves", "observation", "remarks")
_ENTRIES = written_in(VacantCheck, VacantCheck.entry)


def _page(session: Session, estate_id: UUID, check_id: UUID) -> BookPage:
    return page_of(check_page(session, estate_id, check_id))


def check_page(session: Session, estate_id: UUID, check_id: UUID) -> CheckPage:
    """Answer the check; raises NotFound."""
    check = session.get(VacantCheck, (estate_id, check_id))
    if check is None:
        raise NotFound(check=str(check_id))
    estate = session.get_one(Estate, estate_id)
    proved = proof_of(session, estate_id, {check.entry})
    return CheckPage(estate, check, msgspec.convert(check.checklist, ChecklistRef).template(), proved)


def page_of(stands: CheckPage) -> BookPage:
    """Answer the check as a page of its book."""
    return BookPage(
        serial=stands.check.serial,
        proved=stands.proved,
        form=partial(form_of, stands),
        lines={"checks": [_line(stands)]},
        photos={photo["sha256"] for photo in stands.check.photos},
        told={"complete": stands.check.complete},
    )


def _line(stands: CheckPage) -> Cells:
    check, zone = stands.check, stands.estate.timezone
    return (
        check.unit_name,
        moment_text(check.entered_at, zone),
        moment_text(check.left_at, zone),
        check.by_name,
        check.abnormal,
        check.water_reading,
        valves_text(stands),
        check.observation,
        remarks_text(stands),
    )


BOOK = Book(
    code=FORM,
    tables={"checks": COLUMNS},
    words=Path(__file__).with_name("words.yaml"),
    days=days_by(VacantCheck, VacantCheck.left_at),
    entries=_ENTRIES,
    page=_page,
)
