"""Tables as a workbook; no cell is a formula, whatever it says."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from xlsxwriter import Workbook

Line = Sequence[str | int]
_WIDEST = 60


def write_workbook(target: Path | IO[bytes], sheets: Mapping[str, Sequence[Line]]) -> None:
    """Write tables by the names of their sheets; the first line of each is its head."""
    with Workbook(target, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#EEEEEE"})
        for name, (head, *lines) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, head, bold)
            for row, line in enumerate(lines, start=1):
                sheet.write_row(row, 0, line)
            sheet.freeze_panes(1, 1)
            for column in range(len(head)):
                longest = max(len(str(line[column])) for line in (head, *lines))
                sheet.set_column(column, column, min(2 + 1.6 * longest, _WIDEST))
