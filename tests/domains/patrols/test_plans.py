"""Plans (PAT-01): the settings hold until a route has its own; none reaches back, and each one that was set stays."""

from datetime import date

import pytest

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id

PLANS = "/api/v1/patrols/plans"
NIGHT = {
    "seen": 0,
    "windows": [{"start": "08:00", "end": "10:00"}, {"start": "22:00", "end": "02:00"}],
    "roundsOnWorkingDay": 2,
    "roundsOnRestDay": 1,
    "validFrom": "2026-11-24",
}


@pytest.fixture
def supervisor(app, session, beat):
    return make.browser(app, make.person(session, beat.estate, name="李文", role=Role.SUPERVISOR))


def put(browser, route_id, **changes):
    return browser.open("PUT", f"{PLANS}/{route_id}", json={**NIGHT, **changes})


def read(browser):
    (route,) = browser.get(PLANS).get_json()["routes"]
    return route


def held(beat):
    return list(beat.phone.pull("patrols.plan").values())


def test_a_route_without_a_plan_follows_the_estate_s_settings(beat, supervisor):
    route = read(supervisor)

    assert (route["routeName"], route["stewardName"], route["own"]) == (beat.route.name, "林晓岚", False)
    assert (route["holds"]["roundsOnWorkingDay"], route["holds"]["assignees"], route["versions"]) == (2, "steward", [])
    assert route["holds"]["windows"] == [
        {"number": 1, "start": "09:00", "end": "12:00"},
        {"number": 2, "start": "14:00", "end": "17:30"},
    ]


def test_a_plan_holds_from_its_day_on_and_is_told_to_phones(beat, supervisor, clock):
    assert put(supervisor, beat.route.id).status_code == 200

    assert read(supervisor)["own"] is False
    (told,) = held(beat)
    assert (told["validFrom"], told["windows"][1]) == ("2026-11-24", {"number": 2, "start": "22:00", "end": "02:00"})
    clock.shift(86_400)
    assert read(supervisor)["own"] is True


def test_it_is_said_who_set_a_plan_and_when_and_no_plan_is_lost(beat, supervisor):
    put(supervisor, beat.route.id, validFrom="2026-12-01")
    put(supervisor, beat.route.id, seen=1)
    put(supervisor, beat.route.id, seen=2, roundsOnWorkingDay=1)

    told = [(one["number"], one["validFrom"], one["replaced"]) for one in read(supervisor)["versions"]]
    assert told == [(3, "2026-11-24", False), (2, "2026-11-24", True), (1, "2026-12-01", False)]
    newest = read(supervisor)["versions"][0]
    assert (newest["setByName"], newest["setAt"]) == ("李文", "2026-11-23T07:38:00+00:00")
    assert newest["plan"]["roundsOnWorkingDay"] == 1


def test_phones_hold_no_plan_that_was_replaced_before_its_day(beat, supervisor):
    put(supervisor, beat.route.id)
    put(supervisor, beat.route.id, seen=1, roundsOnWorkingDay=1)

    assert [told["roundsOnWorkingDay"] for told in held(beat)] == [1]


def test_a_plan_may_leave_the_windows_to_the_settings_and_phones_of_before_are_told_them(beat, supervisor):
    body = {name: value for name, value in NIGHT.items() if name != "windows"}
    assert supervisor.open("PUT", f"{PLANS}/{beat.route.id}", json=body).status_code == 200

    (told,) = held(beat)
    assert (told["ownWindows"], [one["start"] for one in told["windows"]]) == (False, ["09:00", "14:00"])
    assert read(supervisor)["versions"][0]["plan"]["ownWindows"] is False


def test_a_plan_gives_its_rounds_to_people_by_name(beat, supervisor, session):
    zhou = make.person(session, beat.estate, name="周国平")
    answered = put(supervisor, beat.route.id, assignees="named", assigneeIds=[str(zhou.id), str(zhou.id)])

    (route,) = answered.get_json()["routes"]
    assert route["versions"][0]["plan"]["assigneeNames"] == ["周国平"]
    assert [(told["assignees"], told["assigneeIds"]) for told in held(beat)] == [("named", [str(zhou.id)])]
    assert {"id": str(zhou.id), "name": "周国平"} in answered.get_json()["walkers"]


def test_who_read_another_plan_is_told_so(beat, supervisor):
    put(supervisor, beat.route.id)
    answered = put(supervisor, beat.route.id)

    assert (answered.status_code, answered.get_json()["code"]) == (409, "patrols.plan_moved_on")


@pytest.mark.parametrize(
    "changes,code",
    [
        ({"validFrom": "2026-11-23"}, "patrols.plan_in_past"),
        ({"roundsOnWorkingDay": 3}, "patrols.plan_too_few_windows"),
        ({"roundsOnWorkingDay": 3, "windows": []}, "patrols.plan_too_few_windows"),
        ({"assignees": "named"}, "patrols.plan_nobody_walks"),
        ({"assignees": "named", "assigneeIds": [str(new_id())]}, "patrols.plan_nobody_walks"),
        ({"assignees": "the tall one"}, "core.bad_shape"),
        ({"windows": [{"start": "9:00", "end": "12:00"}]}, "core.bad_shape"),
        ({"windows": [{"start": "24:00", "end": "12:00"}]}, "core.bad_shape"),
        ({"windows": [{"start": "08:00", "end": "12:00"}, {"start": "11:00", "end": "13:00"}]}, "core.bad_shape"),
        ({"windows": [{"start": "08:00"}]}, "core.bad_shape"),
        ({"validFrom": "9999-12-31"}, "core.bad_shape"),
        ({"roundsOnRestDay": -1}, "core.bad_shape"),
    ],
)
def test_a_plan_that_cannot_be_walked_is_refused(beat, supervisor, changes, code):
    answered = put(supervisor, beat.route.id, **changes)

    assert (answered.status_code, answered.get_json()["code"]) == (422, code)


def test_plans_belong_to_those_who_oversee_the_estate(app, beat, session, supervisor):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.SUPERVISOR))
    steward = make.browser(app, beat.steward)

    assert put(steward, beat.route.id).status_code == 403
    assert steward.get(PLANS).status_code == 403
    assert put(neighbour, beat.route.id).status_code == 404
    assert neighbour.get(PLANS).get_json()["routes"] == []
    assert put(supervisor, new_id()).status_code == 404
    assert app.test_client().put(f"{PLANS}/{beat.route.id}", json=NIGHT).status_code == 401


def test_a_round_already_walked_keeps_its_judgement_when_the_plan_changes(beat, supervisor):
    body = make.visit_body(beat.places[0], make.NOON.replace(hour=7, minute=30), beat.route)
    beat.phone.visit(body)
    put(supervisor, beat.route.id)

    told = beat.phone.pull("patrols.visit")[body["visitId"]]
    assert (told["state"], told["date"]) == ("done", date(2026, 11, 23).isoformat())
