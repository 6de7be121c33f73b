"""What a person does with the own account: password and PIN."""

import pytest
from sqlalchemy import select

from tests import make
from webapp.ground.people.models import Person
from webapp.ground.people.passwords import matches

PASSWORD = "/api/v1/people/me/password"
PIN = "/api/v1/people/me/pin"


@pytest.fixture
def chen(session):
    return make.person(session, make.estate(session), login="chen")


@pytest.fixture
def browser(app, chen):
    return make.browser(app, chen)


def test_a_changed_password_ends_the_sign_ins_elsewhere_but_not_here(app, chen, browser):
    elsewhere = make.browser(app, chen)
    answer = browser.post(PASSWORD, json={"password": make.PASSWORD, "newPassword": "傍晚七点关大门啦"})
    assert answer.status_code == 204
    assert browser.get("/api/v1/session").status_code == 200
    assert elsewhere.get("/api/v1/session").status_code == 401
    assert make.browser(app, chen, password="傍晚七点关大门啦").me["name"] == chen.name


@pytest.mark.parametrize(
    ("password", "new", "code"),
    [
        ("wrong-password", "傍晚七点关大门啦", "people.wrong_password"),
        (make.PASSWORD, "short", "people.password_too_short"),
        (make.PASSWORD, "12345678", "people.password_too_common"),
        (make.PASSWORD, make.PASSWORD, "people.password_unchanged"),
    ],
)
def test_a_password_is_not_changed_without_the_old_one_or_to_a_bad_one(browser, password, new, code):
    answer = browser.post(PASSWORD, json={"password": password, "newPassword": new})
    assert (answer.status_code, answer.get_json()["code"]) == (422, code)


def test_guessing_the_password_on_an_unlocked_phone_is_slowed_down(browser):
    tries = [browser.post(PIN, json={"password": "wrong-password", "pin": "258047"}) for _ in range(6)]
    assert [answer.status_code for answer in tries] == [422] * 5 + [429]


def test_a_pin_is_set_and_changed_with_the_password_and_stored_as_a_hash(session, chen, browser):
    for pin in ("258047", "407193"):
        assert browser.post(PIN, json={"password": make.PASSWORD, "pin": pin}).status_code == 204
    stored = session.scalars(select(Person.pin_hash).where(Person.id == chen.id)).one()
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert matches("407193", stored)
    assert browser.get("/api/v1/session").get_json()["me"]["hasPin"] is True


def test_a_simple_pin_is_refused_and_the_old_one_stays(session, chen, browser):
    browser.post(PIN, json={"password": make.PASSWORD, "pin": "258047"})
    answer = browser.post(PIN, json={"password": make.PASSWORD, "pin": "123456"})
    assert (answer.status_code, answer.get_json()["code"]) == (422, "people.pin_too_simple")
    assert matches("258047", session.scalars(select(Person.pin_hash).where(Person.id == chen.id)).one())


@pytest.mark.parametrize("path", [PASSWORD, PIN])
def test_a_stranger_and_a_foreign_page_get_nowhere(client, browser, path):
    body = {"password": make.PASSWORD, "newPassword": "傍晚七点关大门啦", "pin": "258047"}
    assert client.post(path, json=body).status_code == 401
    assert browser.client.post(path, json=body).get_json()["code"] == "people.wrong_csrf_token"
