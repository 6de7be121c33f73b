"""A pull never skips a change, and a phone whose rights have changed begins anew."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from tests import make
from webapp.core.actor import Role
from webapp.core.db import unit_of_work
from webapp.core.feed import EstateHead, touch
from webapp.core.ids import new_id
from webapp.ground.logbook.heads import begin_epoch
from webapp.ground.people.models import EstateDevice, Membership
from webapp.ground.places.models import Place


def _tell(session, place, name=None):
    session.rollback()
    with unit_of_work() as writing:
        writing.get_one(Place, (place.estate_id, place.id)).name = name or "改过名的楼梯间"
        touch(writing, place.estate_id, [("places.place", place.id)])


def _all(phone, cursor="", limit=3):
    """Pull until there is no more and answer what the phone then holds, and where it stands."""
    held: dict[tuple[str, str], Any] = {}
    for _ in range(200):
        page = phone.pull(cursor, limit=limit)
        if page["reset"]:
            held = {}
        for change in page["changes"]:
            held[change["kind"], change["id"]] = change["data"]
        cursor = page["cursor"]
        if not page["more"]:
            return held, cursor
    raise AssertionError("the pull never ends")


def test_without_a_cursor_the_full_state_comes_in_pages(session, estate, phone, place):
    places = [place, *(make.place(session, estate) for _ in range(7))]

    assert len(phone.pull(limit=3)["changes"]) == 3
    held, _ = _all(phone)

    assert {id_ for kind, id_ in held if kind == "places.place"} == {str(one.id) for one in places}
    assert held["estates.estate", str(estate.id)]["name"] == estate.name


def test_only_the_first_page_of_the_full_state_resets(session, estate, phone):
    for _ in range(5):
        make.place(session, estate)

    first = phone.pull(limit=2)
    second = phone.pull(first["cursor"], limit=2)

    assert (first["reset"], second["reset"]) == (True, False)
    assert (first["more"], second["more"]) == (True, True)


def test_after_the_full_state_only_what_changed_is_told(session, phone, place):
    _, cursor = _all(phone)

    assert phone.pull(cursor)["changes"] == []
    _tell(session, place)
    page = phone.pull(cursor)

    assert [change["id"] for change in page["changes"]] == [str(place.id)]
    assert page["changes"][0]["data"]["name"] == "改过名的楼梯间"
    assert (page["reset"], page["more"]) == (False, False)
    assert phone.pull(page["cursor"])["changes"] == []


def test_what_changes_while_the_full_state_is_pulled_is_told_again(session, estate, phone, place):
    for _ in range(6):
        make.place(session, estate)
    page = phone.pull(limit=9)
    told = [change["id"] for change in page["changes"]]
    assert str(place.id) in told

    _tell(session, place)
    held, _ = _all(phone, page["cursor"])

    assert held["places.place", str(place.id)]["name"] == "改过名的楼梯间"


def test_many_changes_come_in_the_order_of_their_numbers(session, estate, phone):
    places = [make.place(session, estate) for _ in range(5)]
    _, cursor = _all(phone)
    for one in reversed(places):
        _tell(session, one)

    first = phone.pull(cursor, limit=2)
    rest = phone.pull(first["cursor"], limit=50)

    told = [change["id"] for change in first["changes"] + rest["changes"]]
    assert told == [str(one.id) for one in reversed(places)]
    assert (first["more"], rest["more"]) == (True, False)


def test_what_is_gone_is_told_as_nothing(session, estate, phone):
    _, cursor = _all(phone)
    with unit_of_work() as writing:
        touch(writing, estate.id, [("places.place", new_id())])

    assert [change["data"] for change in phone.pull(cursor)["changes"]] == [None]


@pytest.mark.parametrize("cursor", ["nonsense", "e30", "W10", "中文", "A" * 900, "WyJ4Il0"])
def test_a_cursor_that_is_none_of_ours_begins_the_full_state(phone, place, cursor):
    page = phone.pull(cursor)

    assert page["reset"] is True
    assert page["changes"]


def test_a_cursor_of_another_estate_begins_the_full_state(app, session, steward, phone, place):
    other = make.estate(session)
    make.membership(session, other, steward)
    elsewhere = make.Phone(phone.browser, other.id, steward.id)
    _, cursor = _all(phone)

    page = elsewhere.pull(cursor)

    assert page["reset"] is True
    assert str(place.id) not in [change["id"] for change in page["changes"]]


def test_another_role_begins_the_full_state(session, estate, steward, phone):
    _, cursor = _all(phone)
    session.get_one(Membership, (estate.id, steward.id)).role = Role.SUPERVISOR
    session.commit()

    assert phone.pull(cursor)["reset"] is True


def test_a_new_life_of_the_store_begins_the_full_state_and_says_so(session, phone):
    before = phone.pull()
    _, cursor = _all(phone)
    session.rollback()
    with unit_of_work() as writing:
        begin_epoch(writing, datetime.now(UTC))

    page = phone.pull(cursor)

    assert page["reset"] is True
    assert page["epoch"] != before["epoch"]


def test_a_cursor_from_the_future_begins_the_full_state(session, estate, phone, place):
    _tell(session, place)
    _, cursor = _all(phone)
    session.scalars(select(EstateHead).where(EstateHead.estate_id == estate.id)).one().change = 0
    session.commit()

    assert phone.pull(cursor)["reset"] is True


def test_an_estate_of_others_is_not_told_of(session, phone):
    stranger = make.Phone(phone.browser, make.estate(session).id, phone.person_id)
    answer = stranger.browser.get("/api/v1/sync/pull", query_string={"estate": str(stranger.estate_id)})

    assert (answer.status_code, answer.get_json()["code"]) == (404, "core.not_found")


@pytest.mark.parametrize(("limit", "status"), [("0", 422), ("-1", 422), ("x", 422), ("5000", 200)])
def test_the_limit_is_held_within_bounds(phone, limit, status):
    answer = phone.browser.get("/api/v1/sync/pull", query_string={"limit": limit, "estate": str(phone.estate_id)})

    assert answer.status_code == status


def test_the_pull_is_written_down_for_the_device(session, estate, phone):
    phone.pull()

    known = session.get_one(EstateDevice, (estate.id, phone.device_id))
    assert known.last_pull_at is not None


def test_the_head_of_the_chain_is_told(phone, place):
    (answer,) = phone.push(phone.visit(place))["answers"]

    assert phone.pull()["head"] == {"entry": answer["entry"], "hash": answer["hash"]}
