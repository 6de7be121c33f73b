"""A month's tables as CSV; no cell is a formula, whatever it says."""

import csv
import io
import re
from collections.abc import Iterable

from webapp.ground.books import Cells

# What a spreadsheet would take for a formula when it opens a CSV; a negative number is none.
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)")


def as_csv(head: Cells, lines: Iterable[Cells]) -> bytes:
    """Answer a table as CSV; the mark in front makes spreadsheets read it as UTF-8."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerows([_inert(cell) for cell in line] for line in (head, *lines))
    return f"\ufeff{text.getvalue()}".encode()


def _inert(cell: str | int) -> str | int:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
