"""The register as read: good units, and what was left out."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from webapp.ground.register.layouts import Line, lines_of
from webapp.ground.register.lines import read_line
from webapp.ground.register.rules import Field, Refusal, Register, Unit
from webapp.ground.register.workbook import open_workbook


def read_register(path: Path, chosen: Mapping[str, Field] = MappingProxyType({})) -> Register:
    """Answer what the workbook at `path` says; raises NotAWorkbook or LayoutUnknown."""
    layout, lines = lines_of(open_workbook(path))
    return _sort_out(layout.name, lines)


def _sort_out(layout: str, lines: list[Line]) -> Register:
    units: dict[tuple[str, str, str], Unit] = {}
    refusals = []
    for line in lines:
        read = read_line(line)
        if isinstance(read, Unit) and read.key in units:
            read = Refusal(line.sheet, line.row, "duplicate_unit")
        if isinstance(read, Refusal):
            refusals.append(read)
        else:
            units[read.key] = read
    return Register(layout, tuple(units.values()), tuple(refusals))
