"""What keeping a register would change; pure. The same answer is shown before and carried out after."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.keys import Key, key_of
from webapp.ground.register.rules import Unit

# What a register says of a unit besides which one it is.
SAID = ("floor", "area", "status", "renovating", "received_on")


@dataclass(frozen=True, slots=True)
class Stored:
    """A unit as the estate has it. `area` in hundredths of a square metre."""

    id: UUID
    stairwell_id: UUID
    building: str
    stairwell: str
    number: str
    floor: int
    area: int | None
    status: UnitStatus
    renovating: bool
    received_on: date | None


@dataclass(frozen=True, slots=True)
class Change:
    """A unit of which the register says something else in these `fields` than the estate has."""

    stored: Stored
    unit: Unit
    fields: tuple[str, ...]

    @property
    def of_status(self) -> bool:
        """Say whether the unit becomes something else to the centre, so that it has a history."""
        return not {"status", "renovating"}.isdisjoint(self.fields)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a register brings to an estate.

    absent  stored units that the register does not name; they stay, for nothing is ever deleted
    """

    added: tuple[Unit, ...]
    changed: tuple[Change, ...]
    same: int
    absent: tuple[Stored, ...]


def compare(stored: Sequence[Stored], units: Sequence[Unit]) -> Difference:
    """Answer how `units`, each named once, differ from what is stored, in the order of both.

    An empty cell says nothing, so it changes nothing.
    """
    known: dict[Key, Stored] = {}
    for one in stored:
        known.setdefault(key_of(one), one)
    added, changed, met = [], [], set()
    for unit in units:
        there = known.get(key_of(unit))
        if there is None:
            added.append(unit)
            continue
        met.add(there.id)
        if fields := _differing(there, unit):
            changed.append(Change(there, unit, fields))
    same = len(met) - len(changed)
    return Difference(tuple(added), tuple(changed), same, tuple(one for one in stored if one.id not in met))


def fingerprint(stored: Iterable[Stored]) -> str:
    """Answer a text that is another one as soon as any unit of the estate is added, changed or gone."""
    digest = hashlib.sha256()
    for line in sorted(map(repr, stored)):
        digest.update(line.encode())
    return digest.hexdigest()


def _differing(stored: Stored, unit: Unit) -> tuple[str, ...]:
    said = ((name, getattr(unit, name)) for name in SAID)
    return tuple(name for name, value in said if value is not None and value != getattr(stored, name))
