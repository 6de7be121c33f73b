"""Rows that were left out, as a table that offices open in Excel; pure."""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from typing import Any

COLUMNS = ("sheet", "row", "why", "value")

# What Excel would take for a formula; a negative number is none.
_FORMULA = re.compile(r"[=+@\t\r]|-(?!\d+(\.\d+)?$)")


def refused_table(rows: Iterable[Mapping[str, Any]]) -> str:
    """Answer the rows as CSV; the mark in front makes Excel read it as UTF-8."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows([_inert(row[column]) for column in COLUMNS] for row in rows)
    return f"\ufeff{text.getvalue()}"


def _inert(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
