"""What each act leaves behind, field by field, and what exactly a refusal says. Without a store."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from tests.domains.renovation.ways_there import (
    WORKERS,
    completion_reported,
    draft,
    in_progress,
    in_review,
    notices_verified,
    observation,
    paid,
    passes_back,
    permitted,
    rectifying,
    refund_due,
    submitted,
)
from tests.domains.renovation.world import CASE, PASSES, World, body_of, notice_body, photo, signatures
from webapp.core.actor import Role
from webapp.core.domain import Refused
from webapp.core.ids import new_id
from webapp.core.wire import plain, read
from webapp.domains.renovation.rules.limits import is_review_late, stays_on
from webapp.domains.renovation.rules.shapes import Photo, Served, WhoAt, Worker
from webapp.domains.renovation.rules.standing import JointCheck, Notice, Pass, Receipt, Request, Round
from webapp.domains.renovation.rules.states import (
    Act,
    CaseState,
    NoticeState,
    PassState,
    RequestKind,
    RequestState,
)

BOTH = signatures("engineer", "steward", "person_in_charge")
BY: dict[str, Any] = {"private": signatures("person_in_charge"), "visitId": None, "changeId": None}


@pytest.fixture
def world() -> World:
    return World()


def who(world: World, role: Role) -> WhoAt:
    """Answer somebody of a role, now."""
    return WhoAt(id=world.people[role], name=role.value, at=world.now)


def only(world: World, table: str) -> Any:
    """Answer the one part of the renovation in a table."""
    (one,) = world.parts(f"renovation_{table}").values()
    return one


def params(world: World, act: Act, role: Role = Role.STEWARD, **fields: Any) -> tuple[str, Any]:
    """Answer the code and the parameters by which an act is refused."""
    answer = world.try_(act, role, **fields)
    assert isinstance(answer, Refused), act
    return answer.code.removeprefix("renovation."), answer.params


def test_an_application_is_a_draft_as_it_was_written(world):
    draft(world)
    told = body_of(Act.APPLY)["application"]
    case = world.case()

    assert (case.id, case.state, case.unit_id) == (CASE, CaseState.DRAFT, UUID(told["unitId"]))
    assert {name: plain(getattr(case, name)) for name in ("applicant", "contractor", "scope")} == {
        name: told[name] for name in ("applicant", "contractor", "scope")
    }
    assert case.workers == read(tuple[Worker, ...], told["workers"])
    assert not case.changed
    world.do(Act.AMEND, application={**told, "scope": "只改厨房"})
    assert (world.case().scope, world.case().changed) == ("只改厨房", True)


def test_an_application_is_refused_for_what_the_estate_knows(world):
    draft(world)
    assert params(world, Act.APPLY) == ("case_repeated", {})
    other: dict[str, Any] = {"renovationId": str(new_id())}
    assert params(world, Act.APPLY, **other) == ("unit_taken", {"serial": "ZX"})
    unknown = {**body_of(Act.APPLY)["application"], "unitId": str(new_id())}
    assert params(world, Act.APPLY, **other, application=unknown) == ("unknown_unit", {})
    assert params(world, Act.AMEND, application=unknown) == ("wrong_unit", {})
    twice = body_of(Act.APPLY)["application"]
    twice = {**twice, "workers": [twice["workers"][0]] * 2}
    assert params(world, Act.AMEND, application=twice) == ("worker_repeated", {})
    assert params(world, Act.SUBMIT, renovationId=other["renovationId"]) == (
        "unknown_case",
        {"renovation": other["renovationId"]},
    )


def test_what_is_handed_in_replaces_what_lay_there_and_changes_the_application(world):
    draft(world)
    paper = {"code": "doc_plan", "photos": [photo()], "sealed": False, "signedBy": [], "note": "第一版"}
    other = {**paper, "code": "doc_license", "sealed": True}
    for one in (paper, other, {**paper, "note": "第二版"}):
        world.do(Act.PAPER, paper=one)

    told = [(one.code, one.note, one.sealed, one.by_name, one.at) for one in world.case().papers]
    assert told == [
        ("doc_license", "第一版", True, "steward", world.now),
        ("doc_plan", "第二版", False, "steward", world.now),
    ]
    assert world.case().changed


def test_who_signs_again_signs_instead(world):
    draft(world)
    for form, party in (("agreement", "owner"), ("agreement", "company"), ("agreement", "owner")):
        world.do(Act.SIGN, form=form, party=party, private=signatures(party))

    told = [(one.form, one.party, one.name, one.at) for one in world.case().signed]
    assert told == [("agreement", "company", "company", world.now), ("agreement", "owner", "owner", world.now)]
    assert params(world, Act.SIGN, form="doc_plan", party="owner") == ("signature_missing", {"as": "owner"})
    assert world.case().changed


def test_an_application_given_back_says_what_was_missing_until_it_comes_again(world):
    draft(world)
    world.do(Act.SUBMIT)
    assert world.case().submitted_at == world.now
    assert params(world, Act.FORWARD)[1]["missing"][:2] == ["doc_license", "doc_qualification"]
    world.do(Act.INCOMPLETE)
    assert world.case().missing[:2] == ("doc_license", "doc_qualification")
    world.do(Act.RESUBMIT)
    assert (world.state, world.case().missing) == (CaseState.SUBMITTED, ())


def test_engineering_s_word_is_kept_with_who_said_it(world):
    in_review(world)
    assert not world.case().changed
    other = world.copy()
    world.do(Act.APPROVE, Role.ENGINEER, opinion="同意，注意防水")
    assert (world.case().opinion, world.case().decided) == ("同意，注意防水", who(world, Role.ENGINEER))
    other.do(Act.RETURN, Role.ENGINEER, reasons="请补水电图")
    assert (other.case().opinion, other.case().decided) == ("请补水电图", who(other, Role.ENGINEER))


def test_the_joint_check_keeps_who_came_and_what_was_damaged(world):
    paid(world)
    answers = body_of(Act.JOINT_CHECK)["answers"]
    damaged = {**answers[1], "result": "abnormal", "note": "锁舌卡住", "findingId": str(new_id())}
    world.do(Act.JOINT_CHECK, answers=[answers[0], damaged, *answers[2:]], waterTest="recommended")

    assert world.case().joint_check == JointCheck(
        at=world.now,
        by_id=world.people[Role.STEWARD],
        by_name="steward",
        water_test="recommended",
        abnormal=("FR-02",),
    )
    assert params(world, Act.JOINT_CHECK, private=signatures("owner")) == ("signature_missing", {"as": "steward"})
    assert params(world, Act.JOINT_CHECK, private=signatures("steward")) == ("signature_missing", {"as": "owner"})


def test_each_line_paid_is_a_receipt_of_its_own(world):
    in_review(world)
    world.do(Act.APPROVE, Role.ENGINEER)
    lines = body_of(Act.PAY)["lines"]
    twice = [*lines, lines[0]]
    assert params(world, Act.PAY, Role.FINANCE, lines=twice) == ("line_unfit", {"line": lines[0]["line"]})
    assert params(world, Act.PAY, Role.FINANCE, lines=lines[:3])[1] == {"lines": ["pass_cost", "rubbish_fee"]}
    world.do(Act.PAY, Role.FINANCE)

    receipts = world.parts("renovation_receipts")
    assert len(receipts) == len(lines)
    by_line = {one.line: one for one in receipts.values()}
    for line in lines:
        one = by_line[line["line"]]
        assert one == Receipt(
            id=one.id,
            renovation_id=CASE,
            line=line["line"],
            direction="in",
            quantity=line["quantity"],
            amount=line["amount"],
            receipt_no=line["receiptNo"],
            paid_at=read(datetime, line["paidAt"]),
            payer=line["payer"],
            cashier=who(world, Role.FINANCE),
        )
    assert world.case().prices == {line["line"]: line["amount"] // line["quantity"] for line in lines}


def test_only_passes_are_paid_for_once_the_permit_is_there(world):
    permitted(world)
    lines = body_of(Act.PAY)["lines"]
    assert params(world, Act.PAY, Role.FINANCE, lines=lines[:1]) == ("lines_missing", {"lines": ["pass_cost"]})
    wrong = {**lines[3], "quantity": 3, "amount": 2000}
    assert params(world, Act.PAY, Role.FINANCE, lines=[wrong]) == ("amount_wrong", {"line": "pass_cost", "due": 3000})
    assert params(world, Act.PAY, Role.FINANCE, lines=[lines[0], lines[3]]) == ("line_unfit", {"line": "deposit"})


def test_a_pass_shows_whose_it_is_and_since_when(world):
    paid(world)
    world.do(Act.JOINT_CHECK)
    answer = world.do(Act.PASS, passId=str(PASSES[0]), workerId=WORKERS[0])

    worker = world.case().workers[0]
    assert only(world, "passes") == Pass(
        id=PASSES[0],
        renovation_id=CASE,
        worker_id=worker.worker_id,
        name=worker.name,
        photo=worker.photos[0].sha256,
        state=PassState.ISSUED,
        issued=who(world, Role.STEWARD),
    )
    assert answer.page == ("CR", str(PASSES[0]))
    again: dict[str, Any] = {"passId": str(PASSES[0]), "workerId": WORKERS[1]}
    assert params(world, Act.PASS, **again) == ("pass_repeated", {})
    assert params(world, Act.PASS_LOST, passId=str(new_id())) == ("unknown_pass", {})


@pytest.mark.parametrize(
    ("act", "fields", "state"),
    [
        (Act.PASS_RETURN, {"note": "照片磨损"}, PassState.RETURNED),
        (Act.PASS_LOST, {"note": "照片磨损"}, PassState.LOST),
        (Act.PASS_REVOKE, {"reason": "照片磨损"}, PassState.REVOKED),
    ],
)
def test_how_a_pass_ended_stays_on_it(world, act, fields, state):
    permitted(world)
    world.do(act, passId=str(PASSES[0]), **fields)

    ended = world.parts("renovation_passes")[PASSES[0]]
    assert (ended.state, ended.ended, ended.note) == (state, who(world, Role.STEWARD), "照片磨损")
    assert world.parts("renovation_passes")[PASSES[1]].state is PassState.ISSUED
    world.do(Act.PASS_RETURN, passId=str(PASSES[1]))
    again = params(world, Act.PASS_REVOKE, passId=str(PASSES[1]))
    assert again == ("pass_wrong_state", {"state": "returned"})


def test_the_permit_says_from_when_until_when_and_who_gave_it(world):
    permitted(world)
    case, told = world.case(), body_of(Act.PERMIT)
    days = (date.fromisoformat(told["startOn"]), date.fromisoformat(told["until"]))
    assert (case.permit_from, case.permit_until, case.permitted) == (*days, who(world, Role.STEWARD))
    assert world.tables["units"][case.unit_id]["renovating"] is True
    in_progress(again := World())
    assert again.case().started_at == again.now
    one_day = World()
    paid(one_day)
    one_day.do(Act.JOINT_CHECK)
    for index, worker in enumerate(WORKERS):
        one_day.do(Act.PASS, passId=str(PASSES[index]), workerId=worker)
    one_day.do(Act.PERMIT, startOn="2026-11-30", until="2026-11-30")


def test_more_workers_are_asked_for_with_a_good_pass_of_one_s_own(world):
    in_progress(world)
    worker = body_of(Act.ADD_WORKER)["worker"]
    asked: dict[str, Any] = {"askedBy": WORKERS[0], "shownPermit": True, "shownPassId": str(PASSES[0])}
    assert params(world, Act.ADD_WORKER, **asked, worker={**worker, "workerId": WORKERS[1]}) == ("worker_repeated", {})
    poor = {**worker, "photos": worker["photos"][:1]}
    whole = ("worker_incomplete", {"workers": [worker["workerId"]]})
    assert params(world, Act.ADD_WORKER, **asked, worker=poor) == whole
    world.do(Act.ADD_WORKER, **asked)
    assert [str(one.worker_id) for one in world.case().workers] == [*WORKERS, worker["workerId"]]
    world.do(Act.PASS_LOST, passId=str(PASSES[0]))
    another = {**worker, "workerId": str(new_id())}
    assert params(world, Act.ADD_WORKER, **asked, worker=another) == ("pass_not_shown", {})


def test_a_notice_is_kept_as_it_was_served(world):
    in_progress(world)
    told = notice_body(items=["RN-02", "RN-13"])
    visit = str(new_id())
    answer = world.do(Act.NOTICE, Role.GUARD, notice=told, **{**BY, "visitId": visit})

    notice = only(world, "notices")
    assert notice == Notice(
        id=UUID(told["noticeId"]),
        renovation_id=CASE,
        visit_id=UUID(visit),
        items=("RN-02", "RN-13"),
        description=told["description"],
        photos=read(tuple[Photo, ...], told["photos"]),
        grade="major",
        state=NoticeState.ISSUED,
        stopped_at=read(datetime, body_of(Act.NOTICE)["stoppedAt"]),
        due_on=date.fromisoformat(told["dueOn"]),
        served_to=read(Served, told["servedTo"]),
        refused_to_sign=False,
        witness=told["witness"],
        issued=who(world, Role.GUARD),
    )
    assert answer.page == ("ZG", told["noticeId"])
    assert params(world, Act.NOTICE, notice=told, **BY) == ("notice_repeated", {})
    assert params(world, Act.NOTICE_FIXED, noticeId=str(new_id())) == ("unknown_notice", {})


def test_a_notice_that_an_owner_gets_is_signed_by_the_owner(world):
    in_progress(world)
    told = notice_body(servedTo={"as": "owner", "name": "何建国"})
    assert params(world, Act.NOTICE, notice=told, **BY) == ("signature_missing", {"as": "owner"})
    world.do(Act.NOTICE, notice=told, **{**BY, "private": signatures("owner")})
    assert only(world, "notices").served_to == Served(role="owner", name="何建国")


def test_a_refusal_before_a_witness_and_a_change_found_built_stand_on_the_notice(world):
    in_progress(world)
    world.do(Act.PLAN_CHANGE)
    change = body_of(Act.PLAN_CHANGE)["requestId"]
    told = notice_body(refusedToSign=True, witness="周师傅")
    world.do(Act.NOTICE, notice=told, private=None, visitId=None, changeId=change)

    notice = only(world, "notices")
    assert (notice.refused_to_sign, notice.witness, notice.change_id) == (True, "周师傅", UUID(change))
    extension = str(new_id())
    world.do(Act.EXTENSION, requestId=extension)
    assert params(world, Act.NOTICE, notice=notice_body(), **{**BY, "changeId": extension}) == ("unknown_request", {})


def test_each_look_at_a_notice_is_kept_with_who_looked(world):
    in_progress(world)
    told = notice_body(dueOn="2026-12-03")
    id_ = told["noticeId"]
    world.do(Act.NOTICE, notice=told, **BY)
    world.do(Act.NOTICE_FIXED, noticeId=id_)
    fixed = only(world, "notices")
    assert (fixed.state, fixed.fixed) == (NoticeState.REPORTED_FIXED, who(world, Role.STEWARD))
    assert params(world, Act.NOTICE_FIXED, noticeId=id_) == ("notice_wrong_state", {"state": "reported_fixed"})
    escalating = params(world, Act.NOTICE_ESCALATE, Role.SUPERVISOR, noticeId=id_)
    assert escalating == ("not_overdue", {})
    late: dict[str, Any] = {"noticeId": id_, "passed": False}
    assert params(world, Act.NOTICE_VERIFY, **late, dueOn="2026-11-29") == ("due_in_past", {})
    world.do(Act.NOTICE_VERIFY, **late, dueOn="2026-11-30", note="还差一处")
    world.pass_time(hours=1)
    world.do(Act.NOTICE_VERIFY, Role.ENGINEER, noticeId=id_, note="已恢复")

    notice = only(world, "notices")
    photos = read(tuple[Photo, ...], body_of(Act.NOTICE_VERIFY)["photos"])
    assert notice.rounds[1] == Round(at=world.now, by_name="engineer", passed=True, note="已恢复", photos=photos)
    assert [(one.passed, one.note) for one in notice.rounds] == [(False, "还差一处"), (True, "已恢复")]
    assert (notice.state, notice.verified) == (NoticeState.VERIFIED, who(world, Role.ENGINEER))
    assert params(world, Act.NOTICE_VERIFY, noticeId=id_) == ("notice_wrong_state", {"state": "verified"})


def test_a_notice_goes_higher_with_who_took_it_there(world):
    in_progress(world)
    told = notice_body(refusedToSign=True, witness="周师傅")
    world.do(Act.NOTICE, notice=told, private=None, visitId=None, changeId=None)
    world.do(Act.NOTICE_ESCALATE, Role.SUPERVISOR, noticeId=told["noticeId"], to="violation")

    notice = only(world, "notices")
    assert (notice.escalated, notice.escalated_to) == (who(world, Role.SUPERVISOR), "violation")
    again = params(world, Act.NOTICE_ESCALATE, Role.SUPERVISOR, noticeId=told["noticeId"])
    assert again == ("not_overdue", {})
    world.do(Act.NOTICE_FIXED, noticeId=told["noticeId"])


@pytest.mark.parametrize(
    ("act", "kind", "state", "note"),
    [
        (Act.PLAN_CHANGE, RequestKind.PLAN_CHANGE, RequestState.REQUESTED, "what"),
        (Act.EXTENSION, RequestKind.EXTENSION, RequestState.REQUESTED, None),
        (Act.OVERNIGHT, RequestKind.OVERNIGHT, RequestState.REQUESTED, None),
        (Act.HOT_WORK, RequestKind.HOT_WORK, RequestState.REQUESTED, None),
        (Act.TOOLS, RequestKind.TOOLS, RequestState.APPROVED, "note"),
    ],
)
def test_what_is_asked_for_is_kept_as_it_was_said(world, act, kind, state, note):
    in_progress(world)
    answer = world.do(act)

    told = body_of(act)
    asked = only(world, "requests")
    days = {
        Act.EXTENSION: (None, told.get("until")),
        Act.OVERNIGHT: (told.get("fromOn"), told.get("untilOn")),
        Act.HOT_WORK: ("2026-12-02", "2026-12-02"),
    }.get(act, (None, None))
    assert asked == Request(
        id=UUID(told["requestId"]),
        renovation_id=CASE,
        kind=kind,
        state=state,
        asked=who(world, Role.STEWARD),
        from_on=date.fromisoformat(days[0]) if days[0] else None,
        until_on=date.fromisoformat(days[1]) if days[1] else None,
        persons=len(told.get("persons", ())),
        said=asked.said,
        decided=who(world, Role.STEWARD) if act is Act.TOOLS else None,
        note=told[note] if note else "",
    )
    assert set(asked.said) == set(told) - {"renovationId", "requestId", "private"}
    assert answer.page == (("DH", told["requestId"]) if act is Act.HOT_WORK else None)
    assert params(world, act) == ("request_repeated", {})
    assert params(world, Act.DECIDE, requestId=str(new_id())) == ("unknown_request", {})


def test_a_decision_is_kept_with_who_made_it(world):
    in_progress(world)
    world.do(Act.EXTENSION)
    until = world.case().permit_until
    id_ = body_of(Act.EXTENSION)["requestId"]
    world.do(Act.DECIDE, Role.SUPERVISOR, requestId=id_, approved=False, note="工期足够")

    asked = only(world, "requests")
    assert (asked.state, asked.note, asked.decided) == (RequestState.REFUSED, "工期足够", who(world, Role.SUPERVISOR))
    assert world.case().permit_until == until
    again = params(world, Act.DECIDE, Role.SUPERVISOR, requestId=id_)
    assert again == ("request_wrong_state", {"state": "refused"})


def test_tools_go_with_what_the_guard_saw(world):
    in_progress(world)
    world.do(Act.TOOLS)
    world.do(Act.RELEASE, Role.GUARD, seen=["电锤", "切割机"])
    gone = only(world, "requests")
    assert (gone.state, gone.decided) == (RequestState.RELEASED, who(world, Role.GUARD))
    assert (gone.said["seen"], list(gone.said["tools"])) == (["电锤", "切割机"], body_of(Act.TOOLS)["tools"])
    assert params(world, Act.RELEASE, Role.GUARD) == ("request_wrong_state", {"state": "released"})


def test_both_sign_a_change_of_plan_and_more_time_is_asked_for_in_time(world):
    in_progress(world)
    for there, lacking in (("owner", "person_in_charge"), ("person_in_charge", "owner")):
        refused = params(world, Act.PLAN_CHANGE, private=signatures(there))
        assert refused == ("signature_missing", {"as": lacking})
    assert params(world, Act.EXTENSION, until="2027-03-21") == ("too_long", {"until": "2027-03-20"})
    written: dict[str, Any] = {"inPerson": False, "mandate": [photo()]}
    world.do(Act.EXTENSION, until="2027-03-20", **written)
    world.move_to("2027-02-20")
    world.do(Act.EXTENSION, requestId=str(new_id()), until="2027-02-21")


def test_nights_are_asked_for_ahead_and_in_their_order(world):
    in_progress(world)
    for days in (("2026-11-29", "2026-12-01"), ("2026-12-02", "2026-12-01")):
        refused = params(world, Act.OVERNIGHT, fromOn=days[0], untilOn=days[1])
        assert refused == ("until_before_start", {})
    world.settings = {**world.settings, "overnight_max": 1}
    two = [{"name": name, "passId": None} for name in ("陈工", "黄工")]
    assert params(world, Act.OVERNIGHT, persons=two) == ("too_many_overnight", {"allowed": 1})
    world.do(Act.OVERNIGHT, fromOn="2026-11-30", untilOn="2026-11-30")
    id_ = body_of(Act.OVERNIGHT)["requestId"]
    world.do(Act.DECIDE, Role.MANAGER, requestId=id_, approved=False, note="不需要")
    world.do(Act.OVERNIGHT, requestId=str(new_id()), fromOn="2026-11-30", untilOn="2026-11-30")


def test_somebody_may_stay_on_the_nights_that_were_approved(world):
    in_progress(world)
    world.do(Act.OVERNIGHT, fromOn="2026-12-01", untilOn="2026-12-02")
    asked = only(world, "requests")
    assert not stays_on(asked, date(2026, 12, 1))
    world.do(Act.DECIDE, Role.MANAGER)
    held = only(world, "requests")
    nights = [date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 2), date(2026, 12, 3)]
    assert [stays_on(held, night) for night in nights] == [False, True, True, False]
    world.do(Act.TOOLS, requestId=str(new_id()))
    tools = next(one for one in world.parts("renovation_requests").values() if one.kind is RequestKind.TOOLS)
    assert not stays_on(tools, date(2026, 12, 1))


def test_hot_work_ends_after_it_begins_and_not_yesterday(world):
    in_progress(world)
    moment: dict[str, Any] = {"fromAt": "2026-12-02T02:00:00Z", "untilAt": "2026-12-02T02:00:00Z"}
    assert params(world, Act.HOT_WORK, **moment) == ("not_same_day", {})
    past: dict[str, Any] = {"fromAt": "2026-11-29T02:00:00Z", "untilAt": "2026-11-29T03:00:00Z"}
    assert params(world, Act.HOT_WORK, **past) == ("not_same_day", {})
    world.do(Act.HOT_WORK, fromAt="2026-11-30T02:00:00Z", untilAt="2026-11-30T03:00:00Z")


def test_a_review_is_late_only_while_it_is_one_and_after_its_limit(world):
    in_review(world)
    due = world.case().review_due
    assert due == datetime(2026, 11, 25, 15, 59, 59, tzinfo=UTC)
    assert not is_review_late(world.case(), due)
    world.move_to("2026-11-26", hour=0)
    assert is_review_late(world.case(), world.now)
    world.do(Act.APPROVE, Role.ENGINEER)
    assert not is_review_late(world.case(), world.now)
    submitted(early := World())
    assert not is_review_late(early.case(), world.now)


def test_completion_is_reported_by_the_customer_or_by_an_agent_with_a_mandate(world):
    in_progress(world)
    agent: dict[str, Any] = {"by": "agent", "name": "何小姐", "mandate": []}
    assert params(world, Act.COMPLETE, **agent) == ("mandate_missing", {})
    other = world.copy()
    other.do(Act.COMPLETE, **{**agent, "mandate": [photo()]})
    world.do(Act.COMPLETE, by="customer", mandate=[])
    assert world.case().completed == who(world, Role.STEWARD)


def test_an_acceptance_is_signed_by_both_and_fails_with_a_notice(world):
    completion_reported(world)
    for there, lacking in (("engineer", "steward"), ("steward", "engineer")):
        refused = params(world, Act.ACCEPT, private=signatures(there))
        assert refused == ("signature_missing", {"as": lacking})
    assert params(world, Act.ACCEPT, passed=False, notice=None) == ("notice_needed", {})
    answers = body_of(Act.ACCEPT)["answers"]
    broken = [{**answers[0], "result": "abnormal", "note": "承重墙开洞"}, *answers[1:]]
    assert params(world, Act.ACCEPT, answers=broken) == ("fault_unresolved", {})
    told = notice_body()
    answer = world.do(Act.ACCEPT, Role.ENGINEER, passed=False, notice=told, private=BOTH)
    assert (world.state, answer.page) == (CaseState.RECTIFYING, ("ZG", told["noticeId"]))
    notice = only(world, "notices")
    assert (notice.visit_id, notice.change_id, notice.stopped_at) == (None, None, None)
    waiting = params(world, Act.REINSPECT, Role.ENGINEER)
    assert waiting == ("notices_open", {"notices": [told["noticeId"]]})


def test_what_passed_says_on_which_day_and_from_when_it_is_rechecked(world):
    observation(world)
    assert (world.case().accepted_on, world.case().recheck_on) == (date(2026, 11, 30), date(2026, 12, 30))
    rectifying(again := World())
    (id_,) = again.parts("renovation_notices")
    again.do(Act.NOTICE_FIXED, noticeId=str(id_))
    again.do(Act.REINSPECT, Role.ENGINEER, passed=False, dueOn="2026-12-01")
    notice = again.parts("renovation_notices")[id_]
    assert (notice.state, notice.due_on, notice.fixed) == (NoticeState.ISSUED, date(2026, 12, 1), None)
    assert again.state is CaseState.RECTIFYING
    passes_back(again)
    notices_verified(again)
    again.do(Act.REINSPECT, Role.ENGINEER)
    assert again.case().accepted_on == date(2026, 11, 30)


def test_a_clean_recheck_says_who_found_it_so_and_until_when_to_pay_back(world):
    refund_due(world)
    assert world.case().rechecked == who(world, Role.ENGINEER)
    assert world.case().refund_due_on == date(2027, 1, 8)
    fault: dict[str, Any] = {"amount": 200_000, "deductions": [{"amount": 1, "reason": "墙面修补"}]}
    assert params(world, Act.REFUND, Role.FINANCE, **fault) == ("refund_wrong", {"due": 199_999})
    part = {**fault, "amount": 199_999}
    for there, lacking in (("manager", "owner"), ("owner", "manager")):
        refused = params(world, Act.REFUND, Role.FINANCE, **part, private=signatures(there))
        assert refused == ("signature_missing", {"as": lacking})


def test_a_refund_is_a_receipt_and_so_is_each_deduction(world):
    refund_due(world)
    deductions = [{"amount": 15_050, "reason": "墙面修补"}, {"amount": 50, "reason": "补锁"}]
    told = {"amount": 184_900, "receiptNo": "TK-1", "paidAt": "2026-12-30T03:00:00Z", "payee": "安居装饰"}
    world.do(Act.REFUND, Role.FINANCE, **told, deductions=deductions, private=signatures("manager", "owner"))

    found = world.parts("renovation_receipts").values()
    out = [one for one in found if one.direction != "in"]
    cashier = who(world, Role.FINANCE)
    shared: dict[str, Any] = {"renovation_id": CASE, "line": "deposit", "quantity": 1, "cashier": cashier}
    paid_at = datetime(2026, 12, 30, 3, tzinfo=UTC)
    back: dict[str, Any] = {
        "direction": "out",
        "amount": 184_900,
        "receipt_no": "TK-1",
        "paid_at": paid_at,
        "payer": "安居装饰",
    }
    kept: dict[str, Any] = {"direction": "kept", "receipt_no": "", "paid_at": world.now}
    assert out == [
        Receipt(id=out[0].id, **shared, **back),
        Receipt(id=out[1].id, **shared, **kept, amount=15_050, payer="墙面修补"),
        Receipt(id=out[2].id, **shared, **kept, amount=50, payer="补锁"),
    ]
    assert (world.state, world.case().closed_at) == (CaseState.CLOSED, world.now)
    assert world.tables["units"][world.case().unit_id]["renovating"] is False
    world.do(Act.FILE, Role.SUPERVISOR)
    assert world.case().filed == who(world, Role.SUPERVISOR)


def test_who_withdraws_says_why_and_gets_the_whole_deposit_back(world):
    paid(world)
    back = {"amount": 199_999, "receiptNo": "TK-2", "paidAt": "2026-11-23T03:00:00Z", "payee": "何建国"}
    assert params(world, Act.WITHDRAW, refund=back) == ("deposit_to_return", {"amount": 200_000})
    world.do(Act.WITHDRAW, refund={**back, "amount": 200_000}, reason="改期装修")

    case = world.case()
    assert (case.state, case.cancelled_reason, case.closed_at) == (CaseState.CANCELLED, "改期装修", world.now)
    draft(early := World())
    early.do(Act.WITHDRAW, refund={**back, "amount": 0})
    assert early.parts("renovation_receipts") == {}
