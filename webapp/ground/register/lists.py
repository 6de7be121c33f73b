"""Lists of an office that rooms read row by row: where a sheet's titles stand, and which unit a row is about.

A room reads its list, writes nothing, and answers what each row would say; the phone keeps what is good.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.bodies import Readable, receive
from webapp.ground.places.models import Building, Stairwell, Unit
from webapp.ground.places.units.lying import called, lying
from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.reading.workbook import open_sheets
from webapp.ground.register.reading.writing import compact

MOST_BYTES = 5 * 1024 * 1024
# By field, how offices head its column; in simplified script, compared without spaces.
Heads = Mapping[str, Sequence[str]]
# A unit's id and its name in full, by all the ways people write it.
Units = Mapping[str, Sequence[tuple[UUID, str]]]
_LOOKED_AT = 15
_DAY = re.compile(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*")
_NUMBER = re.compile(r"\d+")


class Unread(Exception):
    """Why a row cannot be taken, and the `value` that stands in the way."""

    def __init__(self, why: str, value: str = "") -> None:
        super().__init__(why)
        self.why, self.value = why, value


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's titles stand, and which column says what; `unread` are titles that mean nothing here."""

    head: int
    columns: Mapping[str, int]
    unread: Sequence[str]


def layout_of(sheet: Sheet, heads: Heads, needed: Sequence[str]) -> Layout | None:
    """Answer how a sheet is laid out; None when no row of it titles all that is needed."""
    meaning = {compact(head): name for name, words in heads.items() for head in words}
    for row in range(min(_LOOKED_AT, len(sheet.rows))):
        told = {column: sheet.text(row, column) for column in sheet.told(row)}
        means = {column: meaning.get(compact(text)) for column, text in told.items()}
        # The first column of a meaning counts.
        columns = {name: column for column, name in reversed(means.items()) if name}
        if all(name in columns for name in needed):
            return Layout(row, columns, [told[column] for column, name in means.items() if name is None])
    return None


@dataclass(slots=True)
class Listed:
    """A sheet whose titles are known; rows are counted from 0, as the sheet has them."""

    sheet: Sheet
    layout: Layout

    def told(self) -> Iterator[int]:
        """Answer the rows that say anything, from the first below the titles."""
        for row in range(self.layout.head + 1, len(self.sheet.rows)):
            if any(self.text(row, name) for name in self.layout.columns):
                yield row

    def text(self, row: int, name: str) -> str:
        """Answer what a row says in a column; '' where there is no such column."""
        column = self.layout.columns.get(name)
        return "" if column is None else self.sheet.text(row, column)

    def day(self, row: int, name: str) -> date | None:
        """Answer the day in a column, None where nothing stands; raises Unread."""
        text = self.text(row, name)
        if not text:
            return None
        found = _DAY.fullmatch(text)
        try:
            if found:
                return date(*map(int, found.groups()))
        except ValueError:
            pass
        raise Unread("bad_day", text)

    def unit(self, row: int, name: str, units: Units) -> tuple[UUID, str]:
        """Answer the unit that a column names; raises Unread."""
        text = self.text(row, name)
        if not text:
            raise Unread("no_place")
        found = units.get(compact(text), ())
        if len(found) != 1:
            raise Unread("unit_ambiguous" if found else "unit_unknown", text)
        return found[0]


def sheets_in(body: Readable, name: str) -> list[Sheet]:
    """Answer the sheets of a file as it comes in; raises TooLarge and the refusals of a whole file."""
    with NamedTemporaryFile(prefix="rounds-list-") as file:
        receive(body, file, most=MOST_BYTES)
        file.flush()
        return list(open_sheets(Path(file.name), name))


def units_by_writing(session: Session, estate_id: UUID) -> Units:
    """Answer the units of an estate by all the ways people write them."""
    query = lying(select(Unit.id, Building.name, Stairwell.name, Unit.number)).where(Unit.estate_id == estate_id)
    units: defaultdict[str, list[tuple[UUID, str]]] = defaultdict(list)
    for id_, building, stairwell, number in session.execute(query):
        for written in dict.fromkeys(_ways_to_write(building, stairwell, number)):
            units[written].append((id_, called(building, stairwell, number)))
    return units


def _ways_to_write(building: str, stairwell: str, number: str) -> Iterator[str]:
    """Answer how people write a unit: in full, in short (3-2-1501), and by its number alone."""
    yield compact(f"{building}{stairwell}{number}")
    yield compact(f"{building}{number}")
    yield compact(number)
    digits = [_NUMBER.search(name) for name in (building, stairwell)]
    if all(digits):
        yield compact("-".join([*(found[0] for found in digits if found), number]))
