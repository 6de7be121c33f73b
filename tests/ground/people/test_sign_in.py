"""Signing in and out, and what is left after it."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from tests import make
from webapp.core.ids import new_id
from webapp.ground.people.models import Device, EstateDevice, SignIn, SignInFailure
from webapp.ground.people.passwords import matches
from webapp.ground.people.service import disable

WHO = "/api/v1/session"
START = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)


@pytest.fixture
def estate(session):
    return make.estate(session, name="望湖花园")


@pytest.fixture
def chen(session, estate):
    return make.person(session, estate, login="chen", name="陈志强", duties=["key_keeper"])


def body(login="chen", password=make.PASSWORD, device=None, name="红米"):
    return {"login": login, "password": password, "device": {"id": str(device or new_id()), "name": name}}


def test_signing_in_answers_who_i_am_and_where_i_work(client, chen, estate):
    answer = client.post(WHO, json=body(login=" CHEN "))
    told = answer.get_json()
    assert answer.status_code == 200
    assert told["me"] == {
        "id": str(chen.id),
        "name": "陈志强",
        "login": "chen",
        "hasPin": False,
        "mustChangePassword": False,
        "estates": [{"id": str(estate.id), "name": "望湖花园", "role": "steward", "duties": ["key_keeper"]}],
    }
    assert told.keys() == {"me", "csrfToken", "pushToken", "serverTime"}
    assert client.get(WHO).get_json()["me"] == told["me"]
    assert "pushToken" not in client.get(WHO).get_json()


def test_the_cookie_is_kept_from_scripts_and_foreign_sites(client, chen):
    cookie = client.post(WHO, json=body()).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    over_https = client.post(WHO, json=body(), base_url="https://rounds.cn").headers["Set-Cookie"]
    assert "Secure" in over_https


def test_a_device_is_met_at_the_first_sign_in_and_named_anew_at_the_next(client, session, chen, estate):
    device = new_id()
    client.post(WHO, json=body(device=device, name="红米"))
    client.post(WHO, json=body(device=device, name="前台平板"))
    assert session.get(Device, device).name == "前台平板"
    assert session.get(EstateDevice, (estate.id, device)) is not None


def test_a_wrong_password_and_an_unknown_login_are_told_alike(client, chen):
    wrong = client.post(WHO, json=body(password="nonsense-1"))
    unknown = client.post(WHO, json=body(login="nobody"))
    assert wrong.status_code == unknown.status_code == 401
    assert wrong.get_json() == unknown.get_json()
    assert wrong.get_json()["code"] == "people.bad_credentials"


def test_a_check_against_nobody_takes_a_real_check():
    assert not matches("anything", None)


def test_wrong_passwords_make_one_wait_ever_longer_whatever_device_id_is_made_up(client, session, chen):
    with time_machine.travel(START, tick=False) as clock:
        codes = [client.post(WHO, json=body(password="nonsense-1")).status_code for _ in range(6)]
        assert codes == [401] * 5 + [429]
        blocked = client.post(WHO, json=body())
        assert blocked.get_json()["code"] == "people.too_many_tries"
        assert blocked.headers["Retry-After"] == "10"
        clock.shift(10)
        assert client.post(WHO, json=body(password="nonsense-1")).status_code == 401
        assert client.post(WHO, json=body()).headers["Retry-After"] == "20"
        clock.shift(20)
        assert client.post(WHO, json=body()).status_code == 200


def test_who_guesses_elsewhere_does_not_lock_the_owner_out_of_the_own_phone(app, client, chen):
    own = make.browser(app, chen)
    for _ in range(6):
        client.post(WHO, json=body(password="nonsense-1"))
    assert client.post(WHO, json=body()).status_code == 429
    assert client.post(WHO, json=body(device=own.device_id)).status_code == 200


def test_the_count_starts_anew_after_success_and_after_a_day(client, session, chen):
    with time_machine.travel(START, tick=False) as clock:
        for _ in range(4):
            client.post(WHO, json=body(password="nonsense-1"))
        assert client.post(WHO, json=body()).status_code == 200
        assert session.scalar(select(func.count()).select_from(SignInFailure)) == 0
        for _ in range(7):
            client.post(WHO, json=body(login="nobody"))
        clock.shift(timedelta(days=1, seconds=1))
        assert client.post(WHO, json=body(login="nobody")).status_code == 401


def test_signing_out_ends_the_cookie_even_where_it_was_copied(app, session, chen):
    browser = make.browser(app, chen)
    copied = browser.client.get_cookie("rounds")
    assert copied is not None
    assert browser.delete(WHO).status_code == 204
    thief = app.test_client()
    thief.set_cookie("rounds", copied.value)
    assert thief.get(WHO).status_code == 401
    assert browser.get(WHO).get_json()["code"] == "core.not_signed_in"
    assert session.scalars(select(SignIn.ended_why)).one() == "signed_out"


def test_a_sign_in_dies_of_fourteen_days_without_use_and_slides_with_use(app, chen):
    with time_machine.travel(START, tick=False) as clock:
        browser = make.browser(app, chen)
        for _ in range(3):
            clock.shift(timedelta(days=13))
            assert browser.get(WHO).status_code == 200
        clock.shift(timedelta(days=14))
        assert browser.get(WHO).status_code == 401


def test_use_within_the_hour_is_not_written_down(app, session, chen):
    with time_machine.travel(START, tick=False) as clock:
        browser = make.browser(app, chen)
        clock.shift(timedelta(minutes=59))
        assert "Set-Cookie" not in browser.get(WHO).headers
        clock.shift(timedelta(minutes=2))
        assert "Set-Cookie" in browser.get(WHO).headers
        assert session.scalars(select(SignIn.last_used_at)).one() == START + timedelta(minutes=61)


def test_a_disabled_person_is_told_so_only_with_the_right_password(app, session, chen):
    browser = make.browser(app, chen)
    disable(session, session.merge(chen), now=make.NOON)
    session.commit()
    assert browser.get(WHO).status_code == 401
    assert app.test_client().post(WHO, json=body(password="nonsense-1")).get_json()["code"] == "people.bad_credentials"
    answer = app.test_client().post(WHO, json=body())
    assert (answer.status_code, answer.get_json()["code"]) == (403, "people.account_disabled")


def test_a_changing_call_without_its_token_is_refused(app, chen):
    browser, other = make.browser(app, chen), make.browser(app, chen)
    for token in ("", "0" * 64, other.csrf, "é"):
        answer = browser.client.delete(WHO, headers={"X-CSRF-Token": token})
        assert (answer.status_code, answer.get_json()["code"]) == (403, "people.wrong_csrf_token")
    assert browser.get(WHO).status_code == 200


@pytest.mark.parametrize(
    "change",
    [{"login": ""}, {"password": ""}, {"password": "x" * 257}, {"device": {"id": "no", "name": "x"}}, {"extra": 1}],
    ids=str,
)
def test_a_malformed_sign_in_is_refused_before_anything_is_checked(client, change):
    assert client.post(WHO, json={**body(), **change}).status_code == 422


def test_a_login_with_a_nul_is_no_fault_of_ours(client, chen):
    assert client.post(WHO, json=body(login="ch\x00en")).status_code in (401, 422)
