"""Settings of an estate: who may set them, what is refused, and which version a record is judged by."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests import make
from webapp.core.actor import Role
from webapp.ground.estates.rules import Version, version_in_force
from webapp.ground.estates.settings import DEFAULTS

NOW = datetime(2026, 11, 23, 7, 38, tzinfo=UTC)
PATH = "/api/v1/estates/settings"


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def admin(app, session, estate, clock):
    return make.browser(app, make.person(session, estate, name="周敏", role=Role.ADMIN))


def put(browser, seen=1, **settings):
    return browser.open("PUT", PATH, json={"seen": seen, "settings": settings})


def test_without_a_word_the_defaults_of_the_trade_hold(admin):
    told = admin.get(PATH).get_json()

    assert (told["version"], told["history"]) == (1, [])
    assert told["settings"] == told["defaults"] == DEFAULTS


def test_a_change_makes_a_new_version_and_says_who_changed_what(admin):
    answered = put(admin, late_minutes=30, live_task_percent=5)

    told = answered.get_json()
    assert (told["version"], told["settings"]["late_minutes"]) == (2, 30)
    (last,) = told["history"]
    assert (last["byName"], last["since"]) == ("周敏", "2026-11-23T07:38:00+00:00")
    assert sorted(last["changed"]) == ["late_minutes", "live_task_percent"]
    assert put(admin, seen=2, late_minutes=60).get_json()["history"][0]["changed"] == ["late_minutes"]


def test_phones_are_told_the_settings_with_their_version(app, session, estate, admin):
    phone = make.PatrolPhone(make.browser(app, make.person(session, estate)), estate.id)
    put(admin, too_fast_seconds=15)

    (told,) = phone.pull("estates.estate").values()

    assert (told["settings"]["too_fast_seconds"], told["settingsVersion"]) == (15, 2)


def test_setting_what_is_set_changes_nothing(admin):
    assert put(admin, late_minutes=DEFAULTS["late_minutes"]).get_json()["version"] == 1


def test_two_administrators_do_not_overwrite_each_other(admin):
    put(admin, late_minutes=30)

    answered = put(admin, seen=1, late_minutes=45)

    assert (answered.status_code, answered.get_json()["code"]) == (409, "estates.settings_moved_on")
    assert admin.get(PATH).get_json()["settings"]["late_minutes"] == 30


@pytest.mark.parametrize(
    "wrong",
    [
        {"late_minutes": -1},
        {"rounds_on_working_day": 99},
        {"patrol_windows": []},
        {"patrol_windows": [[], ["09:00", "12:00"]]},
        {"patrol_windows": [["09:00"]]},
        {"patrol_windows": [["25:00", "26:00"]]},
        {"patrol_windows": [["14:00", "17:00"], ["09:00", "12:00"]]},
        {"patrol_windows": [["22:00", "02:00"], ["08:00", "09:00"]]},
        {"holidays": ["2027-02-08"]},
        {"national_until": 2030},
        {"own_days": [{"day": "2027-02-30", "worked": False, "reason": "春节"}]},
        {"own_days": [{"day": "2027-02-08", "worked": False, "reason": " "}]},
        {"own_days": [{"day": "2027-02-08", "worked": worked, "reason": "春节"} for worked in (True, False)]},
        {"bare_normal_words": []},
        {"lat_minutes": 5},
        {"bare_normal_words": ["\ud800"]},
    ],
    ids=str,
)
def test_settings_that_make_no_sense_are_refused(admin, wrong):
    assert put(admin, **wrong).status_code == 422
    assert admin.get(PATH).get_json()["version"] == 1


def test_a_last_window_may_end_on_the_next_day(admin):
    assert put(admin, patrol_windows=[["08:00", "10:00"], ["22:00", "02:00"]]).status_code == 200


def test_only_administrators_and_managers_of_the_estate_set_it(app, session, estate, admin, client):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.ADMIN))
    put(neighbour, late_minutes=5)

    assert client.get(PATH).status_code == 401
    for role in (Role.STEWARD, Role.FRONT_DESK, Role.GUARD):
        browser = make.browser(app, make.person(session, estate, role=role))
        assert (browser.get(PATH).status_code, put(browser, late_minutes=5).status_code) == (403, 403)
    assert neighbour.get(f"{PATH}?estate={estate.id}").status_code in (403, 404)
    assert admin.get(PATH).get_json()["settings"]["late_minutes"] == DEFAULTS["late_minutes"]


def versions():
    return [Version(number, NOW + timedelta(days=number), {}) for number in (1, 2, 3)]


@pytest.mark.parametrize(
    "rules,days,number",
    [
        ("stairwell/1;settings/2", 9, 2),
        ("settings/3", 0, 3),
        ("stairwell/1", 2.5, 2),
        ("", 0, 1),
        ("stairwell/1;settings/77", 9, 3),
        ("mysettings/1", 9, 3),
    ],
)
def test_a_record_is_judged_by_the_version_it_names_else_by_that_of_its_day(rules, days, number):
    assert version_in_force(versions(), rules, NOW + timedelta(days=days)).number == number
