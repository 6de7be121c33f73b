"""Which records of vacant units may go, and the worker's carrying out of it.

The register of units, with what each was and when, and what was filed of the stock stay: checks, care, wishes, consents
and lettings of the units themselves go.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.core.jobs import Job
from webapp.domains.vacancy.models import (
    VacantCare,
    VacantCheck,
    VacantConsent,
    VacantLetting,
    VacantPurge,
    VacantWish,
)
from webapp.domains.vacancy.queries import unit_timelines
from webapp.domains.vacancy.rules import purging
from webapp.domains.vacancy.rules.regime import sold_on
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.judged import settings_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.carrying import carry_out
from webapp.ground.logbook.models import LogbookContent
from webapp.ground.paper.when import runs
from webapp.ground.people.queries import archivists

RULE = "vacancy.md 9"
# Each record of a unit with the entries that wrote it; a letting has one for its end.
_ENTRIES = (
    VacantCheck.entry,
    VacantCare.entry,
    VacantWish.entry,
    VacantConsent.entry,
    VacantLetting.entry,
    VacantLetting.end_entry,
)


def purge_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> purging.PurgeFacts:
    """Answer what `rules.purging.decide` needs."""
    zone = session.get_one(Estate, estate_id).timezone
    settings = settings_of(session, estate_id, items)
    sold = {id_: sold_on(days) for id_, days in unit_timelines(session, estate_id, zone).items()}

    def numbers(before: date) -> list[tuple[int, int]]:
        return _numbers(session, estate_id, {id_ for id_, day in sold.items() if day and day < before})

    return purging.PurgeFacts(
        archivists=archivists(session, estate_id),
        today={item.id: day_of(item.received_at, zone) for item in items},
        months={item.id: settings[item.id]["retention_after_sale_months"] for item in items},
        numbers={item.id: numbers(item.body.sold_before) for item in items},
    )


def _numbers(session: Session, estate_id: UUID, gone: Collection[UUID]) -> list[tuple[int, int]]:
    """Answer the entries that are only about these units, as far as their contents still lie there."""
    entries, staying = set[int](), set[int]()
    for column in _ENTRIES:
        table: Any = column.class_
        for entry, unit_id in session.execute(select(column, table.unit_id).where(table.estate_id == estate_id)):
            (entries if unit_id in gone else staying).add(entry)
    may_go = entries - staying
    there = select(LogbookContent.number).where(LogbookContent.estate_id == estate_id)
    return runs(may_go & set(session.scalars(there.where(LogbookContent.number.in_(may_go)))))


CARRY_OUT = Job(name="vacancy.purge", act=partial(carry_out, VacantPurge, RULE), minutely=True)
