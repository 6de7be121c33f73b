"""What the gate lets through: estates, revoked devices, push tokens."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import request

from tests import make
from webapp.core.actor import Role
from webapp.core.errors import NotSignedIn
from webapp.core.ids import new_id
from webapp.ground.people.gate import gate
from webapp.ground.people.models import Person
from webapp.ground.people.service import disable

START = datetime(2026, 11, 23, 0, 0, tzinfo=UTC)
PEOPLE = "/api/v1/people"


@pytest.fixture
def estate(session):
    return make.estate(session)


def maker(app, token):
    with app.test_request_context(headers={"X-Push-Token": token}):
        assert request.headers["X-Push-Token"] == token
        return gate().maker()


def test_an_estate_of_others_is_not_to_be_found(app, session, estate):
    other = make.estate(session)
    browser = make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))
    assert browser.get(PEOPLE).status_code == 200
    for asked in (other.id, new_id()):
        assert browser.get(f"{PEOPLE}?estate={asked}").status_code == 404
    assert browser.get(f"{PEOPLE}?estate=nonsense").status_code == 403


def test_who_works_in_two_estates_says_which(app, session, estate):
    other = make.estate(session)
    both = make.person(session, estate, role=Role.SUPERVISOR)
    make.membership(session, other, both)
    browser = make.browser(app, both)
    assert browser.get(PEOPLE).status_code == 404
    assert browser.get(f"{PEOPLE}?estate={estate.id}").status_code == 200
    assert browser.get(f"{PEOPLE}?estate={other.id}").status_code == 403


def test_a_part_given_up_opens_nothing(app, session, estate):
    person = make.person(session, role=Role.SUPERVISOR)
    part = make.membership(session, estate, person, role=Role.SUPERVISOR)
    browser = make.browser(app, person)
    part.active = False
    session.commit()
    assert browser.get(PEOPLE).status_code == 404


def test_the_push_token_speaks_for_person_and_device(app, session, estate):
    chen = make.person(session, estate)
    browser = make.browser(app, chen)
    told = maker(app, browser.push_token)
    assert (told.person_id, told.device_id, told.ended_at) == (chen.id, browser.device_id, None)


@pytest.mark.parametrize("token", ["", "nonsense"])
def test_an_unknown_push_token_is_refused(app, token):
    with pytest.raises(NotSignedIn):
        maker(app, token)


def test_the_push_token_is_no_sign_in(app, session, estate):
    browser = make.browser(app, make.person(session, estate, role=Role.SUPERVISOR))
    assert browser.with_token("GET", PEOPLE).status_code == 401


def test_the_push_token_outlives_sign_out_by_ninety_days(app, session, estate):
    with time_machine.travel(START, tick=False) as clock:
        browser = make.browser(app, make.person(session, estate))
        clock.shift(timedelta(days=1))
        browser.delete("/api/v1/session")
        assert maker(app, browser.push_token).ended_at == START + timedelta(days=1)
        clock.shift(timedelta(days=90) - timedelta(seconds=1))
        assert maker(app, browser.push_token).ended_at == START + timedelta(days=1)
        clock.shift(1)
        with pytest.raises(NotSignedIn):
            maker(app, browser.push_token)


def test_the_push_token_outlives_disabling_and_says_since_when(app, session, estate):
    chen = make.person(session, estate)
    browser = make.browser(app, chen)
    ended = datetime.now(UTC).replace(microsecond=0)
    disable(session, session.get_one(Person, chen.id), now=ended)
    session.commit()
    assert maker(app, browser.push_token).ended_at == ended


def test_an_older_push_token_still_works_after_signing_in_again(app, session, estate):
    chen = make.person(session, estate)
    first = make.browser(app, chen)
    again = make.browser(app, chen, device_id=first.device_id)
    assert first.get("/api/v1/session").status_code == 401
    assert maker(app, first.push_token) == maker(app, again.push_token)
    assert maker(app, first.push_token).ended_at is None
