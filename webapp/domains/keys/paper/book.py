"""The book of custody mandates (业主托管钥匙委托书): a line a mandate; the room destroys them in its own time."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.domains.keys.paper.queries import MandatePage, entries_of, mandate_page, mandates
from webapp.domains.keys.paper.sheet import form_of
from webapp.domains.keys.rules.acting import MANDATE_FORM
from webapp.ground.books import Book, BookPage, Cells
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
    words=Path(__file__).parents[1] / "registers" / "words.yaml",
    days=_days,
    entries=entries_of,
    page=_page,
)
