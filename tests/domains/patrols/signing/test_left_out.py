"""A place or a whole round skipped with a reason, and what was missed made up later (补检)."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from webapp.core.ids import new_id
from webapp.domains.patrols.rules.assignees import Assignees
from webapp.domains.patrols.rules.rounds import Plan
from webapp.ground.places.routes.rules import Frequency

OVER = NOW.replace(hour=10, minute=30)  # until then the second round can still be walked, late
TOMORROW = NOW + timedelta(days=1)


def applied(answered):
    assert answered["outcome"] == "applied", answered
    return answered


def left_out(walked, *places, **fields):
    return make.left_out_body(walked.beat.route, NOW.date(), *(walked.beat.places[one].id for one in places), **fields)


def first(walked, *places, **fields):
    """Answer what is said of the first round, of which nobody visited anything."""
    return left_out(walked, *places, number=1, **fields)


@pytest.fixture
def early(clock):
    """Ten in the morning: the first round can be walked until one."""
    clock.move_to(NOW.replace(hour=2))
    return NOW.replace(hour=2)


def test_a_place_is_skipped_by_who_walks_the_round_and_its_page_gets_a_number(walked, early):
    body = first(walked, 2)
    answered = applied(walked.act(walked.beat.phone, "skip", body, early)[0])

    assert answered["serial"].startswith("XC-2026-")
    told = walked.theirs.pull("patrols.record")[body["recordId"]]["acts"]
    assert [(act["act"], act["signerName"], act["note"]) for act in told] == [("skip", "林晓岚", "电梯检修")]
    assert told[0]["detail"] == {
        "whole": False,
        "places": [{"placeId": str(walked.beat.places[2].id), "name": walked.beat.places[2].name}],
    }


def test_a_skipped_place_needs_no_second_reason_when_the_round_is_ended(walked, early):
    applied(walked.act(walked.beat.phone, "skip", first(walked, 0, 2), early)[0])
    finish = make.finish_body(walked.beat.route, early, number=1)

    (open_, _) = walked.act(walked.beat.phone, "finish", finish, early)
    assert (open_["code"], open_["params"]["n"]) == ("patrols.places_open", 1)
    why = make.finish_body(walked.beat.route, early, number=1, unvisited={walked.beat.places[1].id: "门锁打不开"})
    applied(walked.act(walked.beat.phone, "finish", why, early)[0])


def test_a_whole_round_is_skipped_by_an_overseer_too_and_stands_as_skipped(walked, early):
    applied(walked.act(walked.desk, "skip", first(walked, reason="台风停工"), early)[0])

    told = walked.theirs.pull("patrols.record")
    (page,) = (one for one in told.values() if one["number"] == 1)
    assert len(page["acts"][0]["detail"]["places"]) == 3
    assert page["acts"][0]["detail"]["whole"] is True


def test_a_whole_round_skipped_names_only_what_that_round_asks_for(walked, session, early):
    """A place due once a day that the second round can still do is not left out by the first."""
    make.visited(session, walked.beat.route, walked.beat.places[1], Frequency.DAILY)

    applied(walked.act(walked.beat.phone, "skip", first(walked, reason="台风停工"), early)[0])

    (page,) = [one for one in walked.theirs.pull("patrols.record").values() if one["number"] == 1]
    named = [place["placeId"] for place in page["acts"][0]["detail"]["places"]]
    assert named == [str(walked.beat.places[one].id) for one in (0, 2)]


def test_a_colleague_who_does_not_walk_the_round_neither_skips_nor_makes_up(walked, clock):
    assert walked.act(walked.theirs, "skip", left_out(walked, 0))[0]["code"] == "patrols.not_yours"
    clock.move_to(TOMORROW)
    assert walked.act(walked.theirs, "make_up", left_out(walked, 0), TOMORROW)[0]["code"] == "patrols.not_yours"


def test_what_was_visited_is_not_skipped_and_a_place_of_another_route_neither(walked):
    assert walked.act(walked.beat.phone, "skip", left_out(walked, 0))[0]["code"] == "patrols.nothing_left"
    assert walked.act(walked.beat.phone, "skip", left_out(walked))[0]["code"] == "patrols.nothing_left"
    astray = {**left_out(walked), "placeIds": [str(new_id())]}
    assert walked.act(walked.beat.phone, "skip", astray)[0]["code"] == "patrols.off_route"


def test_a_round_that_no_plan_has_is_neither_skipped_nor_made_up(walked):
    assert walked.act(walked.beat.phone, "skip", left_out(walked, number=9))[0]["code"] == "patrols.unknown_round"


def test_once_it_is_too_late_to_walk_it_a_place_is_not_skipped_any_more(walked, clock):
    clock.move_to(OVER + timedelta(seconds=1))

    refused, _ = walked.act(walked.beat.phone, "skip", first(walked), OVER + timedelta(seconds=1))

    assert refused["code"] == "patrols.skip_late"


def test_a_skip_made_in_time_counts_however_late_it_arrives(walked, clock, early):
    tablet = walked.desk
    item = tablet.item("patrols.skip", first(walked), saved_at=early)
    clock.move_to(TOMORROW)

    (answered,) = tablet.push(item)

    applied(answered)


def test_an_ended_or_void_page_is_not_skipped(walked):
    walked.finish()
    assert walked.act(walked.beat.phone, "skip", left_out(walked, 0))[0]["code"] == "patrols.finished_already"
    walked.act(walked.desk, "void", {"recordId": walked.record_id, "reason": "培训时误记"})
    assert walked.act(walked.beat.phone, "skip", left_out(walked, 0))[0]["code"] == "patrols.record_voided"


def test_what_can_still_be_walked_is_not_made_up(walked):
    assert walked.act(walked.beat.phone, "make_up", left_out(walked))[0]["code"] == "patrols.make_up_early"


def test_places_are_made_up_until_the_end_of_the_next_working_day_and_no_later(walked, clock):
    """PAT-R06: by then the manager must have signed under the round."""
    last = TOMORROW.replace(hour=15, minute=59)
    clock.move_to(last)
    applied(walked.act(walked.beat.phone, "make_up", first(walked), last)[0])

    clock.move_to(last + timedelta(minutes=1))
    refused, _ = walked.act(walked.desk, "make_up", first(walked), last + timedelta(minutes=1))
    assert (refused["code"], refused["params"]) == ("patrols.make_up_late", {"days": 1})


def made_up(walked, at, **fields):
    return make.visit_body(walked.beat.places[2], at, walked.beat.route, number=1, day="2026-11-23", **fields)


def remarks(walked, visit):
    page = walked.desk.browser.get(f"/api/v1/desk/visits/{visit['visitId']}").get_json()
    return {one["code"] for one in page["remarks"] if one["code"].startswith("patrols.made_up")}


def test_a_visit_made_up_stands_on_the_round_it_was_missed_on_marked_for_ever(walked, clock):
    clock.move_to(TOMORROW)
    _, asked = walked.act(walked.beat.phone, "make_up", first(walked, 2, reason="上午开会"), TOMORROW)
    visit = made_up(walked, TOMORROW, makeUp=asked["id"])
    applied(walked.beat.phone.visit(visit, v=3))

    told = walked.theirs.pull("patrols.record")[asked["about"]]
    assert [(one["id"], one["timeliness"]) for one in told["visits"]] == [(visit["visitId"], "made_up")]
    assert walked.theirs.pull("patrols.visit")[visit["visitId"]]["state"] == "made_up"
    assert remarks(walked, visit) == set()


def printed(walked, page):
    return make.printed(walked.desk.browser.get(f"/api/v1/patrols/records/{page}.pdf").data)


def test_on_paper_what_was_made_up_says_when_and_what_is_not_made_up_yet_says_so(walked, clock):
    clock.move_to(TOMORROW)
    _, asked = walked.act(walked.beat.phone, "make_up", first(walked, 1, 2, reason="上午开会"), TOMORROW)
    applied(walked.beat.phone.visit(made_up(walked, TOMORROW, makeUp=asked["id"]), v=3))

    said = printed(walked, asked["about"])

    assert said.count("2026-11-24 15:") >= 2  # beside the visit, and in the list of what was asked for
    assert ("还没补检" in said, "起止时间 —" in said.replace("\r\n", " ")) == (True, True)


def test_on_paper_a_round_skipped_as_a_whole_says_when_it_was_and_asks_for_no_signature(walked, early):
    body = first(walked, reason="台风停工")
    applied(walked.act(walked.desk, "skip", body, early)[0])

    said = printed(walked, body["recordId"])

    assert ("09:00—12:00" in said, "台风停工" in said, "会签人" in said) == (True, True, False)


def test_a_late_visit_that_nobody_asked_for_is_remarked_and_one_after_the_limit_stands_on_an_extra_page(walked, clock):
    clock.move_to(TOMORROW)
    unasked = made_up(walked, TOMORROW)
    applied(walked.beat.phone.visit(unasked))
    clock.move_to(TOMORROW + timedelta(days=1))
    late = made_up(walked, TOMORROW + timedelta(days=1), makeUp=str(new_id()))
    applied(walked.beat.phone.visit(late, v=3))

    assert remarks(walked, unasked) == {"patrols.made_up_unasked"}
    assert remarks(walked, late) == {"patrols.made_up_too_late"}
    told = walked.theirs.pull("patrols.visit")[late["visitId"]]
    assert (told["number"], told["date"]) == (None, "2026-11-25")


def test_what_was_signed_asks_for_the_made_up_visit_alone(walked, clock):
    """A place left out, the page signed by all, and made up the day after."""
    walked.visits.clear()
    why = {place.id: "上午开会" for place in walked.beat.places}
    finish = make.finish_body(walked.beat.route, NOW.replace(hour=4), number=1, unvisited=why)
    clock.move_to(NOW.replace(hour=4))
    _, ended = walked.act(walked.beat.phone, "finish", finish, NOW.replace(hour=4))
    cosign = make.cosign_body(finish["recordId"], walked.colleague.id, [ended])
    applied(walked.act(walked.theirs, "cosign", cosign, NOW.replace(hour=4))[0])
    clock.move_to(TOMORROW)
    _, asked = walked.act(walked.desk, "make_up", first(walked, 2), TOMORROW)
    applied(walked.beat.phone.visit(made_up(walked, TOMORROW, makeUp=asked["id"]), v=3))

    told = walked.theirs.pull("patrols.record")[finish["recordId"]]
    assert [act["act"] for act in told["acts"]] == ["finish", "cosign", "make_up"]
    assert len(told["visitIds"]) == 1


def test_a_round_that_the_plan_of_its_day_gives_to_a_colleague_is_theirs_alone(walked, early):
    plan = Plan((), 2, 1, NOW.date(), Assignees.NAMED, (walked.colleague.id,))
    make.plan(walked.session, walked.beat.estate.id, walked.beat.route, plan)

    (steward, _) = walked.act(walked.beat.phone, "skip", first(walked, 1), early)
    assert (steward["outcome"], steward["code"]) == ("refused", "patrols.not_yours")
    applied(walked.act(walked.theirs, "skip", first(walked, 1), early)[0])
