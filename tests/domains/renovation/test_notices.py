"""What people are told of renovations, and who: by what time alone makes due, and by what waits for a word."""

from datetime import UTC, datetime

from tests.domains.renovation.conftest import ON_ONE_STORE
from tests.domains.renovation.ways_there import (
    in_progress,
    in_review,
    observation,
)
from tests.domains.renovation.world import notice_body, signatures
from webapp.core.actor import OVERSEERS, Role
from webapp.core.ids import new_id
from webapp.domains.renovation.notices import renovations_to_tell
from webapp.domains.renovation.rules.states import Act
from webapp.ground.estates.models import Estate

pytestmark = ON_ONE_STORE


def told(site):
    site.session.rollback()
    found = renovations_to_tell(site.session, site.estate.id, datetime.now(UTC))
    return {one.kind.name.partition(".")[2]: set(one.roles) for one in found}


def test_transition_8_a_late_review_reminds_engineering_then_the_supervisor_and_approves_nothing(site):
    in_review(site)
    assert told(site) == {}
    site.move_to("2026-11-26", hour=0)
    assert told(site) == {"review_late": {Role.ENGINEER}}
    site.move_to("2026-11-27", hour=1)

    assert told(site) == {"review_late": {Role.ENGINEER}, "review_later": {Role.SUPERVISOR}}
    assert site.row().state.value == "in_review"


def test_ren_r18_a_running_site_without_a_visit_yesterday_is_told_to_the_supervisor(site):
    in_progress(site)
    assert told(site) == {}
    site.move_to("2026-12-01")
    assert told(site) == {"unvisited": {Role.SUPERVISOR}}

    site.fact("visit", startedAt="2026-12-01T02:00:00Z", visitId=str(new_id()))
    assert told(site) == {}


def test_transition_15_a_site_past_its_permit_is_told_to_overseers(site):
    in_progress(site)
    site.move_to("2027-02-21")

    assert told(site)["overdue"] == set(OVERSEERS)


def test_ren_r03_what_is_not_put_right_in_time_or_refused_goes_to_overseers(site):
    in_progress(site)
    body = {"visitId": None, "changeId": None}
    site.do(Act.NOTICE, notice=notice_body(), private=signatures("person_in_charge"), **body)
    refused = notice_body(refusedToSign=True, witness="周师傅")
    site.do(Act.NOTICE, notice=refused, private=None, **body)
    assert told(site) == {"notice_refused": set(OVERSEERS)}

    site.move_to("2026-12-04")
    assert told(site)["notice_overdue"] == set(OVERSEERS)


def test_ren_r05_a_grave_notice_is_told_at_once(site):
    in_progress(site)
    grave = notice_body(items=["RN-02"])
    site.do(Act.NOTICE, notice=grave, private=signatures("person_in_charge"), visitId=None, changeId=None)

    assert told(site) == {"notice_major": set(OVERSEERS)}


def test_what_is_asked_for_is_told_to_who_decides_it(site):
    in_progress(site)
    for act in (Act.PLAN_CHANGE, Act.EXTENSION, Act.OVERNIGHT, Act.HOT_WORK):
        site.do(act, requestId=str(new_id()))

    assert told(site) == {
        "asked_plan_change": {Role.RENOVATION_INSPECTOR},
        "asked_extension": set(OVERSEERS),
        "asked_overnight": set(OVERSEERS),
        "asked_hot_work": {Role.ENGINEER},
    }


def test_transition_21_the_recheck_and_then_the_refund_are_told_when_they_are_due(site):
    observation(site)
    assert told(site) == {}
    site.pass_time(days=30)
    assert Role.STEWARD in told(site)["recheck"]
    site.do(Act.RECHECK, Role.ENGINEER)

    assert told(site) == {"refund": {Role.FINANCE}}


def test_more_people_overnight_than_may_stay_are_told_to_the_supervisor(site):
    in_progress(site)
    site.fact("night_check", Role.GUARD, night="2026-11-30", persons=0, checkId=str(new_id()))
    assert told(site) == {}
    site.fact("night_check", Role.GUARD, night="2026-11-30", persons=1, checkId=str(new_id()))

    assert told(site) == {"overnight_too_many": {Role.SUPERVISOR}}
    site.move_to("2026-12-02")
    assert "overnight_too_many" not in told(site)


def test_a_site_is_visited_as_often_a_day_as_the_estate_asks(site):
    in_progress(site)
    site.session.rollback()
    site.session.get_one(Estate, site.estate.id).settings = {"site_visits_per_day": 2}
    site.session.commit()
    site.fact("visit", startedAt="2026-11-30T02:00:00Z", visitId=str(new_id()))
    site.move_to("2026-12-01")
    assert told(site) == {"unvisited": {Role.SUPERVISOR}}
    assert site.held()["lastVisitedOn"] is None

    site.fact("visit", startedAt="2026-12-01T01:00:00Z", visitId=str(new_id()))
    site.fact("visit", startedAt="2026-12-01T02:00:00Z", visitId=str(new_id()))
    assert told(site) == {}
    assert site.held()["lastVisitedOn"] == "2026-12-01"


def test_a_door_that_stays_shut_is_told_to_the_supervisor(site):
    in_progress(site)
    site.fact("visit", outcome="refused_entry", visitId=str(new_id()))

    assert told(site) == {"shut_out": {Role.SUPERVISOR}}
