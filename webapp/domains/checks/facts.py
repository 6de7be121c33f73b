"""What the estate knows when a batch about check sheets comes in: one query a table."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.day_records import DAY_RECORDS
from webapp.core.domain import Item
from webapp.domains.checks.models import CheckSheet
from webapp.domains.checks.queries import LOOKED_BACK, faults_of, patrols_of, people_in, sheets_of, slips_of, standing
from webapp.domains.checks.rules.bodies import Period, SignSheet, Write
from webapp.domains.checks.rules.facts import Facts
from webapp.domains.checks.rules.sheets import Sheet
from webapp.domains.checks.rules.writing import concerned
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.receipts import hashes_of
from webapp.ground.people.departments.queries import departments
from webapp.ground.people.departments.rules import DepartmentKind
from webapp.ground.people.models import Membership, Person


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what deciding these items needs."""
    zone = session.get_one(Estate, estate_id).timezone
    named = _named(session, estate_id, items)
    sheets = _sheets(session, estate_id, items, named)
    people = people_in(sheets.values())
    written = {id_ for item in items if isinstance(item.body, Write) for id_ in concerned(item.body)}
    reported = {UUID(row) for fault in faults_of(session, estate_id, people) for row in fault.rows}
    return Facts(
        zone=zone,
        departments=departments(session, estate_id),
        settings=settings_of(session, estate_id, items),
        sheets=sheets,
        reported=frozenset(reported),
        names=_names(session, estate_id, people | written),
        hashes=hashes_of(session, estate_id, _seen(items)),
        patrols={item.id: _patrols(session, estate_id, named.get(item.about), zone) for item in _signing(items)},
    )


def _named(session: Session, estate_id: UUID, items: Iterable[Item]) -> dict[UUID, CheckSheet]:
    ids = {item.about for item in items}
    query = select(CheckSheet).where(CheckSheet.estate_id == estate_id, CheckSheet.id.in_(ids))
    return {one.id: one for one in session.scalars(query)}


def _sheets(
    session: Session, estate_id: UUID, items: Iterable[Item], named: dict[UUID, CheckSheet]
) -> dict[UUID, Sheet]:
    """Answer the sheets that are named, with those of their departments around them."""
    days = _days(items, named.values())
    if not days:
        return {}
    around = sheets_of(session, estate_id, {dept for dept, _ in days}, min(day for _, day in days) - LOOKED_BACK)
    slips = slips_of(session, estate_id, around.keys())
    return {id_: standing(sheet, slips) for id_, sheet in around.items()}


def _days(items: Iterable[Item], named: Collection[CheckSheet]) -> set[tuple[DepartmentKind, date]]:
    written = {(item.body.dept, item.body.day) for item in items if isinstance(item.body, Write)}
    return written | {(sheet.dept, sheet.day) for sheet in named}


def _names(session: Session, estate_id: UUID, people: Collection[UUID]) -> dict[UUID, str]:
    query = (
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id, Person.id.in_(people))
    )
    return dict(session.execute(query).all())


def _signing(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if isinstance(item.body, SignSheet)]


def _seen(items: Iterable[Item]) -> list[UUID]:
    return [one.id for item in _signing(items) for one in item.body.seen]


def _patrols(session: Session, estate_id: UUID, sheet: CheckSheet | None, zone: str) -> Any:
    if sheet is None or sheet.period is not Period.DAILY:
        return None
    return patrols_of(session, estate_id, sheet.day, zone, current_app.extensions[DAY_RECORDS])
