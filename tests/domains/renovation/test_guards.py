"""What acts on a renovation refuse, one rule after the other, and what they let pass."""

from datetime import date
from typing import Any

import pytest

from tests.domains.renovation.ways_there import (
    WORKERS,
    approved,
    completion_reported,
    draft,
    in_progress,
    in_review,
    paid,
    passes_back,
    permitted,
    rectifying,
    refund_due,
    returned,
    submitted,
)
from tests.domains.renovation.world import CASE, PASSES, World, body_of, notice_body, signatures
from webapp.core.actor import Role
from webapp.core.domain import Refused
from webapp.core.ids import new_id
from webapp.domains.renovation.rules.limits import months_after
from webapp.domains.renovation.rules.money import prices_on
from webapp.domains.renovation.rules.states import Act, CaseState, NoticeState, PassState, RequestState

BY = {"private": signatures("person_in_charge"), "visitId": None, "changeId": None}


@pytest.fixture
def world():
    return World()


def noticed(world, **fields):
    """Give a notice while work runs, and answer its id."""
    notice = notice_body(**fields)
    world.do(Act.NOTICE, notice=notice, **BY)
    return notice["noticeId"]


def test_ren_r01_a_violation_is_stopped_on_the_spot_before_the_notice_is_written(world):
    in_progress(world)
    assert world.refused(Act.NOTICE, stoppedAt=None) == "renovation.not_stopped"
    assert world.refused(Act.NOTICE, notice=notice_body(description="正常。"), **BY) == "renovation.bare_normal"
    assert world.refused(Act.NOTICE, notice=notice_body(dueOn="2026-11-29"), **BY) == "renovation.due_in_past"

    noticed(world, dueOn="2026-11-30")


def test_a_notice_is_signed_for_or_refused_before_a_witness(world):
    in_progress(world)
    unsigned = {**BY, "private": None}
    refused = world.try_(Act.NOTICE, notice=notice_body(), **unsigned)
    assert refused == Refused("renovation.signature_missing", {"as": "person_in_charge"})
    alone = notice_body(refusedToSign=True, witness=" ")
    assert world.refused(Act.NOTICE, notice=alone, **unsigned) == "renovation.witness_missing"

    world.do(Act.NOTICE, notice=notice_body(refusedToSign=True, witness="周师傅"), **unsigned)


def test_ren_r02_what_is_reported_fixed_is_looked_at_and_may_have_a_new_day(world):
    in_progress(world)
    id_ = noticed(world)
    world.do(Act.NOTICE_FIXED, noticeId=id_)
    assert world.refused(Act.NOTICE_FIXED, noticeId=id_) == "renovation.notice_wrong_state"
    assert world.refused(Act.NOTICE_VERIFY, noticeId=id_, passed=False) == "renovation.due_missing"
    world.do(Act.NOTICE_VERIFY, noticeId=id_, passed=False, dueOn="2026-12-09")
    (notice,) = world.parts("renovation_notices").values()
    assert (notice.state, notice.due_on, notice.fixed) == (NoticeState.ISSUED, date(2026, 12, 9), None)

    world.do(Act.NOTICE_VERIFY, noticeId=id_)

    (notice,) = world.parts("renovation_notices").values()
    assert (notice.state, [one.passed for one in notice.rounds]) == (NoticeState.VERIFIED, [False, True])
    assert world.refused(Act.NOTICE_VERIFY, noticeId=id_) == "renovation.notice_wrong_state"


def test_ren_r03_only_what_is_overdue_or_refused_goes_higher(world):
    in_progress(world)
    id_ = noticed(world, dueOn="2026-12-03")
    world.move_to("2026-12-03")
    assert world.refused(Act.NOTICE_ESCALATE, Role.SUPERVISOR, noticeId=id_) == "renovation.not_overdue"
    world.move_to("2026-12-04")
    world.do(Act.NOTICE_ESCALATE, Role.SUPERVISOR, noticeId=id_, to="authority")

    (notice,) = world.parts("renovation_notices").values()
    assert (notice.state, notice.escalated_to) == (NoticeState.ESCALATED, "authority")
    assert world.refused(Act.COMPLETE) == "renovation.notices_open"
    world.do(Act.NOTICE_VERIFY, noticeId=id_)
    world.do(Act.COMPLETE)


@pytest.mark.parametrize(
    ("item", "grade"), [("RN-02", "major"), ("RN-03", "major"), ("RN-09", "major"), ("RN-05", "general")]
)
def test_ren_r05_load_bearing_parts_gas_and_fire_begin_as_major(world, item, grade):
    in_progress(world)
    noticed(world, items=[item, "RN-13"])

    assert [one.grade for one in world.parts("renovation_notices").values()] == [grade]


def test_ren_r10_nothing_is_issued_before_the_joint_check_and_every_pass(world):
    paid(world)
    assert world.refused(Act.PASS) == "renovation.joint_check_missing"
    assert world.refused(Act.PERMIT) == "renovation.joint_check_missing"
    answers = body_of(Act.JOINT_CHECK)["answers"]
    assert world.refused(Act.JOINT_CHECK, answers=answers[:-1]) == "renovation.check_incomplete"
    damaged = {**answers[0], "result": "abnormal", "note": "门框变形", "findingId": None}
    for lacking in (damaged, {**damaged, "findingId": str(new_id()), "note": " "}):
        told = world.try_(Act.JOINT_CHECK, answers=[lacking, *answers[1:]])
        assert told == Refused("renovation.check_incomplete", {"items": ["FR-01"]})
    assert world.refused(Act.JOINT_CHECK, private=signatures("owner")) == "renovation.signature_missing"
    world.do(Act.JOINT_CHECK)
    world.do(Act.PASS, passId=str(PASSES[0]), workerId=WORKERS[0])
    assert world.refused(Act.PASS, passId=str(new_id()), workerId=WORKERS[0]) == "renovation.pass_repeated"

    assert world.try_(Act.PERMIT) == Refused("renovation.pass_missing", {"workers": [WORKERS[1]]})


def test_ren_r12_no_pass_for_who_is_not_on_the_list_or_not_whole(world):
    draft(world)
    one = body_of(Act.APPLY)["application"]
    poor = [{**one["workers"][0], "idShown": False}, one["workers"][1]]
    assert world.refused(Act.AMEND, application={**one, "personInCharge": str(new_id())}) == (
        "renovation.person_in_charge_missing"
    )
    world.do(Act.AMEND, application={**one, "workers": poor})
    row = world.tables["renovations"][CASE]
    paid(other := World())
    other.do(Act.JOINT_CHECK)
    other.tables["renovations"][CASE]["workers"] = row["workers"]

    assert other.refused(Act.PASS, passId=str(new_id()), workerId=str(new_id())) == "renovation.unknown_worker"
    assert other.refused(Act.PASS, passId=str(new_id()), workerId=WORKERS[0]) == "renovation.worker_incomplete"
    other.do(Act.PASS, passId=str(new_id()), workerId=WORKERS[1])


def test_ren_r15_a_change_found_built_before_it_is_approved_is_a_violation(world):
    in_progress(world)
    world.do(Act.PLAN_CHANGE)
    change = body_of(Act.PLAN_CHANGE)["requestId"]
    told = {**BY, "changeId": change}
    world.do(Act.NOTICE, notice=notice_body(items=["RN-15"]), **told)
    world.do(Act.DECIDE, Role.RENOVATION_INSPECTOR)

    assert world.refused(Act.NOTICE, notice=notice_body(items=["RN-15"]), **told) == "renovation.change_approved"
    unknown = {**BY, "changeId": str(new_id())}
    assert world.refused(Act.NOTICE, notice=notice_body(), **unknown) == "renovation.unknown_request"


def test_ren_r17_a_pass_that_is_out_keeps_the_observation_from_beginning(world):
    completion_reported(world)
    world.do(Act.PASS_RETURN, passId=str(PASSES[0]))
    assert world.try_(Act.ACCEPT) == Refused("renovation.passes_out", {"passes": [str(PASSES[1])]})
    world.do(Act.PASS_LOST, passId=str(PASSES[1]))

    world.do(Act.ACCEPT)
    assert world.state is CaseState.OBSERVATION


def test_ren_r17_holds_after_rectification_too(world):
    rectifying(world)
    (id_,) = world.parts("renovation_notices")
    assert world.refused(Act.REINSPECT, Role.ENGINEER) == "renovation.notices_open"
    world.do(Act.NOTICE_VERIFY, noticeId=str(id_))
    assert world.refused(Act.REINSPECT, Role.ENGINEER) == "renovation.passes_out"
    passes_back(world)
    world.do(Act.REINSPECT, Role.ENGINEER)


def test_a_reinspection_that_fails_gives_what_is_open_a_new_day(world):
    rectifying(world)
    assert world.refused(Act.REINSPECT, Role.ENGINEER, passed=False) == "renovation.due_missing"

    world.do(Act.REINSPECT, Role.ENGINEER, passed=False, dueOn="2026-12-20")

    assert [one.due_on for one in world.parts("renovation_notices").values()] == [date(2026, 12, 20)]


def test_a_recheck_with_a_fault_is_not_clean(world):
    refund_due(world)
    again = World()
    completion_reported(again)
    passes_back(again)
    again.do(Act.ACCEPT)
    again.pass_time(days=30)
    for fault in ("seepage", "leak", "blockage", "damage"):
        seen: dict[str, Any] = {fault: True}
        assert again.refused(Act.RECHECK, **seen) == "renovation.fault_unresolved"
    assert again.refused(Act.RECHECK, passed=False, leak=True) == "renovation.notice_needed"
    notice = notice_body(dueOn="2027-01-20")
    private = signatures("engineer", "steward", "person_in_charge")
    again.do(Act.RECHECK, passed=False, leak=True, notice=notice, private=private)
    assert (again.state, again.case().recheck_on) == (CaseState.RECTIFYING, None)


def test_a_pass_comes_back_is_lost_or_revoked_once(world):
    permitted(world)
    first = str(PASSES[0])
    world.do(Act.PASS_LOST, passId=first)
    assert world.refused(Act.PASS_LOST, passId=first) == "renovation.pass_wrong_state"
    world.do(Act.PASS_RETURN, passId=first)
    assert world.refused(Act.PASS_REVOKE, passId=first) == "renovation.pass_wrong_state"

    assert world.parts("renovation_passes")[PASSES[0]].state is PassState.RETURNED
    world.move_to("2026-11-30")
    assert world.refused(Act.START, passId=first) == "renovation.pass_not_valid"
    world.do(Act.START, passId=str(PASSES[1]))


def test_ren_r17_a_revoked_pass_comes_back_too_or_is_noted_as_lost(world):
    completion_reported(world)
    first, second = (str(id_) for id_ in PASSES.values())
    for id_ in (first, second):
        world.do(Act.PASS_REVOKE, passId=id_)
    assert world.refused(Act.PASS_REVOKE, passId=first) == "renovation.pass_wrong_state"
    assert world.try_(Act.ACCEPT) == Refused("renovation.passes_out", {"passes": [first, second]})
    world.do(Act.PASS_RETURN, passId=first)
    world.do(Act.PASS_LOST, passId=second)

    world.do(Act.ACCEPT)


def test_who_lost_a_pass_gets_a_new_one_that_is_paid_for(world):
    in_progress(world)
    new = {
        "passId": str(new_id()),
        "workerId": WORKERS[1],
        "askedBy": WORKERS[0],
        "shownPermit": True,
        "shownPassId": str(PASSES[0]),
    }
    assert world.refused(Act.PASS, **new) == "renovation.pass_repeated"
    world.do(Act.PASS_LOST, passId=str(PASSES[1]))
    assert world.refused(Act.PASS, **new) == "renovation.lines_missing"
    line = {**body_of(Act.PAY)["lines"][3], "quantity": 1, "amount": 1000}
    world.do(Act.PAY, Role.FINANCE, lines=[line])

    world.do(Act.PASS, **new)


def test_nobody_begins_before_the_first_day_of_the_permit(world):
    permitted(world)
    answer = world.try_(Act.START, passId=str(PASSES[0]))
    assert answer == Refused("renovation.pass_not_valid", {"verdict": "not_yet"})


def test_a_permit_runs_three_months_at_most_and_an_extension_one(world):
    paid(world)
    world.do(Act.JOINT_CHECK)
    for index, worker in enumerate(WORKERS):
        world.do(Act.PASS, passId=str(PASSES[index]), workerId=worker)
    assert world.refused(Act.PERMIT, startOn="2026-11-30", until="2026-11-29") == "renovation.until_before_start"
    too_long = world.try_(Act.PERMIT, startOn="2026-11-30", until="2027-03-01")
    assert too_long == Refused("renovation.too_long", {"until": "2027-02-28"})
    world.do(Act.PERMIT, startOn="2026-11-30", until="2027-02-28")
    world.move_to("2026-11-30")
    world.do(Act.START, passId=str(PASSES[0]))

    assert world.refused(Act.EXTENSION, until="2027-02-28") == "renovation.until_before_start"
    assert world.refused(Act.EXTENSION, until="2027-03-29") == "renovation.too_long"
    assert world.refused(Act.EXTENSION, until="2027-03-28", inPerson=False) == "renovation.mandate_missing"
    world.do(Act.EXTENSION, until="2027-03-28")
    assert world.case().permit_until == date(2027, 2, 28)
    world.do(Act.DECIDE, Role.SUPERVISOR)
    assert world.case().permit_until == date(2027, 3, 28)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [("2026-11-30", 3, "2027-02-28"), ("2026-12-15", 1, "2027-01-15"), ("2027-12-31", 2, "2028-02-29")],
)
def test_a_month_later_is_the_same_day_or_that_month_s_last(day, count, expected):
    assert months_after(date.fromisoformat(day), count) == date.fromisoformat(expected)


def test_each_line_costs_what_the_list_of_the_day_it_was_paid_on_says(world):
    old = world.settings["renovation_prices"][0]
    lists = [{**old, "valid_from": "2026-12-01", "deposit": 300000}, old]
    assert [prices_on(date(2026, *day), lists)["deposit"] for day in ((11, 30), (12, 1))] == [200000, 300000]
    approved(world)
    world.settings = {**world.settings, "renovation_prices": lists}
    world.move_to("2026-12-01")
    lines = [{**one, "paidAt": "2026-12-01T01:00:00Z"} for one in body_of(Act.PAY)["lines"]]

    assert world.refused(Act.PAY, Role.FINANCE, lines=lines[1:]) == "renovation.lines_missing"
    assert world.refused(Act.PAY, Role.FINANCE, lines=[*lines, lines[0]]) == "renovation.line_unfit"
    one_pass = [{**lines[0], "amount": 300000}, *lines[1:3], {**lines[3], "quantity": 1, "amount": 1000}, lines[4]]
    assert world.refused(Act.PAY, Role.FINANCE, lines=one_pass) == "renovation.amount_wrong"
    dearer = world.try_(Act.PAY, Role.FINANCE, lines=lines)
    assert dearer == Refused("renovation.amount_wrong", {"line": "deposit", "due": 300000})
    world.do(Act.PAY, Role.FINANCE, lines=[{**lines[0], "amount": 300000}, *lines[1:]])
    assert world.case().prices["deposit"] == 300000


def test_a_receipt_that_is_entered_late_costs_what_it_cost_when_it_was_paid(world):
    approved(world)
    old = world.settings["renovation_prices"][0]
    dearer = {**old, "valid_from": "2026-12-01", "deposit": 300000, "rubbish_fee": 2500}
    world.settings = {**world.settings, "renovation_prices": [old, dearer]}
    world.move_to("2026-12-03")
    lines = [{**one, "paidAt": "2026-11-30T15:00:00Z"} for one in body_of(Act.PAY)["lines"]]
    by_the_new = [{**lines[0], "amount": 300000}, *lines[1:]]
    assert world.try_(Act.PAY, Role.FINANCE, lines=by_the_new) == Refused(
        "renovation.amount_wrong", {"line": "deposit", "due": 200000}
    )

    rubbish_later = [*lines[:4], {**lines[4], "paidAt": "2026-12-01T01:00:00Z", "amount": 2500}]
    world.do(Act.PAY, Role.FINANCE, lines=rubbish_later)

    prices = world.case().prices
    assert (prices["deposit"], prices["rubbish_fee"]) == (200000, 2500)


def test_nothing_was_paid_on_a_day_that_has_not_come(world):
    approved(world)
    lines = body_of(Act.PAY)["lines"]
    later_today = [{**one, "paidAt": "2026-11-23T15:59:00Z"} for one in lines]
    tomorrow = [*later_today[:1], {**lines[1], "paidAt": "2026-11-23T16:00:00Z"}, *later_today[2:]]

    refused = world.try_(Act.PAY, Role.FINANCE, lines=tomorrow)
    assert refused == Refused("renovation.paid_in_future", {"line": "management_fee"})
    world.do(Act.PAY, Role.FINANCE, lines=later_today)


def test_what_is_refused_needs_a_reason(world):
    in_progress(world)
    world.do(Act.OVERNIGHT)
    assert world.refused(Act.DECIDE, Role.MANAGER, approved=False) == "renovation.reason_missing"
    world.do(Act.DECIDE, Role.MANAGER, approved=False, note="材料已进完，不需要看守")

    assert [one.state for one in world.parts("renovation_requests").values()] == [RequestState.REFUSED]
    assert world.refused(Act.DECIDE, Role.MANAGER) == "renovation.request_wrong_state"


def test_hot_work_is_of_one_day_with_an_extinguisher(world):
    in_progress(world)
    assert world.refused(Act.HOT_WORK, extinguisher=False) == "renovation.no_extinguisher"
    assert world.refused(Act.HOT_WORK, untilAt="2026-12-02T17:00:00Z") == "renovation.not_same_day"
    assert world.refused(Act.HOT_WORK, untilAt="2026-12-02T00:30:00Z") == "renovation.not_same_day"
    world.do(Act.HOT_WORK, untilAt="2026-12-02T15:59:00Z")
    assert world.refused(Act.DECIDE, Role.SUPERVISOR) == "core.not_allowed"
    world.do(Act.DECIDE, Role.ENGINEER)


def test_tools_go_once_and_only_when_they_were_named(world):
    in_progress(world)
    world.do(Act.TOOLS)
    world.do(Act.RELEASE, Role.GUARD)
    assert world.refused(Act.RELEASE, Role.GUARD) == "renovation.request_wrong_state"
    world.do(Act.PLAN_CHANGE)
    change = body_of(Act.PLAN_CHANGE)["requestId"]
    assert world.refused(Act.RELEASE, Role.GUARD, requestId=change) == "renovation.unknown_request"


def test_owner_and_person_in_charge_come_together_or_an_agent_with_a_mandate(world):
    draft(world)
    assert world.refused(Act.SUBMIT, personInChargePresent=False) == "renovation.presence_missing"
    assert world.refused(Act.SUBMIT, ownerPresent=False) == "renovation.presence_missing"
    assert world.refused(Act.SUBMIT, ownerPresent=False, agent="何小姐") == "renovation.mandate_missing"
    world.do(Act.PAPER, paper={**body_of(Act.PAPER)["paper"], "code": "doc_mandate"})
    world.do(Act.SUBMIT, ownerPresent=False, agent="何小姐")


def test_nothing_is_given_back_of_which_nothing_is_missing(world):
    submitted(world)
    assert world.refused(Act.INCOMPLETE) == "renovation.nothing_missing"


def test_what_engineering_sent_back_returns_changed_and_with_a_new_limit(world):
    returned(world)
    assert world.case().opinion
    assert world.refused(Act.RESUBMIT) == "renovation.nothing_changed"
    first = world.case().review_due
    world.pass_time(days=2)
    world.do(Act.PAPER)
    world.do(Act.RESUBMIT)

    assert world.state is CaseState.IN_REVIEW
    assert world.case().review_due > first


def test_a_form_is_signed_by_who_has_to(world):
    draft(world)
    assert world.refused(Act.SIGN, form="form_contractor_pledge", party="owner") == "renovation.signature_missing"
    assert world.refused(Act.SIGN, private=signatures("company")) == "renovation.signature_missing"


def test_the_deposit_goes_back_whole_but_for_what_manager_and_owner_signed(world):
    refund_due(world)
    assert world.refused(Act.REFUND, Role.FINANCE, amount=199_999) == "renovation.refund_wrong"
    part = {"amount": 184_950, "deductions": [{"amount": 15_050, "reason": "墙面修补"}]}
    assert world.refused(Act.REFUND, Role.FINANCE, **part) == "renovation.signature_missing"
    world.do(Act.REFUND, Role.FINANCE, **part, private=signatures("manager", "owner"))

    sums = [(one.direction, one.amount) for one in world.parts("renovation_receipts").values() if one.line == "deposit"]
    assert sorted(sums) == [("in", 200_000), ("kept", 15_050), ("out", 184_950)]


def test_who_withdraws_after_paying_has_the_deposit_back(world):
    in_review(world)
    early = World()
    draft(early)
    early.do(Act.WITHDRAW)
    paid(late := World())
    assert late.try_(Act.WITHDRAW) == Refused("renovation.deposit_to_return", {"amount": 200_000})
    back = {"amount": 200_000, "receiptNo": "TK-1", "paidAt": "2026-11-23T02:00:00Z", "payee": "安居装饰"}
    late.do(Act.WITHDRAW, refund=back)

    assert late.state is CaseState.CANCELLED
    assert sum(one.amount for one in late.parts("renovation_receipts").values() if one.direction == "out") == 200_000


def test_a_bundle_is_filed_once(world):
    refund_due(world)
    world.do(Act.REFUND, Role.FINANCE)
    world.do(Act.FILE, Role.SUPERVISOR)
    assert world.refused(Act.FILE, Role.SUPERVISOR) == "renovation.already_filed"
