"""What keeping a register would change; pure. The same answer is shown before and carried out after."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from uuid import UUID

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.rules import Unit

Key = tuple[str, str, str]

# What a register says of a unit besides which one it is.
SAID = ("floor", "area", "status", "renovating", "received_on")


@dataclass(frozen=True, slots=True)
class Stored:
    """A unit as the estate has it. `area` in hundredths of a square metre."""

    id: UUID
    building: str
    stairwell: str
    number: str
    floor: int
    area: int | None
    status: UnitStatus
    renovating: bool
    received_on: date | None

    @property
    def key(self) -> Key:
        """Answer what tells units of an estate apart, as `Unit.key` does."""
        return self.building, self.stairwell, self.number


@dataclass(frozen=True, slots=True)
class Change:
    """A unit of which the register says something else in these `fields` than the estate has."""

    stored: Stored
    unit: Unit
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a register brings to an estate.

    absent  stored units that the register does not name; they stay, for nothing is ever deleted
    """

    added: tuple[Unit, ...]
    changed: tuple[Change, ...]
    same: int
    absent: tuple[Stored, ...]


def compare(stored: Iterable[Stored], units: Sequence[Unit]) -> Difference:
    """Answer how `units`, each named once, differ from what is stored, in the order of both.

    An empty cell says nothing, so it changes nothing.
    """
    absent = {one.key: one for one in stored}
    added, changed, same = [], [], 0
    for unit in units:
        known = absent.pop(unit.key, None)
        if known is None:
            added.append(unit)
        elif fields := _differing(known, unit):
            changed.append(Change(known, unit, fields))
        else:
            same += 1
    return Difference(tuple(added), tuple(changed), same, tuple(absent.values()))


def fingerprint(stored: Iterable[Stored]) -> str:
    """Answer a text that is another one as soon as any unit of the estate is added, changed or gone."""
    digest = hashlib.sha256()
    for line in sorted(repr(astuple(one)) for one in stored):
        digest.update(line.encode())
    return digest.hexdigest()


def _differing(stored: Stored, unit: Unit) -> tuple[str, ...]:
    said = ((name, getattr(unit, name)) for name in SAID)
    return tuple(name for name, value in said if value is not None and value != getattr(stored, name))
