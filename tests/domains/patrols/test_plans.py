"""Plans: the estate's settings hold until a route has its own, and no plan reaches back."""

from datetime import date

import pytest

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id

NIGHT = {
    "windows": [{"start": "08:00", "end": "10:00"}, {"start": "22:00", "end": "02:00"}],
    "roundsOnWorkingDay": 2,
    "roundsOnRestDay": 1,
    "validFrom": "2026-11-24",
}


@pytest.fixture
def supervisor(app, session, beat):
    return make.browser(app, make.person(session, beat.estate, role=Role.SUPERVISOR))


def put(browser, route_id, **changes):
    return browser.open("PUT", f"/api/v1/patrols/plans/{route_id}", json={**NIGHT, **changes})


def test_a_route_without_a_plan_follows_the_estate_s_settings(beat, supervisor):
    (plan,) = supervisor.get("/api/v1/patrols/plans").get_json()

    assert (plan["routeName"], plan["own"], plan["roundsOnWorkingDay"]) == (beat.route.name, False, 2)
    assert plan["windows"] == [
        {"number": 1, "start": "09:00", "end": "12:00"},
        {"number": 2, "start": "14:00", "end": "17:30"},
    ]


def test_a_plan_holds_from_its_day_on_and_is_told_to_phones(beat, supervisor, clock):
    assert put(supervisor, beat.route.id).status_code == 204

    assert supervisor.get("/api/v1/patrols/plans").get_json()[0]["own"] is False
    (told,) = beat.phone.pull("patrols.plan").values()
    assert (told["validFrom"], told["windows"][1]) == ("2026-11-24", {"number": 2, "start": "22:00", "end": "02:00"})
    clock.shift(86_400)
    assert supervisor.get("/api/v1/patrols/plans").get_json()[0]["own"] is True


def test_a_plan_of_the_same_day_is_replaced(beat, supervisor):
    put(supervisor, beat.route.id)
    put(supervisor, beat.route.id, roundsOnWorkingDay=1)

    (told,) = beat.phone.pull("patrols.plan").values()
    assert told["roundsOnWorkingDay"] == 1


@pytest.mark.parametrize(
    "changes,code",
    [
        ({"validFrom": "2026-11-22"}, "patrols.plan_in_past"),
        ({"roundsOnWorkingDay": 3}, "patrols.plan_too_few_windows"),
        ({"windows": []}, "core.bad_shape"),
        ({"windows": [{"start": "9:00", "end": "12:00"}]}, "core.bad_shape"),
        ({"windows": [{"start": "24:00", "end": "12:00"}]}, "core.bad_shape"),
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
    assert steward.get("/api/v1/patrols/plans").status_code == 403
    assert put(neighbour, beat.route.id).status_code == 404
    assert put(supervisor, new_id()).status_code == 404
    assert app.test_client().put(f"/api/v1/patrols/plans/{beat.route.id}", json=NIGHT).status_code == 401


def test_a_round_already_walked_keeps_its_judgement_when_the_plan_changes(beat, supervisor):
    body = make.visit_body(beat.places[0], make.NOON.replace(hour=7, minute=30), beat.route)
    beat.phone.visit(body)
    put(supervisor, beat.route.id, validFrom="2026-11-23")

    told = beat.phone.pull("patrols.visit")[body["visitId"]]
    assert (told["state"], told["date"]) == ("done", date(2026, 11, 23).isoformat())
