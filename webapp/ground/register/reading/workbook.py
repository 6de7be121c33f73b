"""Opens a register's file, a workbook or CSV, and answers its sheets; nothing here knows what they mean."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from webapp.core.errors import DomainError
from webapp.ground.register.reading.files import Kind, kind_of
from webapp.ground.register.reading.refusals import EmptyWorkbook, Encrypted, NotAWorkbook, RegisterTooLarge
from webapp.ground.register.reading.separated import read_separated
from webapp.ground.register.reading.sheet import Merge, Sheet

_OPENER = Path(__file__).with_name("opener.py")
_PATIENCE = 60
_REFUSALS: dict[str, type[DomainError]] = {
    "encrypted": Encrypted,
    "too_large": RegisterTooLarge,
    "not_a_workbook": NotAWorkbook,
}


def open_sheets(path: Path, name: str) -> list[Sheet]:
    """Answer the sheets that are shown; `name` is the file's for people. Raises the refusals of a whole file."""
    sheets = (
        _opened(path)
        if kind_of(path) is Kind.WORKBOOK
        else [Sheet(Path(name).stem, read_separated(path), is_named=False)]
    )
    if not any(sheet.told(row) for sheet in sheets for row in range(len(sheet.rows))):
        raise EmptyWorkbook
    return sheets


def _opened(path: Path) -> list[Sheet]:
    """Let another process open the workbook: when it dies of it, the file was too much."""
    command = [sys.executable, "-I", str(_OPENER), str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise RegisterTooLarge from error
    if done.returncode != 0:
        raise RegisterTooLarge if done.returncode < 0 or b"MemoryError" in done.stderr else NotAWorkbook
    answer = json.loads(done.stdout, object_hook=_with_days)
    if "refused" in answer:
        raise _REFUSALS[answer["refused"]]
    return [_sheet(one) for one in answer["sheets"]]


def _with_days(value: dict[str, Any]) -> Any:
    return date.fromisoformat(value["day"]) if "day" in value else value


def _sheet(told: dict[str, Any]) -> Sheet:
    merges = None if told["merges"] is None else [Merge(*one) for one in told["merges"]]
    faults = frozenset((row, column) for row, column in told["faults"])
    return Sheet(told["name"], told["rows"], merges=merges, faults=faults)
