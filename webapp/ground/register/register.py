"""The register as read: good units, and what was left out."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webapp.ground.register.layouts import Line, lines_of
from webapp.ground.register.lines import Refusal, Unit, read_line
from webapp.ground.register.workbook import open_workbook


@dataclass(frozen=True, slots=True)
class Register:
    """What a workbook says, in its own order."""

    layout: str
    units: tuple[Unit, ...]
    refusals: tuple[Refusal, ...]

    def as_json(self) -> dict[str, Any]:
        """Answer the promised summary (`protocol.md` 14)."""
        return {
            "layout": self.layout,
            "good_units": len(self.units),
            "by_state": dict(Counter(unit.status.value for unit in self.units)),
            "renovating": sum(unit.renovating for unit in self.units),
            "refuse": [{"sheet": no.sheet, "row": no.row, "why": no.why} for no in self.refusals],
        }


def read_register(path: Path) -> Register:
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
