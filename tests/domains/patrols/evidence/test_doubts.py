"""The list of visits in doubt, and looking into one."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.patrols.evidence.models import PatrolReview
from webapp.ground.logbook.verify import verify

SCANNED = NOW - timedelta(minutes=20)
TYPED = {"scan": {"method": "typed", "reason": "标签破损"}}
PATH = "/api/v1/patrols/doubts"


@pytest.fixture
def doubted(evidence):
    """A visit with one doubt, and a later one with the very same photo."""
    weak = evidence.visit(0, SCANNED, **TYPED)
    doubtful = evidence.visit(1, SCANNED + timedelta(minutes=5))
    evidence.grades()
    return weak, doubtful


def listed(supervisor, **query):
    answered = supervisor.get(PATH, query_string=query)
    assert answered.status_code == 200, answered.get_json()
    return answered.get_json()


def review(browser, estate, visit_id, note="问过本人，标签当天被水泡了"):
    desk = make.PatrolPhone(browser, estate.id)
    body = {"visitId": visit_id, "note": note}
    (answered,) = desk.push(desk.item("patrols.review", body, saved_at=NOW, about=visit_id))
    return answered


def test_the_worst_comes_first_with_reasons_place_person_and_route(supervisor, beat, doubted):
    page = listed(supervisor)

    assert [one["grade"] for one in page["doubts"]] == ["doubtful", "weak"]
    worst = page["doubts"][0]
    assert [reason["code"] for reason in worst["reasons"]] == ["patrols.photo_repeated"]
    assert (worst["placeName"], worst["byName"], worst["routeName"]) == (beat.places[1].name, "林晓岚", beat.route.name)
    assert (worst["open"], worst["review"], worst["serial"]) == (True, None, "XC-2026-000001")
    assert (page["all"], page["open"], page["more"]) == (2, 2, False)
    assert page["people"] == [{"id": str(beat.steward.id), "name": "林晓岚", "count": 2}]
    assert page["routes"][0]["count"] == 2


def test_one_asks_by_reason_person_route_and_days(supervisor, beat, doubted, clock):
    def found(**query):
        return len(listed(supervisor, **query)["doubts"])

    assert found(reason="patrols.not_scanned") == 1
    assert found(reason="patrols.too_fast") == 0
    assert found(person=str(beat.steward.id)) == 2
    assert found(person=str(new_id())) == 0
    assert found(route=str(beat.route.id)) == 2
    assert found(skip=1) == 1
    clock.move_to(NOW + timedelta(days=3))
    assert (found(days=3), found(days=4)) == (0, 2)


@pytest.mark.parametrize("query", [{"days": 0}, {"days": 32}, {"person": "x"}, {"state": "x"}, {"skip": -1}])
def test_a_bad_question_is_refused(supervisor, query):
    assert supervisor.get(PATH, query_string=query).status_code == 422


def test_only_overseers_of_the_estate_see_the_list(app, session, client, beat, doubted):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.SUPERVISOR))

    assert client.get(PATH).status_code == 401
    assert beat.phone.browser.get(PATH).status_code == 403
    assert listed(neighbour)["doubts"] == []


def test_what_was_looked_into_is_an_entry_and_leaves_the_open_ones(app, session, supervisor, beat, doubted):
    weak, _ = doubted

    assert review(supervisor, beat.estate, weak)["outcome"] == "applied"

    page = listed(supervisor)
    assert weak not in [one["visitId"] for one in page["doubts"]]
    assert page["open"] == 1
    looked = listed(supervisor, state="all")["doubts"][-1]
    assert (looked["visitId"], looked["open"]) == (weak, False)
    assert (looked["review"]["byName"], looked["review"]["note"]) == ("沈主管", "问过本人，标签当天被水泡了")
    session.rollback()
    told: list[object] = []
    verify(session, beat.estate.id, app.extensions["rounds.push_kinds"], told.append)
    assert told == []


def test_who_changes_a_review_behind_the_book_is_found_out(app, session, supervisor, beat, doubted):
    review(supervisor, beat.estate, doubted[0])
    session.rollback()
    session.execute(update(PatrolReview).values(note="没有问题"))
    session.commit()

    told: list[object] = []
    verify(session, beat.estate.id, app.extensions["rounds.push_kinds"], told.append)

    assert [str(one).count("note") for one in told] == [1]


def test_a_new_reason_opens_what_was_looked_into_again(supervisor, beat, doubted, evidence, clock):
    weak, _ = doubted
    review(supervisor, beat.estate, weak)
    clock.shift(timedelta(hours=1))
    evidence.visit(2, SCANNED - timedelta(minutes=5))
    evidence.grades()

    assert weak in [one["visitId"] for one in listed(supervisor)["doubts"]]


def test_the_page_of_a_visit_shows_grade_reasons_and_what_was_written(supervisor, beat, doubted):
    weak, _ = doubted
    review(supervisor, beat.estate, weak)

    shown = supervisor.get(f"/api/v1/desk/visits/{weak}").get_json()["evidence"]

    assert (shown["grade"], [one["code"] for one in shown["reasons"]]) == ("weak", ["patrols.not_scanned"])
    assert [one["byName"] for one in shown["reviews"]] == ["沈主管"]


def test_the_board_tells_of_doubts_that_came_up_later(supervisor, doubted):
    page = supervisor.get("/api/v1/desk/today").get_json()

    (doubt,) = [one for one in page["exceptions"] if one["kind"] == "doubtful"]
    assert doubt["params"]["codes"] == ["patrols.not_scanned", "patrols.photo_repeated"]


def test_a_steward_looks_into_nothing(beat, doubted):
    assert review(beat.phone.browser, beat.estate, doubted[0])["code"] == "core.not_allowed"


def test_only_a_visit_of_the_estate_is_looked_into(supervisor, beat):
    assert review(supervisor, beat.estate, str(new_id()))["code"] == "patrols.unknown_visit"


def test_a_supervisor_of_another_estate_does_not_find_the_visit(app, session, doubted):
    elsewhere = make.estate(session)
    neighbour = make.browser(app, make.person(session, elsewhere, role=Role.SUPERVISOR))

    assert review(neighbour, elsewhere, doubted[0])["code"] == "patrols.unknown_visit"
