"""Somebody leaves an estate: asked for what they still have, signed out, heard of late; and may come back."""

from uuid import UUID

import pytest

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.people.leaving.rules import is_last_manager
from webapp.ground.people.service import disable

PEOPLE = "/api/v1/people"
LEAVES = {"leftOn": "2026-10-31", "reason": "合同到期"}


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def boss(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.MANAGER, name="周经理"))


@pytest.fixture
def chen(session, estate):
    return make.person(session, estate, login="chen", name="陈志强", pin="258047")


def leave(browser, person, **fields):
    return browser.post(f"{PEOPLE}/{person.id}/leave", json=LEAVES | fields)


def come_back(browser, person):
    return browser.post(f"{PEOPLE}/{person.id}/come-back")


def held(browser, person):
    return [(one["kind"], one["name"]) for one in browser.get(f"{PEOPLE}/{person.id}/held").get_json()]


def told(browser, person):
    return next(one for one in browser.get(PEOPLE).get_json() if one["id"] == str(person.id))


def routes(person_id):
    return [
        ("GET", f"{PEOPLE}/{person_id}/held", None),
        ("POST", f"{PEOPLE}/{person_id}/leave", LEAVES),
        ("POST", f"{PEOPLE}/{person_id}/come-back", None),
    ]


def test_a_stranger_ends_nobodys_part(client, chen):
    for method, path, body in routes(chen.id):
        assert client.open(path, method=method, json=body).status_code == 401


@pytest.mark.parametrize("role", [Role.STEWARD, Role.GM])
def test_who_is_no_manager_ends_nobodys_part(app, session, estate, chen, role):
    browser = make.browser(app, make.person(session, estate, role=role))
    for method, path, body in routes(chen.id):
        answer = browser.open(method, path, json=body)
        assert (answer.status_code, answer.get_json()["code"]) == (403, "core.not_allowed")


def test_a_neighbour_estates_manager_neither_sees_nor_ends_a_part_here(app, session, boss, chen):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))
    for method, path, body in routes(chen.id):
        assert neighbour.open(method, path, json=body).status_code == 404
    assert told(boss, chen)["active"] is True


def test_who_left_is_signed_out_everywhere_and_told_why_they_cannot_sign_in(app, boss, chen):
    phone = make.browser(app, chen)

    assert leave(boss, chen).status_code == 204

    assert phone.get("/api/v1/session").status_code == 401
    body = {"login": "chen", "password": make.PASSWORD, "device": {"id": str(new_id()), "name": "红米"}}
    again = app.test_client().post("/api/v1/session", json=body)
    assert (again.status_code, again.get_json()["code"]) == (403, "people.part_ended")
    assert told(boss, chen)["left"] == {**LEAVES, "held": [], "byName": "周经理"}
    assert told(boss, chen)["active"] is False


def test_who_also_works_elsewhere_goes_on_working_there(app, session, boss, chen):
    other = make.estate(session)
    make.membership(session, other, chen)

    leave(boss, chen)

    assert [one["id"] for one in make.browser(app, chen).me["estates"]] == [str(other.id)]


def test_what_was_recorded_before_still_arrives_marked(app, session, estate, boss, chen):
    place = make.place(session, estate)
    phone = make.phone(app, chen, estate)
    late = phone.visit(place)
    leave(boss, chen)

    (answered,) = phone.push(late)["answers"]

    assert answered["outcome"] == "applied"


def test_every_phone_hears_who_left_and_who_came_back(app, session, estate, boss, chen):
    phone = make.phone(app, make.person(session, estate, name="刘芳"), estate)
    cursor = phone.pull()["cursor"]

    def heard():
        nonlocal cursor
        page = phone.pull(cursor)
        cursor = page["cursor"]
        return [one["data"]["active"] for one in page["changes"] if one["id"] == str(chen.id)]

    leave(boss, chen)
    assert heard() == [False]
    come_back(boss, chen)
    assert heard() == [True]


def test_who_comes_back_has_the_same_part_again_and_may_leave_again(app, session, estate, boss, chen):
    leave(boss, chen)
    assert come_back(boss, chen).status_code == 204
    assert come_back(boss, chen).status_code == 204

    assert make.browser(app, chen).me["estates"][0]["role"] == "steward"
    assert (told(boss, chen)["active"], told(boss, chen)["left"]) == (True, None)
    leave(boss, chen, reason="搬家")
    assert told(boss, chen)["left"]["reason"] == "搬家"


def test_an_account_that_was_switched_off_does_not_come_back(session, boss, chen):
    leave(boss, chen)
    disable(session, chen, now=make.NOON)
    session.commit()

    assert come_back(boss, chen).get_json()["code"] == "people.account_disabled"


def test_who_still_walks_a_round_leaves_only_when_that_is_known(session, estate, boss, chen):
    route = make.route(session, estate, steward_id=chen.id)

    assert held(boss, chen) == [("places.route", route.name)]
    refused = leave(boss, chen)
    assert (refused.status_code, refused.get_json()["code"]) == (409, "people.still_holds")
    assert refused.get_json()["params"] == {"things": [route.name]}
    assert told(boss, chen)["active"] is True

    assert leave(boss, chen, despite=True).status_code == 204
    assert told(boss, chen)["left"]["held"] == [route.name]


def test_a_part_ends_on_a_day_that_has_come_and_with_a_reason(boss, chen):
    tomorrow = leave(boss, chen, leftOn="2999-01-01").get_json()
    assert (tomorrow["code"], tomorrow["params"]) == ("people.leaves_later", {"day": "2999-01-01"})
    for fields in ({"reason": " "}, {"reason": "走"}, {"leftOn": "昨天"}):
        assert leave(boss, chen, **fields).status_code == 422


def test_nobody_ends_the_own_part_or_that_of_somebody_higher(session, estate, boss, chen):
    above = make.person(session, estate, role=Role.OFFICE_MANAGER)

    own, higher, lower = (UUID(boss.me["id"]), above.id, chen.id)
    may = {UUID(one["id"]): one["mayEnd"] for one in boss.get(PEOPLE).get_json()}
    assert may == {own: False, higher: False, lower: True}

    assert boss.post(f"{PEOPLE}/{boss.me['id']}/leave", json=LEAVES).get_json()["code"] == "people.not_yourself"
    assert leave(boss, above).get_json()["code"] == "people.higher_role"


def test_a_supervisor_ends_parts_only_where_they_act_as_manager(app, session, estate, chen):
    supervisor = make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))
    assert told(supervisor, chen)["mayEnd"] is True

    estate.settings = {"supervisor_may_act_as_manager": False}
    session.commit()

    assert told(supervisor, chen)["mayEnd"] is False
    assert leave(supervisor, chen).get_json()["code"] == "core.not_allowed"


def test_the_last_who_manages_cannot_leave(app, session, estate, boss):
    admin = make.browser(app, make.person(session, estate, role=Role.ADMIN))
    manager = boss.me["id"]

    refused = admin.post(f"{PEOPLE}/{manager}/leave", json=LEAVES)
    assert (refused.status_code, refused.get_json()["code"]) == (422, "people.last_manager")

    make.person(session, estate, role=Role.OFFICE_MANAGER)
    assert admin.post(f"{PEOPLE}/{manager}/leave", json=LEAVES).status_code == 204


@pytest.mark.parametrize(
    ("role", "others", "joint", "last"),
    [
        (Role.MANAGER, [Role.SUPERVISOR], False, True),
        (Role.MANAGER, [Role.SUPERVISOR], True, False),
        (Role.SUPERVISOR, [Role.STEWARD, Role.ADMIN], True, True),
        (Role.SUPERVISOR, [], False, False),
        (Role.OFFICE_MANAGER, [Role.MANAGER], False, False),
        (Role.STEWARD, [], True, False),
    ],
)
def test_somebody_is_left_who_does_a_managers_acts(role, others, joint, last):
    assert is_last_manager(role, others, {"supervisor_may_act_as_manager": joint}) is last
