"""A round's page from its end to the manager's signature, and what is refused on the way."""

from datetime import timedelta
from typing import Any

import pytest

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.places.routes.rules import Frequency

HOUR = timedelta(hours=1)


def applied(answered):
    assert answered["outcome"] == "applied", answered
    return answered


def test_visits_and_the_end_of_their_round_may_come_in_one_push(walked):
    late = walked.beat.phone.item(
        "patrols.visit", make.visit_body(walked.beat.places[0], NOW, walked.beat.route), saved_at=NOW
    )
    body = make.finish_body(walked.beat.route, NOW, [*walked.visits, late])
    finish = walked.beat.phone.item("patrols.finish", body, saved_at=NOW)

    assert [one["outcome"] for one in walked.beat.phone.push(late, finish)] == ["applied", "applied"]
    assert walked.standing.late == frozenset()


def test_a_visit_with_an_item_missing_keeps_the_round_from_being_submitted(app, session, beat):
    """PAT-R01: stairwell visit with ST-09 missing; a reason for the place lets it through."""
    whole = [make.visit_body(place, NOW, beat.route) for place in beat.places[:2]]
    gap = [one for one in make.answers() if one["item"] != "ST-09"]
    for body in (*whole, make.visit_body(beat.places[2], NOW, beat.route, answers=gap)):
        beat.phone.visit(body)

    (refused,) = beat.phone.push(beat.phone.item("patrols.finish", make.finish_body(beat.route, NOW), saved_at=NOW))
    assert (refused["code"], refused["params"]) == ("patrols.items_open", {"n": 1, "place": "3 栋 2 单元 7 层 楼梯间"})

    body = make.finish_body(beat.route, NOW, unvisited={beat.places[2].id: "通道施工封闭"})
    (answered,) = beat.phone.push(beat.phone.item("patrols.finish", body, saved_at=NOW))
    applied(answered)


def test_a_place_neither_visited_nor_explained_keeps_the_round_open(beat):
    (refused,) = beat.phone.push(beat.phone.item("patrols.finish", make.finish_body(beat.route, NOW), saved_at=NOW))

    assert (refused["code"], refused["params"]["n"]) == ("patrols.places_open", 3)


def test_a_place_due_once_a_day_needs_no_reason_where_another_round_saw_it_or_still_can(session, beat):
    roof, *stairs = beat.places
    make.visited(session, beat.route, roof, Frequency.DAILY)
    morning = NOW.replace(hour=2)

    def walk(at, number):
        for place in stairs:
            beat.phone.visit(make.visit_body(place, at, beat.route, number=number))
        body = make.finish_body(beat.route, at, number=number)
        return beat.phone.push(beat.phone.item("patrols.finish", body, saved_at=at))[0]

    applied(walk(morning, 1))
    assert walk(NOW, 2)["params"] == {"n": 1, "place": roof.name}
    beat.phone.visit(make.visit_body(roof, morning, beat.route, number=1))
    applied(walk(NOW, 2))


def test_a_round_of_which_nothing_could_be_visited_opens_its_page_all_the_same(beat):
    why = {place.id: "台风停工" for place in beat.places}
    body = make.finish_body(beat.route, NOW, unvisited=why)

    (answered,) = beat.phone.push(beat.phone.item("patrols.finish", body, saved_at=NOW))

    assert answered["serial"] == "XC-2026-000001"


def test_who_cosigned_does_not_sign_off_as_the_manager_too(walked):
    """PAT-R05: neither may sign twice."""
    _, finish = walked.finish()
    body = make.cosign_body(walked.record_id, walked.boss.id, [*walked.visits, finish])
    applied(walked.act(walked.desk, "cosign", body)[0])

    assert walked.sign_off(finish)[0]["code"] == "patrols.signed_twice"


def test_a_signature_that_saw_less_than_the_page_is_refused(walked):
    """PAT-R05: the cosigner sees the whole record first."""
    _, finish = walked.finish()
    part = make.cosign_body(walked.record_id, walked.colleague.id, [walked.visits[0], finish])
    unended = make.cosign_body(walked.record_id, walked.colleague.id, walked.visits)

    assert walked.act(walked.theirs, "cosign", part)[0]["code"] == "patrols.not_seen_whole"
    assert walked.act(walked.theirs, "cosign", unended)[0]["code"] == "patrols.not_seen_whole"


def test_a_signature_under_other_content_than_the_book_s_is_refused(walked):
    _, finish = walked.finish()
    other = {**walked.visits[0], "rules": "stairwell/1"}
    body = make.cosign_body(walked.record_id, walked.colleague.id, [other, *walked.visits[1:], finish])

    assert walked.act(walked.theirs, "cosign", body)[0]["code"] == "patrols.seen_differs"


def test_after_the_window_a_colleague_signs_only_with_a_reason(walked, clock):
    """PAT-R08."""
    _, finish = walked.finish()
    clock.move_to(NOW + 25 * HOUR)

    refused, _ = walked.cosign(finish, NOW + 25 * HOUR)
    assert (refused["code"], refused["params"]) == ("patrols.cosign_late", {"hours": 24})
    applied(walked.cosign(finish, NOW + 25 * HOUR, lateReason="昨天休息")[0])
    assert walked.standing.cosigns[0].note == "昨天休息"


def test_what_arrives_after_the_signatures_stands_below_them_and_asks_for_itself_alone(walked, clock):
    """protocol.md 10: 签后补充; the manager's signature then covers the supplement too."""
    _, finish = walked.finish()
    walked.cosign(finish)
    walked.sign_off(finish)
    clock.move_to(NOW + HOUR)
    late = walked.visit(0, at=NOW - timedelta(minutes=1))
    late_id = late["body"]["visitId"]
    assert walked.standing.state == "awaiting_cosign"
    assert {str(one) for one in walked.standing.supplement} == {late_id}
    assert {str(one) for one in walked.standing.late} == {late_id}

    body = make.cosign_body(walked.record_id, walked.colleague.id, [late])
    applied(walked.act(walked.theirs, "cosign", body, NOW + HOUR)[0])
    off = {"recordId": walked.record_id, "seen": make.seen(late), "strokes": None}
    applied(walked.act(walked.desk, "sign_off", off, NOW + HOUR)[0])

    assert walked.standing.state == "closed"
    assert {str(one) for one in walked.standing.late} == {late_id}


def test_a_page_sent_back_is_ended_anew_and_signed_anew(walked):
    """PAT-R06: the old signatures stay in the book, and count no more."""
    _, finish = walked.finish()
    walked.cosign(finish)
    applied(walked.act(walked.desk, "return", {"recordId": walked.record_id, "remark": "9 层照片看不清"})[0])
    assert walked.standing.state == "returned"
    assert walked.standing.remark.note == "9 层照片看不清"
    assert walked.cosign(finish)[0]["code"] == "patrols.not_finished"

    _, again = walked.finish()
    assert walked.standing.state == "awaiting_cosign"
    assert walked.cosign(finish)[0]["code"] == "patrols.not_seen_whole"
    applied(walked.cosign(again)[0])
    assert walked.standing.state == "awaiting_manager"


def test_a_closed_page_is_voided_with_its_number_and_nothing_is_done_to_it_after(walked):
    """PAT-R09."""
    _, finish = walked.finish()
    walked.cosign(finish)
    walked.sign_off(finish)
    body = {"recordId": walked.record_id, "reason": "培训时误记"}
    applied(walked.act(walked.desk, "void", body)[0])

    assert walked.standing.state == "voided"
    assert walked.theirs.pull("patrols.record")[walked.record_id]["serial"] == "XC-2026-000001"
    assert walked.act(walked.desk, "void", body)[0]["code"] == "patrols.record_voided"
    assert walked.cosign(finish)[0]["code"] == "patrols.record_voided"
    assert walked.finish()[0]["code"] == "patrols.record_voided"


@pytest.mark.parametrize(
    ("policy", "first", "last"),
    [("two_colleagues", "awaiting_cosign", "closed"), ("manager", "awaiting_manager", None)],
)
def test_an_estate_says_who_signs(walked, policy, first, last):
    """PAT-R07."""
    walked.beat.estate.settings = {"patrol_sign_policy": policy}
    walked.session.commit()
    _, finish = walked.finish()

    assert walked.standing.state == first
    if last:
        walked.cosign(finish)
        assert walked.standing.state == last
        assert walked.sign_off(finish)[0]["code"] == "patrols.signature_not_awaited"
    else:
        assert walked.cosign(finish)[0]["code"] == "patrols.signature_not_awaited"
        walked.sign_off(finish)
        assert walked.standing.state == "closed"


def test_a_supervisor_signs_off_only_where_the_post_is_joint(walked):
    """PAT-R06: by default one person is supervisor and manager."""
    supervisor = make.person(walked.session, walked.beat.estate, role=Role.SUPERVISOR)
    walked.desk = make.PatrolPhone(make.browser(walked.app, supervisor), walked.beat.estate.id)
    _, finish = walked.finish()
    walked.cosign(finish)
    walked.beat.estate.settings = {"supervisor_may_act_as_manager": False}
    walked.session.commit()

    assert walked.sign_off(finish)[0]["code"] == "core.not_allowed"
    walked.beat.estate.settings = {}
    walked.session.commit()
    applied(walked.sign_off(finish)[0])


@pytest.mark.parametrize("kind", ["sign_off", "return", "void"])
def test_a_steward_neither_signs_off_nor_returns_nor_voids(walked, kind):
    _, finish = walked.finish()
    bodies: dict[str, dict[str, Any]] = {
        "sign_off": {"seen": make.seen(*walked.visits, finish), "strokes": None},
        "return": {"remark": "重巡"},
        "void": {"reason": "误记"},
    }

    refused, _ = walked.act(walked.theirs, kind, {"recordId": walked.record_id, **bodies[kind]})

    assert refused["code"] == "core.not_allowed"


def test_a_colleague_of_another_estate_cannot_sign(walked):
    _, finish = walked.finish()
    elsewhere = make.person(walked.session, make.estate(walked.session))
    body = make.cosign_body(walked.record_id, elsewhere.id, [*walked.visits, finish], means="pin")
    body["sealedPin"] = make.sealed_pin(
        walked.beat.phone.browser.get("/api/v1/sync/rescue/key").get_json(), "258047", str(new_id())
    )

    assert walked.act(walked.beat.phone, "cosign", body)[0]["code"] == "patrols.not_a_colleague"


def test_a_round_is_handed_over_and_ended_by_the_colleague(walked):
    body = make.finish_body(walked.beat.route, NOW)
    named = {"recordId": body["recordId"], "round": body["round"]}
    given = {**named, "toId": str(walked.colleague.id), "reason": "业主约见"}
    applied(walked.act(walked.beat.phone, "hand_over", given)[0])
    assert walked.standing.handed_to == walked.colleague.id

    finish = make.finish_body(walked.beat.route, NOW, walked.visits)
    applied(walked.act(walked.theirs, "finish", finish)[0])


def test_who_did_not_walk_a_round_does_not_end_it(walked):
    body = make.finish_body(walked.beat.route, NOW, walked.visits)

    assert walked.act(walked.theirs, "finish", body)[0]["code"] == "patrols.not_yours"
