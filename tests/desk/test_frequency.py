"""Places that are due once a day or once a week, as the desk shows them (`patrol.md` 2)."""

from datetime import timedelta

import pytest

from tests import make
from tests.desk.test_today import OVER, SCANNED, look, round_of
from tests.domains.conftest import NOW
from webapp.domains.patrols.rules.assignees import Assignees
from webapp.domains.patrols.rules.rounds import Plan
from webapp.ground.places.routes.rules import Frequency

MORNING = NOW.replace(hour=2)


@pytest.fixture
def roof(beat, session):
    """The first place of the route, due once a day."""
    make.visited(session, beat.route, beat.places[0], Frequency.DAILY)
    return beat.places[0]


def shown(page, number, place):
    return next((one["state"] for one in round_of(page, number)["places"] if one["placeId"] == str(place.id)), None)


def test_what_the_first_round_saw_drops_out_of_the_second(beat, roof, supervisor):
    beat.phone.visit(make.visit_body(roof, MORNING, beat.route, number=1))

    page = look(supervisor)
    assert (shown(page, 1, roof), shown(page, 2, roof)) == ("done", None)
    assert shown(page, 2, beat.places[1]) == "due"


def test_what_the_first_round_left_is_asked_of_the_second_and_missed_only_there(beat, roof, supervisor, clock):
    beat.phone.pull("patrols.plan")
    page = look(supervisor)
    assert (shown(page, 1, roof), shown(page, 2, roof)) == (None, "due")

    clock.move_to(OVER)
    beat.phone.push()
    page = look(supervisor)
    assert (shown(page, 1, roof), shown(page, 2, roof)) == (None, "missed")


def test_what_could_not_be_checked_in_the_first_round_is_asked_for_again(beat, roof, supervisor):
    nothing = [{**one, "result": "not_checked", "reason": "门锁着"} for one in make.answers()]
    beat.phone.visit(make.visit_body(roof, MORNING, beat.route, number=1, answers=nothing))

    page = look(supervisor)
    assert (shown(page, 1, roof), shown(page, 2, roof)) == ("skipped", "due")


def test_once_a_week_is_once_from_monday_to_sunday(beat, session, supervisor, clock):
    place = beat.places[0]
    make.visited(session, beat.route, place, Frequency.WEEKLY)
    beat.phone.visit(make.visit_body(place, SCANNED, beat.route))

    clock.move_to(NOW + timedelta(days=4))
    assert shown(look(supervisor), 1, place) is None
    assert beat.phone.pull("patrols.visit")  # phones know of it for as long
    clock.move_to(NOW + timedelta(days=7))
    assert shown(look(supervisor), 2, place) == "due"


def test_a_round_that_asks_for_nothing_is_none(beat, session, supervisor):
    for place in beat.places:
        make.visited(session, beat.route, place, Frequency.DAILY)
        beat.phone.visit(make.visit_body(place, MORNING, beat.route, number=1))

    assert [one["number"] for one in look(supervisor)["rounds"]] == [1]


def test_a_round_says_whose_it_is_by_the_plan_of_its_day(beat, session, supervisor):
    people = tuple(make.person(session, beat.estate, name=name).id for name in ("周国平", "陈志强"))
    make.plan(session, beat.estate.id, beat.route, Plan((), 2, 1, NOW.date(), Assignees.NAMED, people))
    assert {one["stewardName"] for one in look(supervisor)["rounds"]} == {"周国平、陈志强"}

    make.plan(session, beat.estate.id, beat.route, Plan((), 2, 1, NOW.date(), Assignees.ANYBODY))
    assert {one["stewardName"] for one in look(supervisor)["rounds"]} == {None}
