"""A status is never overwritten: what a unit was stays, with the day, the reason and who said so."""

from datetime import date

import pytest
from sqlalchemy import select

from tests import make
from tests.make import NOON
from webapp.core.db import unit_of_work
from webapp.ground.places.models import Unit, UnitStatusRow
from webapp.ground.places.rules import StatusSource, UnitStatus
from webapp.ground.places.units.service import set_status


@pytest.fixture
def unit(session):
    return make.unit(session, make.stairwell(session, make.building(session, make.estate(session))))


def say(unit, status, since, source=StatusSource.REGISTER, by=None):
    with unit_of_work() as session:
        stored = session.get_one(Unit, (unit.estate_id, unit.id))
        return set_status(session, stored, status, False, since=since, reason="台账", source=source, by=by, now=NOON)


def history(session):
    session.rollback()
    rows = session.scalars(select(UnitStatusRow).order_by(UnitStatusRow.id))
    return [(row.status, row.since, row.source) for row in rows]


def test_a_new_units_history_begins_with_the_unit(session, unit):
    assert history(session) == [(UnitStatus.VACANT_UNSOLD, date(2026, 3, 1), StatusSource.REGISTER)]


def test_the_newest_of_the_history_is_what_the_unit_is(session, unit):
    assert say(unit, UnitStatus.SOLD_NOT_MOVED_IN, date(2026, 11, 2))

    session.refresh(unit)
    assert (unit.status, unit.since) == (UnitStatus.SOLD_NOT_MOVED_IN, date(2026, 11, 2))
    assert [status for status, _, _ in history(session)] == [UnitStatus.VACANT_UNSOLD, UnitStatus.SOLD_NOT_MOVED_IN]


def test_a_register_that_says_the_same_again_moves_no_day(session, unit):
    assert not say(unit, UnitStatus.VACANT_UNSOLD, date(2026, 11, 23))

    session.refresh(unit)
    assert unit.since == date(2026, 3, 1)
    assert len(history(session)) == 1


def test_time_that_ran_out_makes_a_unit_deemed_moved_in_without_a_person(session, unit):
    assert say(unit, UnitStatus.DEEMED_MOVED_IN, date(2026, 11, 23), StatusSource.DEEMED)

    assert history(session)[-1] == (UnitStatus.DEEMED_MOVED_IN, date(2026, 11, 23), StatusSource.DEEMED)
