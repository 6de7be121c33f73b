"""What a phone pushes is taken in once, item by item, and nothing that is answered is ever answered otherwise."""

import json
import logging
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests import make
from webapp.core.domain import Applied, Refused, Row
from webapp.core.feed import EstateHead, FeedRow
from webapp.core.ids import new_id
from webapp.ground.logbook.models import LogbookContent, LogbookEntry, Receipt
from webapp.ground.people.models import Device, EstateDevice


def _answers(said):
    return {answer["id"]: answer for answer in said["answers"]}


def _count(session, model):
    session.rollback()
    return session.scalar(select(func.count()).select_from(model))


def test_a_visit_becomes_an_entry_on_a_page_with_a_serial(session, phone, place):
    visit = phone.visit(place)

    said = phone.push(visit)

    (answer,) = said["answers"]
    year = datetime.now(UTC).year
    assert answer["outcome"] == "applied"
    assert (answer["id"], answer["entry"], answer["serial"]) == (visit["id"], 1, f"XC-{year}-000001")
    entry = session.scalars(select(LogbookEntry)).one()
    assert (entry.kind, entry.hash) == ("patrols.visit", answer["hash"])
    assert said["safeUpTo"] == 0
    assert str(UUID(said["epoch"])) == said["epoch"]


def test_all_visits_of_a_day_outside_rounds_stand_on_one_page(phone, place):
    said = phone.push(phone.visit(place), phone.visit(place), phone.visit(place))

    assert [answer["entry"] for answer in said["answers"]] == [1, 2, 3]
    assert len({answer["serial"] for answer in said["answers"]}) == 1


def test_a_page_opened_later_gets_the_next_serial_without_a_gap(phone, place):
    days = [phone.visit(place, at=make.NOON - timedelta(days=day)) for day in (3, 2, 1)]

    serials = [answer["serial"][-6:] for answer in phone.push(*days)["answers"]]

    assert serials == ["000001", "000002", "000003"]


def test_sending_an_item_again_gives_the_same_answer_and_changes_nothing(session, phone, place):
    visit = phone.visit(place)
    first = phone.push(visit)

    again = phone.push(visit, visit)

    assert again["answers"] == first["answers"]
    assert _count(session, LogbookEntry) == 1


def test_an_item_sent_again_with_other_spacing_is_the_same_item(phone, place):
    visit = phone.visit(place)
    first = phone.push(visit)

    assert phone.push(dict(reversed(visit.items())))["answers"] == first["answers"]


def test_the_same_id_with_other_content_is_refused_and_the_first_one_stands(session, phone, place):
    visit = phone.visit(place)
    first = phone.push(visit)

    other = visit | {"body": visit["body"] | {"observation": "改过的观察记录"}}
    (answer,) = phone.push(other)["answers"]

    assert (answer["outcome"], answer["code"]) == ("refused", "sync.id_reused")
    assert phone.push(visit)["answers"] == first["answers"]


def test_two_contents_under_one_id_in_one_push_the_first_one_stands(phone, place):
    visit = phone.visit(place)

    said = phone.push(visit, visit | {"seen": 7})

    assert sorted(answer.get("code", "") for answer in said["answers"]) == ["", "sync.id_reused"]


def test_an_item_of_somebody_else_is_refused_and_its_maker_can_still_send_it(app, session, estate, phone, place):
    colleague = make.phone(app, make.person(session, estate), estate)
    visit = phone.visit(place)

    (refused,) = colleague.push(visit)["answers"]
    (applied,) = phone.push(visit)["answers"]

    assert refused["code"] == "sync.not_the_maker"
    assert applied["outcome"] == "applied"


def test_an_estate_where_the_maker_never_worked_is_refused(session, phone, place):
    visit = phone.visit(place) | {"estate": str(make.estate(session).id)}

    (answer,) = phone.push(visit)["answers"]

    assert answer["code"] == "sync.not_your_estate"


def test_a_push_for_another_device_than_its_tokens_is_refused_as_a_whole(phone, place):
    answer = phone.send(phone.visit(place), deviceId=str(new_id()))

    assert (answer.status_code, answer.get_json()["code"]) == (403, "sync.wrong_device")


def test_without_a_push_token_nothing_is_taken_in(client):
    assert client.post("/api/v1/sync/push", json={}).status_code == 401


@pytest.mark.parametrize("change", [{"kind": "moon.walk"}, {"v": 99}])
def test_what_this_version_does_not_know_is_left_unanswered(session, phone, place, change):
    newer, known = phone.visit(place) | change, phone.visit(place)

    said = phone.push(newer, known)

    assert list(_answers(said)) == [known["id"]]
    assert _count(session, Receipt) == 1


def test_items_behind_an_unanswered_one_about_the_same_record_wait(phone, a_kind):
    a_kind()
    record, other = new_id(), new_id()
    newer = phone.item("tests.note", record, {"text": "a"}, v=9)
    behind = phone.item("tests.note", record, {"text": "b"})
    apart = phone.item("tests.note", other, {"text": "c"})

    assert list(_answers(phone.push(newer, behind, apart))) == [apart["id"]]


@pytest.mark.parametrize(
    "spoil",
    [
        {"body": {"nonsense": True}},
        {"recordedAt": "2026-11-23T12:00:00"},
        {"seq": -1},
        {"seq": 2**53},
        {"about": "not an id"},
        {"surprise": 1},
        {"rules": "x" * 201},
        {"body": {"text": "a\0b"}},
        {"body": {"text": "x", "count": 2**63}},
        {"body": {"text": "x" * 66_000}},
    ],
)
def test_a_bad_shape_is_refused_kept_with_its_content_and_blocks_nobody(session, phone, place, a_kind, spoil):
    a_kind()
    bad = phone.item("tests.note", new_id(), {"text": "x"}) | spoil
    good = phone.visit(place)

    answers = _answers(phone.push(bad, good))

    assert (answers[bad["id"]]["outcome"], answers[bad["id"]]["code"]) == ("refused", "core.bad_shape")
    assert answers[good["id"]]["outcome"] == "applied"
    kept = session.scalars(select(Receipt).where(Receipt.item_id == UUID(bad["id"]))).one()
    assert bad["id"] in (kept.content or "")
    assert _answers(phone.push(bad))[bad["id"]] == answers[bad["id"]]


def test_an_item_without_a_readable_id_cannot_be_answered_and_blocks_nobody(phone, place):
    good = phone.visit(place)

    said = phone.push(5, None, [], {"id": "x"}, "text", good)

    assert list(_answers(said)) == [good["id"]]


@pytest.mark.parametrize(
    "body", [b"", b"no json", b"[]", b'{"items":[]}', b'{"items":' + b"[" * 50_000, b'{"items":[{"a":"\xff"}]}']
)
def test_a_push_that_is_none_is_refused_with_a_problem(phone, body):
    answer = phone.browser.with_token("POST", "/api/v1/sync/push", data=body, content_type="application/json")

    assert (answer.status_code, answer.get_json()["code"]) == (422, "core.bad_shape")


def test_more_than_two_hundred_items_or_two_megabytes_are_too_large(phone, a_kind):
    a_kind()
    note = phone.item("tests.note", new_id(), {"text": "x"})
    big = phone.item("tests.note", new_id(), {"text": "x" * 60_000})

    assert phone.send(*[note] * 201).status_code == 413
    assert phone.send(*[big] * 40).get_json()["code"] == "core.too_large"


def test_a_refused_act_is_kept_and_refused_again(session, phone, a_kind):
    a_kind(decide=lambda item, facts: Refused("tests.not_now", {"text": item.body.text}))
    act = phone.item("tests.note", new_id(), {"text": "签字"})

    (answer,) = phone.push(act)["answers"]

    assert answer == {"id": act["id"], "outcome": "refused", "code": "tests.not_now", "params": {"text": "签字"}}
    assert phone.push(act)["answers"] == [answer]
    assert _count(session, LogbookEntry) == 0
    assert json.loads(session.scalars(select(Receipt.content)).one() or "")["body"] == {"text": "签字"}


def _fails_for(text):
    def decide(item, facts):
        if item.body.text == text:
            raise RuntimeError("a bug")
        return Applied()

    return decide


def test_an_item_the_server_fails_at_stays_unanswered_and_the_rest_gets_through(phone, place, a_kind, caplog):
    a_kind(decide=_fails_for("boom"))
    record = new_id()
    bad = phone.item("tests.note", record, {"text": "boom"})
    behind = phone.item("tests.note", record, {"text": "behind"})
    good, visit = phone.item("tests.note", new_id(), {"text": "good"}), phone.visit(place)

    with caplog.at_level(logging.CRITICAL):
        said = phone.push(bad, behind, good, visit)

    assert set(_answers(said)) == {good["id"], visit["id"]}
    assert [answer["entry"] for answer in said["answers"]] == [1, 2]


def test_a_row_that_the_store_refuses_leaves_only_its_item_unanswered(session, phone, place, a_kind, caplog):
    def rows(entry):
        key = {"estate_id": entry.estate_id, "id": place.id}
        return [Row("places", key, {"name": "x"})] if entry.item["body"]["text"] == "twice" else []

    a_kind(rows=rows)
    bad, good = (phone.item("tests.note", new_id(), {"text": text}) for text in ("twice", "good"))

    with caplog.at_level(logging.CRITICAL):
        said = phone.push(bad, good)

    assert list(_answers(said)) == [good["id"]]
    assert _count(session, LogbookEntry) == _count(session, LogbookContent) == 1
    assert session.scalars(select(EstateHead.entry)).one() == 1


def test_items_about_one_record_are_decided_one_after_the_other(session, estate, phone, a_kind):
    def facts(session_, estate_id, items):
        return session_.scalar(select(func.count()).select_from(LogbookEntry))

    a_kind(facts=facts, decide=lambda item, entries: Applied(judged={"before": entries}), acts=True)
    record = new_id()

    phone.push(*[phone.item("tests.note", record, {"text": str(number)}) for number in range(3)])

    contents = session.scalars(select(LogbookContent.content).order_by(LogbookContent.number)).all()
    assert [f'"before":{number}' in content for number, content in enumerate(contents)] == [True] * 3


def test_one_push_may_hold_items_of_several_estates(app, session, steward, estate, phone, place):
    other = make.estate(session)
    make.membership(session, other, steward)
    elsewhere = phone.visit(make.place(session, other), estate=other.id)

    said = phone.push(phone.visit(place), elsewhere)

    assert [answer["entry"] for answer in said["answers"]] == [1, 1]
    heads = dict(session.execute(select(EstateHead.estate_id, EstateHead.entry)).all())
    assert heads == {estate.id: 1, other.id: 1}


def test_what_was_made_after_sign_out_arrives_marked(session, phone, place):
    phone.browser.delete("/api/v1/session")
    later = datetime.now(UTC) + timedelta(seconds=30)

    (answer,) = phone.push(phone.visit(place, at=later))["answers"]

    assert answer["outcome"] == "applied"
    assert '"marks":["after_sign_out"]' in session.scalars(select(LogbookContent.content)).one()


def test_items_of_a_revoked_phone_wait_in_quarantine_until_it_is_trusted_again(session, estate, phone, place):
    known = session.get_one(EstateDevice, (estate.id, phone.device_id))
    known.revoked_at = make.NOON
    session.commit()
    visit = phone.visit(place)

    first, again = phone.push(visit), phone.push(visit)

    assert first["answers"] == again["answers"] == []
    assert first["held"] == again["held"] == [{"id": visit["id"], "code": "sync.quarantined"}]
    assert _count(session, LogbookEntry) == 0
    session.get_one(EstateDevice, (estate.id, phone.device_id)).revoked_at = None
    session.commit()
    assert phone.push(visit)["answers"][0]["outcome"] == "applied"
    assert _count(session, Receipt) == 1


def test_the_feed_tells_of_what_came_in(session, phone, place):
    visit = phone.visit(place)

    phone.push(visit)

    assert session.execute(select(FeedRow.kind, FeedRow.object_id).where(FeedRow.kind == "patrols.visit")).one() == (
        "patrols.visit",
        UUID(visit["body"]["visitId"]),
    )


def test_an_empty_push_is_a_heartbeat_and_says_how_much_waits(session, phone):
    phone.push(lastSeq=7, waiting=7)

    device = session.get_one(Device, phone.device_id)
    assert (device.last_seq, device.waiting, device.complete_at) == (7, 7, None)


def test_a_phone_is_complete_once_every_number_up_to_the_last_has_arrived(session, phone, place):
    from webapp.sync.phones import missing_of

    first, second, third = (phone.visit(place) for _ in range(3))
    phone.push(first, third, waiting=1)

    assert session.get_one(Device, phone.device_id).complete_at is None
    assert missing_of(session, [phone.device_id]) == {phone.device_id: 1}
    session.rollback()
    phone.push(second)
    session.expire_all()
    assert session.get_one(Device, phone.device_id).complete_at is not None
    assert missing_of(session, [phone.device_id]) == {}


def test_a_time_before_the_last_contact_is_doubtful(session, phone, place, a_kind):
    a_kind(decide=lambda item, facts: Applied(judged={"doubtful": item.time_doubtful}))
    phone.push()

    phone.push(phone.item("tests.note", new_id(), {"text": "x"}, at=make.NOON - timedelta(days=400)))

    assert '"doubtful":true' in session.scalars(select(LogbookContent.content)).one()


def test_personal_fields_lie_apart_from_the_content(session, phone, a_kind):
    a_kind(decide=lambda item, facts: Applied(personal={"text": item.body.text}))

    phone.push(phone.item("tests.note", new_id(), {"text": "业主王女士"}))

    content = session.scalars(select(LogbookContent)).one()
    assert "王女士" not in content.content
    assert content.personal == '{"text":"业主王女士"}'
    assert "personalHash" in content.content


def test_an_item_of_an_older_shape_is_upgraded_on_arrival(session, phone, a_kind):
    a_kind(version=2, upgrades={1: lambda body: {"text": body["words"]}})
    old = phone.item("tests.note", new_id(), {"words": "旧版"})

    (answer,) = phone.push(old)["answers"]

    assert answer["outcome"] == "applied"
    assert '"judged":{"text":"旧版"}' in session.scalars(select(LogbookContent.content)).one()
