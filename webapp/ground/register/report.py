"""The report of a file: what was understood of it, and what keeping it would change. Pure; JSON values."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from typing import Any

from webapp.ground.register.difference import Change, Difference, Stored
from webapp.ground.register.reading.names import building_key
from webapp.ground.register.rules import Register, Unit

ADDED_SHOWN, CHANGED_SHOWN, ABSENT_SHOWN, REFUSED_SHOWN = 50, 200, 200, 1000

Data = dict[str, Any]


def report(register: Register, difference: Difference, buildings: Iterable[str]) -> Data:
    """Answer counts of all, and examples of what people will want to look at.

    buildings  names of those that the estate has already
    """
    known = set(map(building_key, buildings))
    named: dict[str, str] = {}
    for unit in register.units:
        named.setdefault(building_key(unit.building), unit.building)
    return {
        "layout": register.layout,
        "sheets": [asdict(sheet) for sheet in register.sheets],
        "good_units": len(register.units),
        "by_state": dict(Counter(unit.status.value for unit in register.units)),
        "renovating": sum(unit.renovating for unit in register.units),
        "added": len(difference.added),
        "changed": len(difference.changed),
        "same": difference.same,
        "absent": len(difference.absent),
        "new_buildings": [name for key, name in named.items() if key not in known],
        "examples": {
            "added": [_added(unit) for unit in difference.added[:ADDED_SHOWN]],
            "changed": [_changed(change) for change in difference.changed[:CHANGED_SHOWN]],
            "absent": [{"unit": _called(one)} for one in difference.absent[:ABSENT_SHOWN]],
        },
        "refuse": refused_rows(register)[:REFUSED_SHOWN],
        "refused": len(register.refusals),
    }


def refused_rows(register: Register) -> list[Data]:
    """Answer every row that was left out, with its cell at fault."""
    return [asdict(refusal) for refusal in register.refusals]


def _added(unit: Unit) -> Data:
    return {
        "building": unit.building,
        "stairwell": unit.stairwell,
        "floor": unit.floor,
        "number": unit.number,
        "status": unit.status.value,
    }


def _changed(change: Change) -> Data:
    changes = [
        {"field": name, "was": _json(getattr(change.stored, name)), "becomes": _json(getattr(change.unit, name))}
        for name in change.fields
    ]
    return {"unit": _called(change.stored), "changes": changes}


def _called(unit: Stored) -> str:
    return f"{unit.building} {unit.stairwell} {unit.number}"


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
