"""What supervisors and administrators do: colleagues, resets, devices."""

import pytest

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id

PEOPLE = "/api/v1/people"
DEVICES = "/api/v1/devices"


@pytest.fixture
def estate(session):
    return make.estate(session)


@pytest.fixture
def boss(app, session, estate):
    return make.browser(app, make.person(session, estate, role=Role.SUPERVISOR, name="李主管"))


@pytest.fixture
def neighbour(app, session):
    return make.browser(app, make.person(session, make.estate(session), role=Role.SUPERVISOR))


@pytest.fixture
def chen(session, estate):
    return make.person(session, estate, login="chen", name="陈志强", pin="258047")


def reset(browser, person, what):
    return browser.post(f"{PEOPLE}/{person.id}/reset", json={"what": what})


def routes(person_id, device_id):
    return [
        ("GET", PEOPLE, None),
        ("GET", DEVICES, None),
        ("POST", f"{PEOPLE}/{person_id}/reset", {"what": "password"}),
        ("POST", f"{PEOPLE}/{person_id}/reset", {"what": "pin"}),
        ("POST", f"{DEVICES}/{device_id}/revoke", {"reason": "手机遗失"}),
    ]


def test_a_stranger_reaches_none_of_it(client, chen):
    for method, path, body in routes(chen.id, new_id()):
        assert client.open(path, method=method, json=body).status_code == 401


def test_a_steward_reaches_none_of_it(app, session, estate, chen):
    browser = make.browser(app, chen)
    for method, path, body in routes(chen.id, browser.device_id):
        answer = browser.open(method, path, json=body)
        assert (answer.status_code, answer.get_json()["code"]) == (403, "core.not_allowed")


def test_a_neighbour_estates_supervisor_sees_and_changes_nothing_here(app, neighbour, chen):
    phone = make.browser(app, chen)
    assert [one["login"] for one in neighbour.get(PEOPLE).get_json()] != ["chen"]
    assert str(phone.device_id) not in neighbour.get(DEVICES).get_data(as_text=True)
    for method, path, body in routes(chen.id, phone.device_id)[2:]:
        assert neighbour.open(method, path, json=body).status_code == 404
    assert phone.get("/api/v1/session").status_code == 200


def test_a_wrong_csrf_token_changes_nothing(boss, chen):
    for method, path, body in routes(chen.id, boss.device_id)[2:]:
        answer = boss.client.open(path, method=method, json=body, headers={"X-CSRF-Token": "0" * 64})
        assert (answer.status_code, answer.get_json()["code"]) == (403, "people.wrong_csrf_token")


def test_colleagues_are_listed_with_role_and_whether_they_can_sign(boss, chen):
    told = {one["login"]: one for one in boss.get(PEOPLE).get_json()}
    assert told["chen"] == {
        "id": str(chen.id),
        "name": "陈志强",
        "login": "chen",
        "role": "steward",
        "duties": [],
        "active": True,
        "hasPin": True,
        "left": None,
        "mayEnd": True,
    }


def test_a_reset_password_is_told_once_and_must_be_changed_before_anything_else(app, session, estate, boss):
    wang = make.person(session, estate, role=Role.SUPERVISOR, login="wang")
    before = make.browser(app, wang)
    once = reset(boss, wang, "password").get_json()["password"]
    assert before.get("/api/v1/session").status_code == 401
    browser = make.browser(app, wang, password=once)
    assert browser.me["mustChangePassword"] is True
    assert browser.get(PEOPLE).get_json()["code"] == "people.must_change_password"
    pin = browser.post(f"{PEOPLE}/me/pin", json={"password": once, "pin": "258047"})
    assert pin.get_json()["code"] == "people.must_change_password"
    change = {"password": once, "newPassword": "傍晚七点关大门啦"}
    assert browser.post(f"{PEOPLE}/me/password", json=change).status_code == 204
    assert browser.get(PEOPLE).status_code == 200


def test_a_reset_pin_is_gone_until_its_owner_sets_a_new_one(boss, chen):
    assert reset(boss, chen, "pin").get_json() == {}
    assert [one["hasPin"] for one in boss.get(PEOPLE).get_json() if one["login"] == "chen"] == [False]


@pytest.mark.parametrize("what", ["password", "pin"])
def test_a_supervisor_resets_nobody_higher_and_not_the_own_account(session, estate, boss, what):
    manager = make.person(session, estate, role=Role.MANAGER)
    assert reset(boss, manager, what).get_json()["code"] == "people.higher_role"
    answer = boss.post(f"{PEOPLE}/{boss.me['id']}/reset", json={"what": what})
    assert answer.get_json()["code"] == "people.not_yourself"


def test_an_administrator_resets_anybody_of_the_estate(app, session, estate):
    admin = make.browser(app, make.person(session, estate, role=Role.ADMIN))
    manager = make.person(session, estate, role=Role.OFFICE_MANAGER)
    assert reset(admin, manager, "password").status_code == 200


def test_somebody_who_also_works_elsewhere_is_not_reset_from_here(session, boss, chen):
    make.membership(session, make.estate(session), chen)
    assert reset(boss, chen, "password").get_json()["code"] == "people.also_elsewhere"


def test_a_device_is_listed_with_who_used_it_and_what_waits_on_it(app, boss, chen):
    phone = make.browser(app, chen)
    told = {one["id"]: one for one in boss.get(DEVICES).get_json()}
    assert set(told) == {str(phone.device_id), str(boss.device_id)}
    assert told[str(phone.device_id)]["people"] == ["陈志强"]
    assert told[str(phone.device_id)]["waiting"] == 0
    assert told[str(phone.device_id)]["revokedAt"] is None


def test_a_revoked_device_is_signed_out_at_once_and_cannot_come_back(app, session, estate, boss, chen):
    phone = make.browser(app, chen)
    assert boss.post(f"{DEVICES}/{phone.device_id}/revoke", json={"reason": "手机遗失"}).status_code == 204
    assert phone.get("/api/v1/session").status_code == 401
    body = {"login": "chen", "password": make.PASSWORD, "device": {"id": str(phone.device_id), "name": "红米"}}
    again = app.test_client().post("/api/v1/session", json=body)
    assert (again.status_code, again.get_json()["code"]) == (403, "people.device_revoked")
    assert again.get_json()["params"] == {"reason": "手机遗失"}
    assert make.browser(app, chen).get("/api/v1/session").status_code == 200


def test_the_first_reason_for_revoking_stands(app, boss, chen):
    phone = make.browser(app, chen)
    for reason in ("手机遗失", "离职"):
        assert boss.post(f"{DEVICES}/{phone.device_id}/revoke", json={"reason": reason}).status_code == 204
    told = {one["id"]: one for one in boss.get(DEVICES).get_json()}
    assert told[str(phone.device_id)]["revokedReason"] == "手机遗失"


def test_revoking_in_one_estate_leaves_the_other_alone(app, session, estate, boss, chen):
    other = make.estate(session)
    make.membership(session, other, chen, role=Role.SUPERVISOR)
    phone = make.browser(app, chen)
    boss.post(f"{DEVICES}/{phone.device_id}/revoke", json={"reason": "手机遗失"})
    again = make.browser(app, chen, device_id=phone.device_id)
    assert again.get(f"{PEOPLE}?estate={other.id}").status_code == 200
    assert again.get(f"{PEOPLE}?estate={estate.id}").get_json()["code"] == "people.device_revoked"
