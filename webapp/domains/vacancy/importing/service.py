"""What a list of units would bring: nothing is written, the phone keeps what is good as cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.bodies import Readable
from webapp.core.errors import DomainError
from webapp.domains.vacancy.importing.columns import HEADS, NEEDED
from webapp.domains.vacancy.importing.reading import Known, Reader, Row
from webapp.domains.vacancy.models import VacantCard
from webapp.domains.vacancy.telling import told_card
from webapp.ground.register.lists import layout_of, sheets_in, units_by_writing

_MADE = ("byName", "at")


class NoUnitList(DomainError):
    """No sheet of the file titles a column of units and one of what a card says."""

    code = "vacancy.no_unit_list"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file would bring: its rows, and the titles of columns that are not read."""

    rows: Sequence[Row]
    unread: Sequence[str]


def look(session: Session, estate_id: UUID, body: Readable, name: str) -> Looked:
    """Answer what the file would bring; raises NoUnitList, TooLarge and the refusals of a whole file."""
    found = [(sheet, layout_of(sheet, HEADS, NEEDED)) for sheet in sheets_in(body, name)]
    layouts = [(sheet, layout) for sheet, layout in found if layout and len(layout.columns) > len(NEEDED)]
    if not layouts:
        raise NoUnitList
    known, seen = _known(session, estate_id), set[UUID]()
    rows = [row for sheet, layout in layouts for row in Reader(sheet, layout, known, seen).rows()]
    return Looked(rows, list(dict.fromkeys(head for _, layout in layouts for head in layout.unread)))


def _known(session: Session, estate_id: UUID) -> Known:
    cards = session.scalars(select(VacantCard).where(VacantCard.estate_id == estate_id))
    said = {card.id: {name: one for name, one in told_card(card).items() if name not in _MADE} for card in cards}
    return Known(units_by_writing(session, estate_id), said)
