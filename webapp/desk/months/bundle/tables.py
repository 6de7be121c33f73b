"""A month's tables as CSV and as one workbook; no cell is a formula, whatever it says."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from xlsxwriter import Workbook

from webapp.desk.months.bundle.lines import Cells

# What a spreadsheet would take for a formula when it opens a CSV; a negative number is none.
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)")
_WIDEST = 60


def as_csv(head: Cells, lines: Iterable[Cells]) -> bytes:
    """Answer a table as CSV; the mark in front makes spreadsheets read it as UTF-8."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerows([_inert(cell) for cell in line] for line in (head, *lines))
    return f"\ufeff{text.getvalue()}".encode()


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Cells]]) -> None:
    """Write tables by the names of their sheets; the first line of each is its head."""
    with Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
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


def _inert(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
