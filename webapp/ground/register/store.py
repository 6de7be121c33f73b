"""Keeps a register: what is new is added, what differs is changed, nothing is ever deleted."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit as UnitRow
from webapp.ground.register.difference import Difference
from webapp.ground.register.houses import Stairwells, keep_houses
from webapp.ground.register.proposals import propose
from webapp.ground.register.rules import Unit


def keep_register(session: Session, estate_id: UUID, units: Sequence[Unit]) -> Difference:
    """Store the register in the caller's transaction, tell phones what changed, and answer the difference."""
    difference = Difference()
    buildings, stairwells = keep_houses(session, estate_id, units, difference)
    _keep_units(session, estate_id, stairwells, units, difference)
    propose(session, buildings, stairwells, units, difference)
    session.flush()
    touch(session, estate_id, difference.changes)
    return difference


def _keep_units(
    session: Session, estate_id: UUID, stairwells: Stairwells, units: Sequence[Unit], difference: Difference
) -> None:
    rows = session.scalars(select(UnitRow).where(UnitRow.estate_id == estate_id))
    stored = {(row.stairwell_id, row.number): row for row in rows}
    for unit in units:
        home = stairwells[unit.building, unit.stairwell].id
        row = stored.pop((home, unit.number), None)
        if row is None:
            session.add(UnitRow(estate_id=estate_id, id=new_id(), stairwell_id=home, number=unit.number, **_said(unit)))
            difference.added += 1
        elif _update(row, _said(unit)):
            difference.changed += 1
        else:
            difference.same += 1
    difference.absent = len(stored)


def _update(row: UnitRow, said: dict[str, object]) -> bool:
    differs = {name: value for name, value in said.items() if getattr(row, name) != value}
    for name, value in differs.items():
        setattr(row, name, value)
    return bool(differs)


def _said(unit: Unit) -> dict[str, object]:
    return {"floor": unit.floor, "area": unit.area, "status": unit.status, "renovating": unit.renovating}
