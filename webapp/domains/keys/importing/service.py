"""What a key list would bring: nothing is written, the phone keeps what is good as registrations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.bodies import Readable
from webapp.core.errors import DomainError
from webapp.domains.keys.importing.columns import HEADS, NEEDED
from webapp.domains.keys.importing.reading import Known, Reader, Row
from webapp.domains.keys.models import KeySet
from webapp.domains.keys.rules.states import FINAL
from webapp.ground.register.lists import layout_of, sheets_in, units_by_writing
from webapp.ground.register.reading.sheet import Sheet


class NoKeyList(DomainError):
    """No sheet of the file titles a column of key numbers and one of units."""

    code = "keys.no_key_list"


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file would bring: its rows, and the titles of columns that are not read."""

    rows: Sequence[Row]
    unread: Sequence[str]


def look(session: Session, estate_id: UUID, body: Readable, name: str, *, today: date) -> Looked:
    """Answer what the file would bring; raises NoKeyList, TooLarge and the refusals of a whole file."""
    return _read(sheets_in(body, name), _known(session, estate_id, today))


def _read(sheets: Sequence[Sheet], known: Known) -> Looked:
    seen: set[str] = set()
    rows: list[Row] = []
    unread: list[str] = []
    layouts = [(sheet, layout) for sheet in sheets if (layout := layout_of(sheet, HEADS, NEEDED))]
    if not layouts:
        raise NoKeyList
    for sheet, layout in layouts:
        rows += Reader(sheet, layout, known, seen).rows()
        unread += layout.unread
    return Looked(rows, list(dict.fromkeys(unread)))


def _known(session: Session, estate_id: UUID, today: date) -> Known:
    used = select(KeySet.key_no).where(KeySet.estate_id == estate_id, KeySet.state.not_in(FINAL))
    return Known(units_by_writing(session, estate_id), frozenset(session.scalars(used)), today)
