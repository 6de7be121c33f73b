"""What a key list would bring: nothing is written, the phone keeps what is good as registrations."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.bodies import Readable, receive
from webapp.core.errors import DomainError
from webapp.domains.keys.importing.columns import layout_of
from webapp.domains.keys.importing.reading import Known, Reader, Row, ways_to_write
from webapp.domains.keys.models import KeySet
from webapp.domains.keys.rules.states import FINAL
from webapp.ground.places.models import Building, Stairwell, Unit
from webapp.ground.places.units.lying import called, lying
from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.reading.workbook import open_sheets

MOST_BYTES = 5 * 1024 * 1024


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
    with NamedTemporaryFile(prefix="rounds-keys-") as file:
        receive(body, file, most=MOST_BYTES)
        file.flush()
        sheets = open_sheets(Path(file.name), name)
    return _read(sheets, _known(session, estate_id, today))


def _read(sheets: Sequence[Sheet], known: Known) -> Looked:
    seen: set[str] = set()
    rows: list[Row] = []
    unread: list[str] = []
    layouts = [(sheet, layout) for sheet in sheets if (layout := layout_of(sheet))]
    if not layouts:
        raise NoKeyList
    for sheet, layout in layouts:
        rows += Reader(sheet, layout, known, seen).rows()
        unread += layout.unread
    return Looked(rows, list(dict.fromkeys(unread)))


def _known(session: Session, estate_id: UUID, today: date) -> Known:
    units: defaultdict[str, list[tuple[UUID, str]]] = defaultdict(list)
    homes = lying(select(Unit.id, Building.name, Stairwell.name, Unit.number)).where(Unit.estate_id == estate_id)
    for id_, building, stairwell, number in session.execute(homes):
        for written in dict.fromkeys(ways_to_write(building, stairwell, number)):
            units[written].append((id_, called(building, stairwell, number)))
    used = select(KeySet.key_no).where(KeySet.estate_id == estate_id, KeySet.state.not_in(FINAL))
    return Known(units, frozenset(session.scalars(used)), today)
