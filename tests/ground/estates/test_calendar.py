"""The working calendar of an estate: public holidays known by the library, days it declares itself, years unknown."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from flask_migrate import downgrade, upgrade
from sqlalchemy import select

from tests import make
from tests.house.conftest import ROOT
from webapp.core.actor import Role
from webapp.ground.calendar.national import NEWEST_YEAR
from webapp.ground.calendar.rules import is_working_day
from webapp.ground.estates.jobs import TAKE_IN
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_versions
from webapp.ground.estates.service import found_estate
from webapp.ground.estates.settings import effective

NOW = datetime(2026, 9, 23, 7, 38, tzinfo=UTC)
PATH = "/api/v1/estates/settings"
FOLDER = str(ROOT / "migrations")
BEFORE = "0020_months"
FESTIVAL = {"day": "2026-10-08", "worked": False, "reason": "业主节"}


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def estate(session, clock):
    made = found_estate(session, "望湖花园", now=NOW)
    session.commit()
    return made


@pytest.fixture
def manager(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.MANAGER))


def put(browser, seen=1, **settings):
    return browser.open("PUT", PATH, json={"seen": seen, "settings": settings})


def worked(estate, day):
    settings = effective(estate.settings)
    return is_working_day(date.fromisoformat(day), settings["holidays"], settings["make_up_days"])


@pytest.mark.parametrize("day,expected", [("2026-10-07", False), ("2026-10-10", True), ("2026-10-09", True)])
def test_a_new_estate_rests_on_public_holidays_and_works_on_make_up_days(estate, day, expected):
    assert worked(estate, day) is expected


def test_what_the_estate_declares_wins_over_the_public_calendar(session, estate, manager):
    off = {"day": "2026-10-10", "worked": False, "reason": "已另行安排调休"}
    assert put(manager, own_days=[FESTIVAL, off]).status_code == 200

    session.refresh(estate)
    assert not worked(estate, "2026-10-08")
    assert not worked(estate, "2026-10-10")


def test_phones_are_told_both_lists_whole(app, session, estate, manager):
    phone = make.PatrolPhone(make.browser(app, make.person(session, estate)), estate.id)
    put(manager, own_days=[FESTIVAL])

    (told,) = phone.pull("estates.estate").values()

    assert {"2026-10-01", "2026-10-08"} <= set(told["settings"]["holidays"])
    assert "2026-09-20" in told["settings"]["make_up_days"]


def test_the_office_sees_the_public_days_of_this_year_and_their_names(manager):
    days = manager.get(PATH).get_json()["calendar"]["days"]

    assert {"day": "2026-10-10", "worked": True, "name": "national_day"} in days
    assert {one["day"][:4] for one in days} == {"2026"}


def test_the_office_is_told_of_a_year_nobody_has_announced_yet(app, session, estate, manager, clock):
    assert manager.get(PATH).get_json()["calendar"]["unknownYear"] is None

    clock.move_to(datetime(NEWEST_YEAR, 12, 1, tzinfo=UTC))
    later = make.browser(app, make.person(session, estate, role=Role.MANAGER))

    assert later.get(PATH).get_json()["calendar"]["unknownYear"] == NEWEST_YEAR + 1


def test_an_update_that_knows_more_makes_a_version_of_its_own(app, session, clock):
    old = make.estate(session)

    TAKE_IN.act()
    TAKE_IN.act()

    first, second = settings_versions(session, old.id)
    assert "2026-10-01" not in effective(first.settings)["holidays"]
    assert "2026-10-01" in effective(second.settings)["holidays"]


def test_an_estate_elsewhere_has_not_the_holidays_of_china(app, session, clock):
    elsewhere = make.estate(session, timezone="Europe/Paris")

    TAKE_IN.act()

    session.refresh(elsewhere)
    assert worked(elsewhere, "2026-10-01")


def test_days_entered_before_reasons_were_asked_for_stay(app, session, clock):
    made = make.estate(session, own_days=[FESTIVAL, {"day": "2026-10-11", "worked": True, "reason": "盘点"}])
    kept = select(Estate.settings).where(Estate.id == made.id)
    session.rollback()

    downgrade(directory=FOLDER, revision=BEFORE)
    assert session.scalars(kept).one() == {"holidays": ["2026-10-08"], "make_up_days": ["2026-10-11"]}
    session.rollback()
    upgrade(directory=FOLDER)

    own_days = session.scalars(kept).one()["own_days"]
    assert [(one["day"], one["worked"]) for one in own_days] == [("2026-10-08", False), ("2026-10-11", True)]
