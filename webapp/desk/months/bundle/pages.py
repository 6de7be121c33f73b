"""One page of a bundle: its paper, its lines in the tables, its photos, and what the manifest tells of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.desk.books.lines import lines_of
from webapp.desk.books.pages import Page
from webapp.desk.months.rules import is_late
from webapp.ground.books import Book, BookPage, Cells, language_of, print_page
from webapp.ground.estates.models import Estate


@dataclass(frozen=True, slots=True)
class Bound:
    """A page as it goes into the bundle; `tables` by name."""

    file: str
    paper: bytes
    tables: Mapping[str, Sequence[Cells]]
    photos: frozenset[str]
    told: Mapping[str, Any]


def bind(
    session: Session, settings: Settings, estate: Estate, book: Book, page: Page, month: str, now: datetime
) -> Bound:
    """Answer the page as it stands now."""
    stands = book.page(session, estate.id, page.key)
    return Bound(
        file=f"{book.register}/{page.serial}.pdf",
        paper=print_page(session, settings, estate.id, stands, now=now),
        tables=lines_of(book, stands, page, month=month, language=language_of(estate), zone=estate.timezone),
        photos=frozenset(stands.photos),
        told={**_told(page, month, stands), **stands.told},
    )


def _told(page: Page, month: str, stands: BookPage) -> dict[str, Any]:
    return {
        "serial": page.serial,
        "form": page.form,
        "day": page.day and page.day.isoformat(),
        "acceptedAt": page.accepted_at.isoformat(),
        "late": bool(page.day and is_late(page.day, month)),
        "void": page.void,
        "entries": list(stands.proved.numbers),
        "hash": stands.proved.hash,
    }
