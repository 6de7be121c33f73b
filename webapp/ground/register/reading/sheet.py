"""A sheet of cells as people see it; nothing here knows what they mean."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from webapp.ground.register.reading.writing import plain

Cell = str | int | float | bool | date
Row = list[Cell]


class Merge(NamedTuple):
    """A merged range; rows and columns count from 0 and the last ones belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet with all its rows from the first one on: `rows[0]` is what people call row 1.

    is_named  somebody gave the sheet its name; that of a CSV is its file's
    merges    None where the kind of file does not tell
    faults    cells whose formula has no kept value, as (row, column)
    """

    name: str
    rows: list[Row]
    is_named: bool = True
    merges: list[Merge] | None = None
    faults: frozenset[tuple[int, int]] = frozenset()
    _texts: list[list[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Read every cell once; it is asked many times."""
        self._texts = [[plain(cell) for cell in row] for row in self.rows]

    @property
    def width(self) -> int:
        """Answer the number of columns of the widest row."""
        return max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """Answer what the cell says, '' outside of the sheet."""
        if not 0 <= row < len(self._texts) or not 0 <= column < len(self._texts[row]):
            return ""
        return self._texts[row][column]

    def told(self, row: int) -> list[int]:
        """Answer the columns of the row that say anything."""
        return [at for at, text in enumerate(self._texts[row]) if text]
