"""The register as read: good units, what was left out, and how each sheet was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from webapp.ground.register.reading.headers import Knows, knowing
from webapp.ground.register.reading.heard import Heard, Through, nobody
from webapp.ground.register.reading.lines import read_lines
from webapp.ground.register.reading.refusals import LayoutUnknown
from webapp.ground.register.reading.rows import Line, Table
from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.reading.tables import tables_of
from webapp.ground.register.reading.workbook import open_sheets
from webapp.ground.register.reading.writing import compact
from webapp.ground.register.rules import Column, Field, Refusal, Register, SheetRead, Unit

_NOTHING: Mapping[str, Field] = MappingProxyType({})
# Sheets beside the register; only where another sheet is one, for an office may call its register 汇总表.
_BESIDE = (
    "汇总",
    "统计",
    "透视",
    "说明",
    "目录",
    "封面",
    "字典",
    "车位",
    "车库",
    "储藏",
    "参数",
    "样表",
    "示例",
    "SUMMARY",
    "PIVOT",
    "README",
)


@dataclass(slots=True, eq=False)
class _Read:
    """A sheet's tables while the file is read."""

    sheet: Sheet
    tables: list[tuple[Table, tuple[Column, ...], list[Line]]]
    missing: tuple[Field, ...]

    @property
    def lines(self) -> list[Line]:
        return sorted((line for _, _, lines in self.tables for line in lines), key=lambda line: line.row)


def read_register(
    path: Path, chosen: Mapping[str, Field] = _NOTHING, *, name: str | None = None, heard: Heard = nobody
) -> Register:
    """Answer what the file says.

    chosen  what titles mean that are known to the estate, by `heading(title)`
    name    the file's name for people where `path` has another
    heard   is told now and then how many rows are through, and how many there are
    Raises the refusals of a whole file; LayoutUnknown when no sheet holds a table at all.
    """
    knows = knowing(chosen)
    sheets = open_sheets(path, name or path.name)
    through = Through(heard, of=sum(len(sheet.rows) for sheet in sheets))
    read = [_read_sheet(sheet, knows, through) for sheet in sheets]
    if not any(one.tables for one in read):
        raise LayoutUnknown(sheets=[one.sheet.name for one in read])
    registers = _registers(read)
    results = read_lines([line for one in registers for line in one.lines])
    units = tuple(result for result in results if isinstance(result, Unit))
    refusals = tuple(result for result in results if isinstance(result, Refusal))
    return Register(_layout(registers), units, refusals, tuple(_told(one, registers, units) for one in read))


def _read_sheet(sheet: Sheet, knows: Knows, through: Through) -> _Read:
    tables = [(table, columns) for table, columns in tables_of(sheet, knows)]
    missing = _missing([table for table, _ in tables])
    return _Read(sheet, [(table, columns, list(through.each(table.lines()))) for table, columns in tables], missing)


def _missing(tables: Sequence[Table]) -> tuple[Field, ...]:
    """Answer what the table that says the most does not say and must."""
    lacks = [
        tuple(
            field
            for field, is_there in (
                (Field.BUILDING, {Field.BUILDING, Field.ROOM_PATH} & table.places.keys() or table.has_house),
                (Field.NUMBER, {Field.NUMBER, Field.ROOM_PATH} & table.places.keys()),
                (Field.STATUS, Field.STATUS in table.places),
            )
            if not is_there
        )
        for table in tables
    ]
    return min(lacks, key=len, default=())


def _registers(read: Sequence[_Read]) -> list[_Read]:
    whole = [one for one in read if one.tables and not one.missing]
    named = [one for one in whole if not any(word in compact(one.sheet.name) for word in _BESIDE)]
    return named or whole


def _layout(registers: Sequence[_Read]) -> str:
    """Answer the kind of layout.

    plain         one header in row 1, every row complete, nothing merged, no other rows
    office        title rows, merged or empty cells that stand for others, subtotals, several header rows
    path          the way to a unit in one column
    per_building  the building is told by the sheet, its title or a row between
    unknown       no sheet has all columns; a person has to say what they mean
    """
    tables = [table for one in registers for table, _, _ in one.tables]
    if not tables:
        return "unknown"
    if any(Field.ROOM_PATH in table.places for table in tables):
        return "path"
    if any(Field.BUILDING not in table.places for table in tables):
        return "per_building"
    is_plain = all(
        table.header.last == 0 and not table.sheet.merges and not table.carries and not table.subtotals
        for table in tables
    )
    return "plain" if is_plain and len(tables) == len(registers) else "office"


def _told(one: _Read, registers: Sequence[_Read], units: Sequence[Unit]) -> SheetRead:
    """Answer what became of the sheet; one without any known column says nothing where another is a register."""
    is_register = one in registers
    known = {column.meaning for _, columns, _ in one.tables for column in columns} & set(Field)
    if not one.tables or not (is_register or known or not registers):
        return SheetRead(one.sheet.name, None, (), 0, (), len(one.sheet.rows))
    own = sum(unit.sheet == one.sheet.name for unit in units) if is_register else 0
    skipped = len(one.sheet.rows) - (len({line.row for line in one.lines}) if is_register else 0)
    header = one.tables[0][0].header.last + 1
    return SheetRead(one.sheet.name, header, _columns(one), own, one.missing, skipped)


def _columns(one: _Read) -> tuple[Column, ...]:
    """Answer the columns of all tables of the sheet, each title once."""
    columns: dict[str, Column] = {}
    for _, own, _ in one.tables:
        for column in own:
            columns.setdefault(column.title, column)
    return tuple(columns.values())
