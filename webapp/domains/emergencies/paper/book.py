"""The book of emergency entries: a line an entry."""

from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.domains.emergencies.models import EmergencyEntry
from webapp.domains.emergencies.paper.queries import EntryPage, entries_of, entry_page
from webapp.domains.emergencies.paper.sheet import WORDS, form_of, resident
from webapp.domains.emergencies.rules.decision import FORM
from webapp.ground.books import Book, BookPage, Cells, days_by
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import read_words

COLUMNS = (
    *("unit", "finding", "reason", "authoriser", "authorisedAt", "present"),
    *("enteredAt", "leftAt", "done", "resident", "remarks"),
)


def page_of(stands: EntryPage) -> BookPage:
    """Answer the entry as a page of its book."""
    return BookPage(
        serial=stands.entry.serial,
        proved=stands.proved,
        form=partial(form_of, stands),
        lines={"entries": [_line(stands)]},
        photos={photo["sha256"] for _, photo in stands.shown},
    )


def _line(stands: EntryPage) -> Cells:
    entry, zone, say = stands.entry, stands.estate.timezone, read_words(WORDS, stands.language)
    return (
        entry.unit,
        stands.finding or "",
        entry.reason,
        entry.authoriser_name or "",
        moment_text(entry.authorised_at, zone),
        say("comma").join(one["name"] for one in entry.present),
        moment_text(entry.entered_at, zone),
        moment_text(entry.left_at, zone) if entry.left_at else "",
        entry.done or "",
        resident(stands, say),
        say("stop").join(say.known(code) for code in stands.remarks),
    )


def _page(session: Session, estate_id: UUID, entry_id: UUID) -> BookPage:
    return page_of(entry_page(session, estate_id, entry_id))


BOOK = Book(
    code=FORM,
    tables={"entries": COLUMNS},
    words=Path(__file__).with_name("words.yaml"),
    days=days_by(EmergencyEntry, EmergencyEntry.entered_at),
    entries=entries_of,
    page=_page,
    monthly=True,
)
