"""Keeps a register: what is new is added, what differs is changed, nothing is ever deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.core.actor import Somebody
from webapp.core.bulk import insert_many
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit as UnitRow
from webapp.ground.places.proposals.service import Made, propose_stairwells
from webapp.ground.places.rules import StatusSource
from webapp.ground.places.turns import take_turn
from webapp.ground.places.units.rules import Standing
from webapp.ground.places.units.service import UNIT, set_statuses
from webapp.ground.register.difference import SAID, Change, Difference, compare
from webapp.ground.register.houses import Changes, keep_houses
from webapp.ground.register.keys import home_of
from webapp.ground.register.queries import stored_units
from webapp.ground.register.rules import Unit

Row = dict[str, Any]

# Of a unit that is there already; its status is written with its history.
_CHANGED = ("floor", "area", "received_on")


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of a register, and what was proposed and made of it."""

    difference: Difference
    proposed: Made


def keep_register(
    session: Session,
    estate_id: UUID,
    units: Sequence[Unit],
    *,
    by: Somebody | None,
    now: datetime,
    propose: bool,
    reason: str = "",
) -> Kept:
    """Store the register in the caller's transaction, tell phones what changed, and answer what came of it.

    units    each named once, as `read_register` answers them
    by       who keeps it; None for the command line
    propose  make the places of the stairwells, and their routes, too
    reason   stands in the history of what a unit was: what the file is called
    """
    lock_register(session, estate_id)
    difference = compare(stored_units(session, estate_id, lock=True), units)
    keep_difference(session, estate_id, difference, by=by, now=now, reason=reason)
    return Kept(difference, propose_stairwells(session, estate_id) if propose else Made())


def lock_register(session: Session, estate_id: UUID) -> None:
    """Let nobody else keep a register of the estate until the transaction ends; who pushes records goes on."""
    take_turn(session, estate_id)


def keep_difference(
    session: Session, estate_id: UUID, difference: Difference, *, by: Somebody | None, now: datetime, reason: str
) -> None:
    """Store what differs, and tell phones. The caller has held the register since before it compared."""
    changes: Changes = []
    _, stairwells = keep_houses(session, estate_id, difference.added, changes)
    added = {new_id(): unit for unit in difference.added}
    rows = [_row(estate_id, id_, stairwells[home_of(unit)].id, unit) for id_, unit in added.items()]
    rows += [_changed_row(estate_id, change) for change in difference.changed]
    insert_many(session, _keeping(session.get_bind().dialect.name), rows)
    standings = {id_: _standing(unit) for id_, unit in added.items()}
    standings |= {one.stored.id: _standing(one.unit) for one in difference.changed if one.of_status}
    set_statuses(session, estate_id, standings, reason=reason, source=StatusSource.REGISTER, by=by, now=now)
    touch(session, estate_id, [*changes, *((UNIT, row["id"]) for row in rows)])


def _row(estate_id: UUID, unit_id: UUID, stairwell_id: UUID, unit: Unit) -> Row:
    return {
        "estate_id": estate_id,
        "id": unit_id,
        "stairwell_id": stairwell_id,
        "number": unit.number,
        **{name: getattr(unit, name) for name in SAID},
    }


def _changed_row(estate_id: UUID, change: Change) -> Row:
    old = change.stored
    said = {name: getattr(change.unit if name in change.fields else old, name) for name in SAID}
    return {"estate_id": estate_id, "id": old.id, "stairwell_id": old.stairwell_id, "number": old.number, **said}


def _standing(unit: Unit) -> Standing:
    return Standing(unit.status, unit.renovating, since=None)  # a register does not say since when


@cache
def _keeping(dialect: str) -> Insert:
    insert = sqlite.insert(UnitRow) if dialect == "sqlite" else postgresql.insert(UnitRow)
    return insert.on_conflict_do_update(
        index_elements=["estate_id", "id"], set_={name: insert.excluded[name] for name in _CHANGED}
    )
