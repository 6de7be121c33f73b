"""What merged cells say of the rows that they reach over. Pure."""

from collections.abc import Mapping

from webapp.ground.register.reading.sheet import Merge, Sheet
from webapp.ground.register.rules import Field

# One of these written over several rows holds for each of them; a number or an area does not.
_SHARED = frozenset({Field.PHASE, Field.BUILDING, Field.STAIRWELL, Field.FLOOR, Field.STATUS})
_ALONE = frozenset({Field.NUMBER, Field.ROOM_PATH, Field.AREA})


class Merges:
    """Merged cells of the columns of one table that reach over several rows."""

    def __init__(self, sheet: Sheet, header: int, places: Mapping[Field, int]) -> None:
        """Keep for each row and column the range that covers it; `header` is the last header row, counted from 0."""
        self._sheet, self._header = sheet, header
        self._columns = {field: at for field, at in places.items() if field in _SHARED | _ALONE}
        self._wide = {(one.top, one.left): one.right - one.left + 1 for one in sheet.merges or ()}
        self._over: dict[tuple[int, int], Merge] = {}
        for one in sheet.merges or ():
            if one.bottom > max(one.top, header):
                columns = [at for at in self._columns.values() if one.left <= at <= one.right]
                self._over |= {
                    (row, at): one for at in columns for row in range(one.top, min(one.bottom + 1, len(sheet.rows)))
                }

    def are_in(self, field: Field) -> bool:
        """Answer whether people have merged cells of the column over several rows."""
        at = self._columns.get(field)
        return any(column == at and row > self._header for row, column in self._over)

    def width(self, row: int, column: int) -> int:
        """Answer how many columns the cell reaches over."""
        return self._wide.get((row, column), 1)

    def value(self, row: int, field: Field) -> str | None:
        """Answer what a merged cell says of the row, '' without one; None when it cannot say it of several rows."""
        one = self._over.get((row, self._columns.get(field, -1)))
        if one is None:
            return ""
        if one.top <= self._header or field in _ALONE:
            return None
        return self._sheet.text(one.top, one.left) if one.left == self._columns[field] else ""
