"""A supervisor has a refused item decided again, or accepts one from quarantine; the newest answer holds."""

import json
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests import make
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.labels.code import new_code
from webapp.ground.logbook.models import LogbookContent, LogbookEntry, Receipt
from webapp.ground.people.models import EstateDevice


@pytest.fixture
def supervisor(app, session, estate):
    return make.phone(app, make.person(session, estate, name="沈静", role=Role.SUPERVISOR), estate)


def hang(phone, place, code):
    return phone.item(
        "labels.hang", place.id, {"code": code, "placeId": str(place.id), "hungAt": make.NOON.isoformat()}
    )


def again(phone, item, reason="标签已补录"):
    return phone.item("sync.redecide", item["id"], {"itemId": item["id"], "reason": reason}, live=True)


def answers(said):
    return {answer["id"]: answer for answer in said["answers"]}


def told(phone):
    changes = phone.browser.get(f"/api/v1/sync/pull?estate={phone.estate_id}").get_json()["changes"]
    return {change["id"]: change["data"] for change in changes if change["kind"] == "sync.answer"}


def entries(session):
    session.rollback()
    return session.scalars(select(LogbookEntry.kind).order_by(LogbookEntry.number)).all()


def test_an_item_refused_for_what_was_not_known_yet_is_applied_once_it_is(session, place, phone, supervisor):
    code = new_code()
    item = hang(phone, place, code)
    assert answers(phone.push(item))[item["id"]]["code"] == "labels.unknown"
    make.label(session, place, code=code)

    act = again(supervisor, item)
    assert answers(supervisor.push(act))[act["id"]]["outcome"] == "applied"

    assert entries(session) == ["sync.redecide", "labels.hang"]
    newest = answers(phone.push(item))[item["id"]]
    assert (newest["outcome"], newest["entry"]) == ("applied", 2)
    assert told(phone)[item["id"]]["answer"] == newest


def test_the_book_says_who_asked_and_why_and_marks_the_item(session, place, phone, supervisor):
    code = new_code()
    item = hang(phone, place, code)
    phone.push(item)
    make.label(session, place, code=code)
    supervisor.push(again(supervisor, item, reason="昨天才录入"))

    session.rollback()
    asked, done = (
        json.loads(text) for text in session.scalars(select(LogbookContent.content).order_by(LogbookContent.number))
    )
    assert (asked["server"]["byName"], asked["item"]["body"]["reason"]) == ("沈静", "昨天才录入")
    assert asked["judged"] == {"item": item["id"], "before": "refused"}
    assert (done["server"]["byName"], done["server"]["marks"]) == ("李晓梅", ["redecided"])


def test_what_is_refused_again_keeps_its_text_and_its_newest_reason(session, place, phone, supervisor):
    item = hang(phone, place, new_code())
    phone.push(item)

    act = again(supervisor, item)
    supervisor.push(act)

    session.rollback()
    receipt = session.scalars(select(Receipt).where(Receipt.outcome == "refused")).one()
    assert (json.loads(receipt.answer)["code"], json.loads(receipt.content)["id"]) == ("labels.unknown", item["id"])
    assert told(phone)[item["id"]]["answer"]["code"] == "labels.unknown"
    assert entries(session) == ["sync.redecide"]


def test_an_item_of_a_revoked_phone_is_accepted_from_quarantine_by_itself(session, estate, place, phone, supervisor):
    session.get_one(EstateDevice, (estate.id, phone.device_id)).revoked_at = datetime.now(UTC)
    session.commit()
    first, second = phone.visit(place), phone.visit(place)
    assert phone.push(first, second)["answers"] == []

    supervisor.push(again(supervisor, first, reason="本人确认是他巡的"))

    said = phone.push(first, second)
    assert [answer["id"] for answer in said["answers"]] == [first["id"]]
    assert [held["id"] for held in said["held"]] == [second["id"]]


def test_asking_twice_with_the_same_act_changes_nothing(session, place, phone, supervisor):
    code = new_code()
    item = hang(phone, place, code)
    phone.push(item)
    make.label(session, place, code=code)
    act = again(supervisor, item)

    assert supervisor.push(act)["answers"] == supervisor.push(act)["answers"]
    assert entries(session) == ["sync.redecide", "labels.hang"]


def test_an_applied_item_is_not_decided_again(session, place, phone, supervisor):
    visit = phone.visit(place)
    phone.push(visit)

    act = again(supervisor, visit)

    assert answers(supervisor.push(act))[act["id"]]["code"] == "sync.nothing_to_redecide"
    assert entries(session) == ["patrols.visit"]


def test_a_steward_may_not_have_items_decided_again(session, place, phone):
    item = hang(phone, place, new_code())
    phone.push(item)

    act = again(phone, item)

    assert answers(phone.push(act))[act["id"]]["code"] == "core.not_allowed"


def test_a_supervisor_of_another_estate_finds_nothing_there(app, session, place, phone):
    other = make.estate(session)
    stranger = make.phone(app, make.person(session, other, role=Role.SUPERVISOR), other)
    item = hang(phone, place, new_code())
    phone.push(item)

    act = again(stranger, item)

    assert answers(stranger.push(act))[act["id"]]["code"] == "sync.nothing_to_redecide"
    assert told(stranger) == {}


def test_the_answer_is_told_only_to_the_maker_of_the_item(app, session, estate, place, phone, supervisor):
    item = hang(phone, place, new_code())
    phone.push(item)
    supervisor.push(again(supervisor, item))
    colleague = make.phone(app, make.person(session, estate), estate)

    assert (told(colleague), told(supervisor)) == ({}, {})


def test_an_item_that_nobody_can_read_stays_refused(session, estate, place, phone, supervisor):
    broken = {"id": str(new_id()), "estate": str(estate.id), "seq": "nonsense"}
    assert phone.push(broken)["answers"][0]["outcome"] == "refused"

    act = again(supervisor, broken)

    assert answers(supervisor.push(act))[act["id"]]["outcome"] == "applied"
    assert phone.push(broken)["answers"][0]["outcome"] == "refused"
