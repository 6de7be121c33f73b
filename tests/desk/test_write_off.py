"""A lost phone is written off: the board stops waiting for it, and what arrives from it all the same is taken in."""

from datetime import timedelta

import pytest

from tests import make
from tests.desk.test_today import OVER, SCANNED, look, round_of, states
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.logbook.verify import verify


@pytest.fixture
def late(beat, supervisor, clock):
    """The steward's phone has pulled the round, walked it, and fallen silent; the round is over."""
    beat.phone.pull("places.place")
    clock.move_to(OVER)
    return str(beat.phone.browser.device_id)


def write_off(browser, beat, device_id, reason="掉进积水井，开不了机", **fields):
    desk = make.PatrolPhone(browser, beat.estate.id)
    body = {"deviceId": device_id, "reason": reason, **fields}
    item = desk.item("people.write_off", body, saved_at=OVER, about=device_id, seq=int(new_id().int % 10**9))
    (answered,) = desk.push(item)
    return answered


def phone_of(page, device_id):
    return next(one for one in page["devices"] if one["id"] == device_id)


def test_the_board_says_which_phone_may_still_hold_a_visit(beat, supervisor, late):
    page = look(supervisor)

    assert states(page) == ["not_arrived"] * 3
    assert (phone_of(page, late)["out"], phone_of(page, late)["people"]) == (True, ["林晓岚"])


def test_a_phone_that_first_called_after_the_round_holds_none_of_it(app, session, beat, supervisor, late, clock):
    clock.move_to(OVER + timedelta(minutes=1))
    fresh = make.PatrolPhone(make.browser(app, make.person(session, beat.estate, name="刚到岗")), beat.estate.id)
    fresh.pull("places.place")
    beat.phone.push()

    page = look(supervisor)

    assert states(page) == ["missed"] * 3
    assert phone_of(page, str(fresh.browser.device_id))["out"] is False


def test_writing_it_off_makes_its_places_missed_and_is_an_entry(app, session, beat, supervisor, late):
    answered = write_off(supervisor, beat, late)

    assert answered["outcome"] == "applied"
    page = look(supervisor)
    assert states(page) == ["missed"] * 3
    phone = phone_of(page, late)
    assert (phone["gone"], phone["out"]) == (True, False)
    assert phone["writtenOff"] == {"at": make.iso(OVER), "byName": "沈主管", "reason": "掉进积水井，开不了机"}
    session.rollback()
    told: list[object] = []
    verify(session, beat.estate.id, app.extensions["rounds.push_kinds"], told.append)
    assert told == []


def test_what_arrives_from_it_all_the_same_turns_missed_to_done_and_takes_the_write_off_back(
    beat, supervisor, late, clock
):
    write_off(supervisor, beat, late)
    clock.move_to(OVER + timedelta(days=2))

    beat.phone.visit(make.visit_body(beat.places[0], SCANNED, beat.route))

    page = look(supervisor, date="2026-11-23")
    assert states(page) == ["done", "missed", "missed"]
    assert round_of(page)["places"][0]["arrivedLate"] is True
    assert phone_of(page, late)["writtenOff"] is None


def test_a_written_off_phone_still_holds_back_the_rounds_it_may_walk_after_it_is_found(beat, supervisor, late, clock):
    write_off(supervisor, beat, late)
    clock.move_to(NOW + timedelta(days=1))
    beat.phone.push(waiting=1)
    clock.move_to(OVER + timedelta(days=1))

    assert states(look(supervisor)) == ["not_arrived"] * 3


def test_a_poll_sees_the_write_off_at_once(beat, supervisor, late):
    etag = supervisor.get("/api/v1/desk/today").headers["ETag"]
    write_off(supervisor, beat, late)

    assert supervisor.get("/api/v1/desk/today", headers={"If-None-Match": etag}).status_code == 200


def test_only_an_overseer_writes_off_a_phone_that_the_estate_has_seen(app, session, beat, supervisor, late):
    elsewhere = make.person(session, make.estate(session), role=Role.SUPERVISOR)
    make.membership(session, beat.estate, elsewhere, role=Role.STEWARD)

    assert write_off(beat.phone.browser, beat, late)["code"] == "core.not_allowed"
    assert write_off(make.browser(app, elsewhere), beat, late)["code"] == "core.not_allowed"
    assert write_off(supervisor, beat, str(new_id()))["code"] == "people.unknown_device"
    assert write_off(supervisor, beat, late, reason="x")["code"] == "core.bad_shape"


def test_the_list_of_phones_tells_of_the_write_off(beat, supervisor, late):
    write_off(supervisor, beat, late)

    listed = supervisor.get("/api/v1/devices").get_json()

    (lost,) = [one for one in listed if one["writtenOff"]]
    assert (lost["id"], lost["writtenOff"]["byName"]) == (late, "沈主管")
