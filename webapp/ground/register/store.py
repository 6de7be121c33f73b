"""Keeps a register: what is new is added, what differs is changed, nothing is ever deleted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.core.actor import Person
from webapp.core.bulk import insert_many
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Unit as UnitRow
from webapp.ground.register.difference import SAID, Difference, compare
from webapp.ground.register.houses import Changes, Stairwells, keep_houses
from webapp.ground.register.proposals import Proposed, propose_places
from webapp.ground.register.queries import stored_units
from webapp.ground.register.rules import Unit


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a register, and what was proposed and made of it."""

    difference: Difference
    proposed: Proposed


def keep_register(
    session: Session, estate_id: UUID, units: Sequence[Unit], *, by: Person | None, now: datetime, propose: bool
) -> Kept:
    """Store the register in the caller's transaction, tell phones what changed, and answer what came of it.

    units    each named once, as `read_register` answers them
    by       who keeps it; None for the command line
    propose  make the places and routes of the units too
    """
    lock_register(session, estate_id)
    difference = compare(stored_units(session, estate_id), units)
    keep_difference(session, estate_id, difference)
    return Kept(difference, propose_places(session, estate_id, units) if propose else Proposed())


def lock_register(session: Session, estate_id: UUID) -> None:
    """Let nobody else keep a register of the estate until the transaction ends; who pushes records goes on."""
    session.execute(select(Estate.id).where(Estate.id == estate_id).with_for_update(key_share=True))


def keep_difference(session: Session, estate_id: UUID, difference: Difference) -> None:
    """Store what differs, and tell phones. The caller holds the register (`lock_register`) since it compared."""
    changes: Changes = []
    _, stairwells = keep_houses(session, estate_id, difference.added, changes)
    rows = [*_added(estate_id, stairwells, difference), *_changed(estate_id, stairwells, difference)]
    insert_many(session, _keeping(session.get_bind().dialect.name), rows)
    touch(session, estate_id, changes)


def _added(estate_id: UUID, stairwells: Stairwells, difference: Difference) -> Iterator[dict[str, Any]]:
    for unit in difference.added:
        home = stairwells[unit.building, unit.stairwell]
        said = {name: getattr(unit, name) for name in SAID}
        yield {"estate_id": estate_id, "id": new_id(), "stairwell_id": home.id, "number": unit.number, **said}


def _changed(estate_id: UUID, stairwells: Stairwells, difference: Difference) -> Iterator[dict[str, Any]]:
    for change in difference.changed:
        old = change.stored
        home = stairwells[old.building, old.stairwell]
        said = {name: getattr(change.unit if name in change.fields else old, name) for name in SAID}
        yield {"estate_id": estate_id, "id": old.id, "stairwell_id": home.id, "number": old.number, **said}


@cache
def _keeping(dialect: str) -> Insert:
    insert = sqlite.insert(UnitRow) if dialect == "sqlite" else postgresql.insert(UnitRow)
    return insert.on_conflict_do_update(
        index_elements=["estate_id", "id"], set_={name: insert.excluded[name] for name in SAID}
    )
