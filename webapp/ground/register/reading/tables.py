"""The tables of a sheet: a header, its columns and its rows; a sheet may hold several, one below the other. Pure."""

from collections.abc import Iterator, Sequence

from webapp.ground.register.reading.blocks import blocks_of
from webapp.ground.register.reading.columns import columns_of
from webapp.ground.register.reading.context import House, house_of_sheet, house_told
from webapp.ground.register.reading.headers import Header, Knows, find_header, is_header, is_repeated, spanning
from webapp.ground.register.reading.paths import room_path
from webapp.ground.register.reading.rows import CARRIED, Table
from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.rules import Column, Field

_UNREAD = frozenset({Field.OWNER, Field.PHONE, Field.NOTE, Field.IGNORED})
# A title stands at most so many rows above a header in the middle of a sheet.
_NEAR = 3
_ASKED = 300


def tables_of(sheet: Sheet, knows: Knows) -> Iterator[tuple[Table, tuple[Column, ...]]]:
    """Answer the tables of the sheet in their order; none when nothing in it looks like a header."""
    headers = list(_headers(sheet, knows))
    stops = [*(header.first for header in headers[1:]), len(sheet.rows)]
    for nth, (header, stop) in enumerate(zip(headers, stops, strict=False)):
        above = range(max(0, header.first - _NEAR) if nth else 0, header.first)
        for block in blocks_of(header, knows):
            columns = columns_of(sheet, block, knows, stop)
            yield _table(sheet, block, columns, stop, above), columns


def _table(sheet: Sheet, header: Header, columns: Sequence[Column], stop: int, above: Sequence[int]) -> Table:
    places = {one.meaning: one.index for one in columns if one.meaning and one.meaning not in _UNREAD}
    first = header.last + 1
    empty = {one for one in CARRIED if one in places and not _has_cells(sheet, places[one], first, stop)}
    places = {one: at for one, at in places.items() if one not in empty}
    rows = range(first, min(stop, first + _ASKED))
    named = Field.BUILDING in places or not sheet.is_named or _names_buildings(sheet, rows, places.get(Field.ROOM_PATH))
    return Table(sheet, header, places, stop, _house(sheet, above, header.beside, named))


def _headers(sheet: Sheet, knows: Knows) -> Iterator[Header]:
    header = find_header(sheet, knows)
    row = 0
    while header is not None:
        yield header
        row, known = header.last + 1, header
        header = None
        while row < len(sheet.rows):
            if is_header(sheet, row, knows) and not is_repeated(sheet, row, known):
                header = spanning(sheet, row, knows)
                break
            row += 1


def _has_cells(sheet: Sheet, column: int, first: int, stop: int) -> bool:
    reached = any(one.left <= column <= one.right and one.bottom >= first for one in sheet.merges or ())
    faulty = any(at == column and row >= first for row, at in sheet.faults)
    return reached or faulty or any(sheet.text(row, column) for row in range(first, stop))


def _names_buildings(sheet: Sheet, rows: Sequence[int], column: int | None) -> bool:
    """Answer whether paths name building and stairwell, so that a sheet called 3 is only the third sheet."""
    if column is None:
        return False
    paths = (room_path(sheet.text(row, column)) for row in rows)
    return any(path.building and path.stairwell for path in paths if path)


def _house(sheet: Sheet, titles: Sequence[int], beside: frozenset[int], named: bool) -> House:
    house = House()
    for row in titles:
        told = sheet.told(row)
        texts = {sheet.text(row, at) for at in told if len(told) == 1 or at not in beside}
        said = house_told(" ".join(texts)) if len(texts) <= 3 else House()
        house = said.within(house) if said != House() else house
    of_sheet = house_told(sheet.name) if named else house_of_sheet(sheet.name)
    return house.within(of_sheet)
