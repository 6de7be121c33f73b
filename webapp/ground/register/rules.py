"""What a register says: its columns, its units, and what was left out and why. Free of database and files."""

import enum
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.keys import key_of


class Field(enum.StrEnum):
    """What a column of the register says."""

    BUILDING = "building"
    STAIRWELL = "stairwell"
    FLOOR = "floor"
    NUMBER = "number"
    # 3-2-1501 or 3栋2单元1501 in one cell.
    ROOM_PATH = "room_path"
    # 期、区、组团: tells buildings of the same number apart.
    PHASE = "phase"
    AREA = "area"
    STATUS = "status"
    RECEIVED_ON = "received_on"
    # Recognised so that they are never read (CORE-R05).
    OWNER = "owner"
    PHONE = "phone"
    SERIAL = "serial"
    NOTE = "note"
    IGNORED = "ignored"


SECRET = frozenset({Field.OWNER, Field.PHONE})

# Why a row is left out; each has words and a remedy in `pwa/src/ground/register/text.ts`.
WHY = (
    "duplicate_unit",
    "building_missing",
    "building_differs",
    "stairwell_missing",
    "stairwell_differs",
    "unit_number_missing",
    "room_path_unclear",
    "name_too_long",
    "floor_missing",
    "floor_not_a_number",
    "area_not_a_number",
    "state_missing",
    "state_unknown",
    "formula_without_value",
    "merged_over_data",
    "became_a_date",
)

# How a column was understood: by its title, by what its cells say, by what the estate said before, by hand now.
By = Literal["words", "values", "remembered", "hand"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet. `title` as written, joined over the header rows; `samples` at most three, none of owners."""

    index: int
    title: str
    samples: tuple[str, ...]
    meaning: Field | None
    by: By | None


@dataclass(frozen=True, slots=True)
class SheetRead:
    """What became of a sheet. `header` is its last header row as people count, None when it holds no register.

    skipped  rows that say nothing of a unit: blank, titles, subtotals, repeated headers
    missing  meanings without which no unit can be read
    """

    name: str
    header: int | None
    columns: tuple[Column, ...]
    units: int
    missing: tuple[Field, ...]
    skipped: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the register gives it. `area` in hundredths of a square metre, None where the cell is empty."""

    building: str
    stairwell: str
    floor: int
    number: str
    area: int | None
    status: UnitStatus
    renovating: bool
    received_on: date | None = None
    sheet: str = ""
    row: int = 0

    @property
    def key(self) -> tuple[str, str, str]:
        """Answer what tells units of an estate apart, however their names are written."""
        return key_of(self)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was left out, and why. `value` is the cell at fault as written, never an owner's."""

    sheet: str
    row: int
    why: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """What a workbook says, in its own order."""

    layout: str
    units: tuple[Unit, ...]
    refusals: tuple[Refusal, ...]
    sheets: tuple[SheetRead, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Answer the promised summary (`protocol.md` 14)."""
        return {
            "layout": self.layout,
            "good_units": len(self.units),
            "by_state": dict(Counter(unit.status.value for unit in self.units)),
            "refuse": [{"sheet": no.sheet, "row": no.row, "why": no.why} for no in self.refusals],
            "renovating": sum(unit.renovating for unit in self.units),
        }
