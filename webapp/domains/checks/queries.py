"""Reads of check sheets, slips and fault reports, and of what patrols found on a day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.day_records import DayRecords
from webapp.domains.checks.models import CheckFault, CheckSheet, CheckSlip
from webapp.domains.checks.rules.bodies import CheckRow
from webapp.domains.checks.rules.sheets import Sheet
from webapp.ground.calendar.rules import moment_at
from webapp.ground.people.departments.rules import DepartmentKind

# Within so long two sheets follow one another.
LOOKED_BACK = timedelta(days=60)
MIDNIGHT = "00:00"


def sheets_of(
    session: Session, estate_id: UUID, depts: Collection[DepartmentKind], since: date
) -> dict[UUID, CheckSheet]:
    """Answer the departments' sheets from `since` on, by id."""
    query = select(CheckSheet).where(
        CheckSheet.estate_id == estate_id, CheckSheet.dept.in_(depts), CheckSheet.day >= since
    )
    return {one.id: one for one in session.scalars(query)}


def slips_of(session: Session, estate_id: UUID, sheets: Collection[UUID]) -> Sequence[CheckSlip]:
    """Answer the slips issued for these sheets, in the order of the book."""
    query = select(CheckSlip).where(CheckSlip.estate_id == estate_id, CheckSlip.sheet_id.in_(sheets))
    return session.scalars(query.order_by(CheckSlip.entry)).all()


def faults_of(session: Session, estate_id: UUID, people: Collection[UUID]) -> Sequence[CheckFault]:
    """Answer the fault reports about these people, in the order of the book."""
    query = select(CheckFault).where(CheckFault.estate_id == estate_id, CheckFault.person_id.in_(people))
    return session.scalars(query.order_by(CheckFault.entry)).all()


def standing(sheet: CheckSheet, slips: Iterable[CheckSlip]) -> Sheet:
    """Answer a sheet as the rules see it."""
    return Sheet(
        id=sheet.id,
        period=sheet.period,
        dept=sheet.dept,
        day=sheet.day,
        item_id=sheet.item_id,
        by_id=sheet.by_id,
        rows=msgspec.convert(sheet.rows, type=tuple[CheckRow, ...]),
        slips={slip.row_id: slip.id for slip in slips if slip.sheet_id == sheet.id},
        signer_id=sheet.signer_id,
    )


def people_in(sheets: Iterable[Sheet]) -> set[UUID]:
    """Answer whom the lines of these sheets name."""
    return {row.person_id for sheet in sheets for row in sheet.rows if row.person_id}


def patrols_of(
    session: Session, estate_id: UUID, day: date, zone: str, offers: Sequence[DayRecords]
) -> list[dict[str, Any]]:
    """Answer what patrols recorded on a day of the estate, oldest first, as JSON values."""
    start, end = (moment_at(one, MIDNIGHT, zone) for one in (day, day + timedelta(days=1)))
    found = [record for offer in offers for record in offer.records_between(session, estate_id, start, end)]
    return [msgspec.to_builtins(record) for record in sorted(found, key=lambda one: (one.at, one.id))]
