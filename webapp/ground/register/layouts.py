"""Recognises how an office lays out its register, by the words of the header row."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.core.errors import DomainError
from webapp.ground.register.rules import Field
from webapp.ground.register.workbook import Cells, Sheet

# Header words as offices write them, without spaces and bracketed units.
WORDS: Mapping[str, Field] = {
    **dict.fromkeys(("楼栋", "楼号", "栋号", "楼宇"), Field.BUILDING),
    **dict.fromkeys(("单元", "单元号", "梯号"), Field.STAIRWELL),
    **dict.fromkeys(("楼层", "层", "所在层"), Field.FLOOR),
    **dict.fromkeys(("房号", "室号", "房间号"), Field.NUMBER),
    **dict.fromkeys(("建筑面积", "面积"), Field.AREA),
    **dict.fromkeys(("房屋状态", "状态", "入住状态"), Field.STATUS),
}
_ASIDE = re.compile(r"\([^)]*\)|\s")


class LayoutUnknown(DomainError):
    """No sheet has a header row in which every column of the register is found."""

    code = "register.layout_unknown"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the register: `row` as people count, `cells` by what they say."""

    sheet: str
    row: int
    cells: Mapping[Field, Any]


@dataclass(frozen=True, slots=True)
class Layout:
    """A way of laying out the register. `header` is the row of the header words, as people count."""

    name: str
    header: int

    def columns(self, sheet: Sheet) -> Mapping[Field, int] | None:
        """Answer which column says what, or None when this is not the sheet's layout."""
        if len(sheet.rows) < self.header:
            return None
        found = {WORDS[word]: column for column, word in _words(sheet.rows[self.header - 1]) if word in WORDS}
        return found if len(found) == len(set(WORDS.values())) else None

    def lines(self, sheet: Sheet, columns: Mapping[Field, int]) -> Iterator[Line]:
        """Answer the rows below the header that say anything at all."""
        for number, row in enumerate(sheet.rows[self.header :], start=self.header + 1):
            cells = {field: row[column] for field, column in columns.items()}
            if any(cell not in ("", None) for cell in cells.values()):
                yield Line(sheet.name, number, cells)


LAYOUTS = (Layout("plain", header=1),)


def lines_of(sheets: list[Sheet]) -> tuple[Layout, list[Line]]:
    """Answer the layout and the lines of every sheet laid out so; raises LayoutUnknown."""
    for layout in LAYOUTS:
        known = [(sheet, columns) for sheet in sheets if (columns := layout.columns(sheet))]
        if known:
            return layout, [line for sheet, columns in known for line in layout.lines(sheet, columns)]
    fields = dict.fromkeys(WORDS.values())
    raise LayoutUnknown(sheets=[sheet.name for sheet in sheets], columns=[_first_word(field) for field in fields])


def _words(row: Cells) -> Iterator[tuple[int, str]]:
    for column, cell in enumerate(row):
        yield column, _ASIDE.sub("", unicodedata.normalize("NFKC", str(cell)))


def _first_word(field: Field) -> str:
    return next(word for word, meant in WORDS.items() if meant is field)
