"""The rules of a patrol hold as the examples say that server and phone share."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from tests.domains.shared import examples, moment, named, written_in
from webapp.core.ids import computed_id
from webapp.core.wire import read
from webapp.domains.patrols.rules.codes import CODES, DOUBTS, LACKS
from webapp.domains.patrols.rules.left_out import made_up_until, way_at
from webapp.domains.patrols.rules.places import Phone, Seen, place_state
from webapp.domains.patrols.rules.remarks import Surroundings, remarks
from webapp.domains.patrols.rules.rounds import RoundTime, extra_id, read_plan, round_id, rounds_of, timeliness
from webapp.domains.patrols.rules.turns import Turn, asking
from webapp.domains.patrols.rules.visit import Visit
from webapp.domains.patrols.signing.book import KnownRoute
from webapp.ground.checklists.words import bare_normal
from webapp.ground.estates.settings import DEFAULTS
from webapp.ground.places.routes.rules import Frequency

PLACE = UUID(int=1)


@pytest.mark.parametrize("case", examples("bare_normal.json"))
def test_pat_r02_a_text_consisting_only_of_bare_words_is_told(case):
    assert bare_normal(case["text"], DEFAULTS["bare_normal_words"]) is case["bare"]


@pytest.mark.parametrize("case", named(examples("visit_remarks.json", "visit")))
def test_what_is_not_in_order_about_a_visit_is_remarked_upon(case):
    given = case["given"]
    template, place = given["template"], given["place"]
    around = Surroundings(
        place_type=place and place["type"],
        label=given["label"],
        items=template and [item["id"] for item in template["items"]],
        previous_scanned_at=moment(given["previousScannedAt"]),
        settings=given["settings"],
    )
    assert [remark.code for remark in remarks(read(Visit, given["visit"]), around)] == case["expect"]


@pytest.mark.parametrize("case", examples("round_id.json"), ids=lambda case: "/".join(map(str, case["parts"][2:])))
def test_the_id_of_a_round_is_computed_alike_on_both_sides(case):
    estate, whose, day, number = case["parts"]
    assert str(computed_id(*case["parts"])) == case["id"]
    ours = (
        extra_id(UUID(estate), UUID(whose), date.fromisoformat(day))
        if number == "extra"
        else round_id(UUID(estate), UUID(whose), date.fromisoformat(day), number)
    )
    assert str(ours) == case["id"]


@pytest.mark.parametrize("case", named(examples("route_windows.json")))
def test_the_rounds_of_a_day_follow_the_plan_and_the_calendar(case):
    given = case["given"]
    plans = [read_plan(plan) for plan in given["plans"]]
    found = rounds_of(plans, date.fromisoformat(given["date"]), given["timezone"], given["settings"])
    expected = [(one["number"], moment(one["start"]), moment(one["end"])) for one in case["expect"]]
    assert [(one.number, one.start, one.end) for one in found] == expected


@pytest.mark.parametrize("case", named(examples("round_walkers.json")))
def test_whose_the_rounds_are_follows_from_the_plan_of_the_day_and_the_steward(case):
    given = case["given"]
    steward = UUID(given["stewardId"]) if given["stewardId"] else None
    route = KnownRoute(steward, {}, [read_plan(plan) for plan in given["plans"]])

    assert route.is_given_to(UUID(given["person"]), date.fromisoformat(given["date"])) is case["expect"]


@pytest.mark.parametrize("case", named(examples("place_state.json")))
def test_the_state_of_a_place_is_derived_from_visits_round_and_phones(case):
    given, round_ = case["given"], case["given"]["round"]
    end = datetime.fromisoformat(round_["end"])
    times = RoundTime(1, datetime.fromisoformat(round_["start"]), end, end + timedelta(minutes=round_["lateMinutes"]))
    visits = [
        Seen(timeliness(datetime.fromisoformat(visit["correctedAt"]), times), visit["skipped"])
        for visit in given["visits"]
    ]
    phones = [Phone(moment(one["pulledAt"]), moment(one["completeAt"]), one["gone"]) for one in given["devices"]]
    grace = timedelta(hours=round_["graceHours"])
    state = place_state(
        visits, times, phones, grace, datetime.fromisoformat(given["now"]), excused_at=moment(given.get("excusedAt"))
    )
    assert state == case["expect"]


@pytest.mark.parametrize("case", named(examples("left_out.json", "settings")))
def test_what_may_be_done_about_a_place_that_nobody_visited_follows_from_the_time(case):
    given, round_ = case["given"], case["given"]["round"]
    day, end = date.fromisoformat(given["date"]), datetime.fromisoformat(round_["end"])
    times = RoundTime(1, datetime.fromisoformat(round_["start"]), end, end + timedelta(minutes=round_["lateMinutes"]))
    until = made_up_until(day, given["timezone"], given["settings"])

    assert until == moment(case["expect"]["until"])
    assert way_at(datetime.fromisoformat(given["moment"]), times, until) == case["expect"]["way"]


@pytest.mark.parametrize("case", named(examples("round_asks.json")))
def test_a_place_due_once_a_day_or_week_drops_out_once_it_was_seen(case):
    given = case["given"]
    numbers = {date.fromisoformat(day): range(1, count + 1) for day, count in given["rounds"].items()}
    turn, *seen = (Turn(date.fromisoformat(day), number) for day, number in [given["turn"], *given["seen"]])

    (found,) = asking(
        turn, {PLACE: Frequency(given["frequency"])}, {PLACE: seen}, lambda day: numbers.get(day, ())
    ).values()

    assert found == case["expect"]


def test_every_code_that_the_rules_tell_is_listed_so_that_it_gets_words():
    told = {code for case in examples("visit_remarks.json") for code in case["expect"]}
    assert told <= DOUBTS | LACKS
    assert written_in("webapp/domains/patrols/rules", "patrols") <= set(CODES) | {"patrols.visit", "patrols.record"}
