"""From the report to the closed sheet, and everything that must not be on the way (`patrol.md` 7 and 11)."""

from datetime import timedelta

import pytest

from tests import make
from tests.domains.conftest import NOW
from tests.domains.findings.conftest import FOUND
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.findings.rules.states import FindingState
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.verify import verify
from webapp.ground.people.departments.rules import DepartmentKind, department_id
from webapp.ground.people.departments.service import set_department


def test_a_finding_goes_from_report_to_closure_and_the_book_is_clean(app, session, crew, clock):
    finding_id = crew.report()
    clock.move_to(NOW + timedelta(minutes=1))
    order = crew.act("supervisor", "dispatch", finding_id, dept="engineering", hard=True)
    crew.act("engineer", "accept", finding_id)
    clock.move_to(NOW + timedelta(hours=1))
    crew.act("engineer", "fix", finding_id)
    crew.act("steward", "verify", finding_id, scan=crew.scan())
    crew.act("steward", "sign", finding_id, seen=crew.seen(finding_id))
    crew.act("engineer", "sign", finding_id, seen=crew.seen(finding_id))

    held = crew.held(finding_id)
    assert (held["state"], held["orderNo"]) == ("closed", order["serial"])
    assert order["serial"] == "WX-2026-000001"
    assert [one["act"] for one in held["acts"]] == ["dispatch", "accept", "fix", "verify", "sign", "sign"]
    assert [one["side"] for one in held["signatures"]] == ["verifier", "fixer"]
    assert (held["fixer"]["name"], held["verifier"]["name"]) == ("engineer", "steward")
    assert (held["due"], held["rework"], held["acts"][0]["dueAt"]) == ([], 0, "2026-11-23T07:41:00Z")
    differences: list[object] = []
    session.rollback()
    verify(session, crew.beat.estate.id, app.extensions["rounds.push_kinds"], differences.append)
    assert differences == []


def test_who_cannot_scan_says_why_and_it_is_remarked(crew):
    finding_id = crew.fixed()

    crew.act("steward", "verify", finding_id, scan={"method": "listed", "code": None, "reason": "标签被水泡坏"})

    remarks = [one["code"] for one in crew.held(finding_id)["acts"][-1]["remarks"]]
    assert remarks == ["findings.label_unknown", "findings.verified_without_scan"]


def test_what_is_not_right_comes_back_as_rework_with_a_new_order(crew, clock):
    finding_id = crew.fixed()
    clock.move_to(NOW + timedelta(hours=2))
    scan = crew.scan()

    assert crew.refused("steward", "verify", finding_id, scan=scan, outcome="not_right") == "findings.reason_missing"
    crew.act("steward", "verify", finding_id, scan=scan, outcome="not_right", note="门还是关不严")

    held = crew.held(finding_id)
    assert (held["state"], held["rework"], held["fixer"]) == ("reopened", 1, None)
    assert held["waitingSince"] == make.iso(NOW + timedelta(hours=2))
    assert crew.act("supervisor", "dispatch", finding_id)["serial"] == "WX-2026-000002"


def test_nobody_verifies_the_own_work_whoever_it_is(crew):
    photos = [make.finding_photo(FOUND), make.finding_photo(FOUND, moment="after")]
    solved = crew.report(action="solved_on_spot", photos=photos)
    stood_in = crew.report()
    crew.act("supervisor", "dispatch", stood_in)
    crew.act("supervisor", "accept", stood_in)
    crew.act("supervisor", "fix", stood_in)

    assert crew.refused("finder", "verify", solved, scan=crew.scan()) == "findings.own_repair"
    assert crew.refused("supervisor", "verify", stood_in, scan=crew.scan()) == "findings.own_repair"
    crew.act("steward", "verify", solved, scan={**crew.scan(), "method": "typed"})
    crew.act("finder", "sign", solved, seen=crew.seen(solved))
    crew.act("steward", "sign", solved, seen=crew.seen(solved))
    assert crew.stored(solved).state is FindingState.CLOSED


def test_only_the_manager_dispatches_and_rejects_and_a_supervisor_only_in_the_same_post(session, crew):
    finding_id = crew.report()
    assert crew.refused("steward", "dispatch", finding_id) == "core.not_allowed"
    assert crew.refused("engineer", "reject", finding_id) == "core.not_allowed"

    session.get_one(Estate, crew.beat.estate.id).settings = {"supervisor_may_act_as_manager": False}
    session.commit()

    assert crew.refused("supervisor", "dispatch", finding_id) == "core.not_allowed"
    crew.act("manager", "reject", finding_id)
    assert crew.held(finding_id)["closedAt"] == make.iso(NOW)
    assert crew.refused("manager", "dispatch", finding_id) == "findings.wrong_state"


def test_only_the_department_it_was_given_to_repairs_it_and_says_how(crew):
    finding_id = crew.report()
    crew.act("supervisor", "dispatch", finding_id, dept="engineering")

    assert crew.refused("guard", "accept", finding_id) == "findings.not_your_department"
    assert crew.refused("engineer", "fix", finding_id) == "findings.wrong_state"
    crew.act("engineer", "accept", finding_id)
    assert crew.refused("engineer", "fix", finding_id, result=" ") == "findings.result_missing"
    assert crew.refused("engineer", "fix", finding_id, photos=[]) == "findings.after_photo_missing"
    assert crew.refused("engineer", "accept", str(new_id())) == "findings.unknown_finding"


def test_both_sides_sign_once_and_only_what_they_have_seen(session, crew):
    finding_id = crew.verified()
    seen = crew.seen(finding_id)
    wrong = [{**one, "sha256": "0" * 64} for one in seen]

    assert crew.refused("manager", "sign", finding_id, seen=seen) == "findings.not_involved"
    assert crew.try_("engineer", "sign", finding_id, seen=seen[:1])["params"]["items"] == [seen[3]["id"], seen[4]["id"]]
    assert crew.refused("engineer", "sign", finding_id, seen=wrong) == "findings.not_seen"
    crew.act("steward", "sign", finding_id, seen=seen)
    assert crew.refused("steward", "sign", finding_id, seen=seen) == "findings.signed_already"

    # The head of the department signs for whoever repaired it.
    crew.phone("engineer2")
    head = crew.people["engineer2"].id
    kind = DepartmentKind.ENGINEERING
    set_department(
        session, crew.beat.estate.id, department_id(crew.beat.estate.id, kind), name="工程部", head_id=head, named=[]
    )
    session.commit()
    crew.act("engineer2", "sign", finding_id, seen=seen)
    assert crew.stored(finding_id).state is FindingState.CLOSED


def test_a_finding_left_open_is_settled_by_who_walks(crew):
    first, second = crew.report(action=None), crew.report(action=None)

    assert crew.refused("engineer", "settle", first) == "core.not_allowed"
    assert crew.refused("steward", "settle", first, action="solved_on_spot") == "findings.after_photo_missing"
    crew.act("finder", "settle", first)
    after = [make.finding_photo(NOW, moment="after")]
    crew.act("finder", "settle", second, action="solved_on_spot", photos=after)

    assert [crew.stored(id_).state.value for id_ in (first, second)] == ["reported", "solved_on_spot"]
    assert crew.held(second)["due"][0]["what"] == "verify"


def test_a_neighbour_can_do_nothing_about_our_finding(app, session, crew):
    finding_id = crew.report()
    estate = make.estate(session, name="邻居苑")
    theirs = make.PatrolPhone(make.browser(app, make.person(session, estate, role=Role.MANAGER)), estate.id)

    (answered,) = theirs.push(theirs.item("findings.dispatch", make.finding_act("dispatch", finding_id), saved_at=NOW))

    assert answered["code"] == "findings.unknown_finding"
    assert crew.stored(finding_id).state is FindingState.REPORTED


@pytest.mark.parametrize("act", ["dispatch", "sign"])
def test_an_act_about_another_finding_than_its_body_names_is_refused(crew, act):
    phone = crew.phone("supervisor")
    body = make.finding_act(act, crew.report())

    (answered,) = phone.push(phone.item(f"findings.{act}", body, saved_at=NOW, about=str(new_id())))

    assert answered["code"] == "core.bad_shape"
