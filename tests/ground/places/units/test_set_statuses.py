"""A status is never overwritten: what a unit was stays, with the day, the reason and who said so."""

from datetime import date

import pytest
from sqlalchemy import select

from tests import make
from tests.make import NOON
from webapp.core.db import unit_of_work
from webapp.ground.places.models import Unit, UnitStatusRow
from webapp.ground.places.rules import StatusSource, UnitStatus
from webapp.ground.places.units.rules import Standing
from webapp.ground.places.units.service import set_statuses

SOLD = Standing(UnitStatus.SOLD_NOT_MOVED_IN, renovating=False, since=date(2026, 11, 2))
DEEMED = Standing(UnitStatus.DEEMED_MOVED_IN, renovating=False, since=date(2026, 11, 23))


@pytest.fixture
def stairs(session):
    return make.stairwell(session, make.building(session, make.estate(session)))


def say(stairs, standings, source=StatusSource.REGISTER, by=None):
    with unit_of_work() as session:
        set_statuses(session, stairs.estate_id, standings, reason="2026 年 11 月台账", source=source, by=by, now=NOON)


def history(session, unit):
    session.rollback()
    rows = session.scalars(select(UnitStatusRow).where(UnitStatusRow.unit_id == unit.id).order_by(UnitStatusRow.id))
    return [(row.status, row.since, row.source, row.by_name) for row in rows]


def test_the_newest_of_the_history_is_what_the_unit_is(session, stairs):
    unit = make.unit(session, stairs)

    say(stairs, {unit.id: SOLD})

    session.refresh(unit)
    assert (unit.status, unit.since) == (UnitStatus.SOLD_NOT_MOVED_IN, date(2026, 11, 2))
    assert history(session, unit) == [
        (UnitStatus.VACANT_UNSOLD, date(2026, 3, 1), StatusSource.REGISTER, None),
        (UnitStatus.SOLD_NOT_MOVED_IN, date(2026, 11, 2), StatusSource.REGISTER, None),
    ]


def test_many_are_said_at_once_and_the_others_stay(session, stairs):
    sold, deemed, other = (make.unit(session, stairs) for _ in range(3))

    say(stairs, {sold.id: SOLD, deemed.id: DEEMED}, StatusSource.DEEMED)

    session.expire_all()
    stored = {unit.id: unit.status for unit in session.scalars(select(Unit))}
    assert stored == {
        sold.id: UnitStatus.SOLD_NOT_MOVED_IN,
        deemed.id: UnitStatus.DEEMED_MOVED_IN,
        other.id: UnitStatus.VACANT_UNSOLD,
    }
    assert len(history(session, other)) == 1


def test_who_said_it_stands_beside_it_by_the_name_of_the_day(session, stairs):
    unit = make.unit(session, stairs)
    clerk = make.person(session, name="林管理")

    say(stairs, {unit.id: SOLD}, StatusSource.HAND, make.actor(clerk, make.estate(session)).person)

    assert history(session, unit)[-1][-1] == "林管理"


def test_nothing_is_said_of_a_neighbours_unit(session, stairs):
    other = make.unit(session, make.stairwell(session, make.building(session, make.estate(session))))
    unit = make.unit(session, stairs)

    with pytest.raises(Exception, match=r"(?i)foreign key"):
        say(stairs, {unit.id: SOLD, other.id: SOLD})

    session.expire_all()
    assert {unit.status for unit in session.scalars(select(Unit))} == {UnitStatus.VACANT_UNSOLD}
