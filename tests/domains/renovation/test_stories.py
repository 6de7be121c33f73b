"""Renovations from phones to the book: what is kept, what phones hold, who may, and that rows follow from entries."""

import pytest
from sqlalchemy import func, select

from tests import make
from tests.domains.renovation.conftest import ON_ONE_STORE
from tests.domains.renovation.ways_there import (
    closed,
    completion_reported,
    draft,
    in_progress,
    notices_verified,
    passes_back,
    permitted,
    rectifying,
)
from tests.domains.renovation.world import PASSES, notice_body, signatures
from tests.make.patrols import checklist
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.renovation.models import SiteReceipt
from webapp.domains.renovation.rules.states import Act
from webapp.ground.places.models import UnitStatusRow


def test_a_life_from_the_application_to_the_refund_leaves_book_and_rows_agreeing(site):
    rectifying(site)
    passes_back(site)
    notices_verified(site)
    site.do(Act.REINSPECT, Role.ENGINEER)
    site.pass_time(days=30)
    site.do(Act.RECHECK, Role.ENGINEER)
    assert site.held()["refundDueOn"] == "2027-01-08"
    site.do(Act.REFUND, Role.FINANCE)

    held = site.held(Role.GUARD)
    assert (held["state"], held["depositHeld"]) == ("closed", 0)
    assert held["serial"].startswith("ZX-2026-")
    assert [one["serial"][:3] for one in (*held["passes"], *held["notices"])] == ["CR-", "CR-", "ZG-"]
    assert held["acts"][0]["act"] == "apply"
    assert site.differences() == []


def test_what_is_asked_for_and_seen_while_work_runs_is_kept_and_told(site):
    in_progress(site)
    changed, nights, hot, tools = (str(new_id()) for _ in range(4))
    site.do(Act.PLAN_CHANGE, requestId=changed)
    site.do(Act.DECIDE, Role.RENOVATION_INSPECTOR, requestId=changed)
    site.do(Act.OVERNIGHT, requestId=nights)
    site.do(Act.DECIDE, Role.SUPERVISOR, requestId=nights)
    serial = site.do(Act.HOT_WORK, requestId=hot)["serial"]
    site.do(Act.DECIDE, Role.ENGINEER, requestId=hot)
    site.do(Act.TOOLS, requestId=tools)
    site.do(Act.RELEASE, Role.GUARD, requestId=tools)
    extension = str(new_id())
    site.do(Act.EXTENSION, requestId=extension)
    site.do(Act.DECIDE, Role.MANAGER, requestId=extension)
    site.fact("night_check", Role.GUARD, persons=3)

    held = site.held()
    assert serial.startswith("DH-2026-")
    assert {one["kind"]: one["state"] for one in held["requests"]} == {
        "plan_change": "approved",
        "extension": "approved",
        "overnight": "approved",
        "hot_work": "approved",
        "tools": "released",
    }
    assert held["permitUntil"] == "2027-03-15"
    (look,) = held["nights"]
    assert (look["persons"], look["allowed"], look["note"], look["byName"]) == (3, 1, "看守材料", "guard")
    assert [one["code"] for one in look["remarks"]] == ["renovation.too_many_overnight"]
    assert len(look["photos"]) == 1
    assert site.differences() == []


def test_a_visit_is_a_page_of_its_own_and_counts_when_somebody_was_let_in(site):
    in_progress(site)
    sheet = checklist("renovation_site")
    site.fact("visit", Role.GUARD, visitId=str(new_id()), outcome="nobody", checklist=sheet, answers=[])
    assert site.held()["lastVisitedOn"] is None

    visit = str(new_id())
    answered = site.fact("visit", visitId=visit, checklist=sheet, code=None, passesChecked=[])

    assert answered["serial"].startswith("ZC-2026-")
    told = site.phone(Role.ENGINEER).pull("renovation.visit")[visit]
    assert (told["outcome"], told["remarks"], told["day"]) == ("visited", [], "2026-11-30")
    assert site.held()["lastVisitedOn"] == "2026-11-30"
    assert site.fact("visit", visitId=visit)["code"] == "renovation.visit_repeated"
    assert site.differences() == []


@ON_ONE_STORE
def test_ren_r11_a_unit_has_one_active_renovation(site):
    draft(site)
    first, site.id = site.id, str(new_id())

    answered = site.try_(Act.APPLY)
    assert (answered["code"], answered["params"]["serial"][:3]) == ("renovation.unit_taken", "ZX-")

    second, site.id = site.id, first
    site.do(Act.WITHDRAW)
    site.id = second
    site.do(Act.APPLY)


@ON_ONE_STORE
def test_passes_made_out_and_the_permit_in_one_push_are_decided_one_after_the_other(site):
    completion_reported(site)

    back = [
        site.item("renovation.pass_return", Role.STEWARD, {"passId": str(id_), "note": ""}) for id_ in PASSES.values()
    ]
    whole = {"passed": True, "note": "各项符合批准方案", "private": signatures("engineer", "steward")}
    answers = site.phone(Role.STEWARD).push(*back, site.item("renovation.accept", Role.STEWARD, whole))

    assert [one["outcome"] for one in answers] == ["applied"] * 3


@ON_ONE_STORE
def test_what_is_personal_lies_apart_and_nobody_without_a_part_holds_anything(site):
    draft(site)

    entry = site.phone(Role.STEWARD).pull("renovation.case")[site.id]
    assert "13800000000" not in str(entry)
    assert site.phone(Role.CLEANER).pull("renovation.case") == {}
    elsewhere = make.estate(site.session, name="别处")
    stranger = make.person(site.session, elsewhere, role=Role.STEWARD)
    other = make.PatrolPhone(make.browser(site.app, stranger), elsewhere.id)
    assert other.pull("renovation.case") == {}


@ON_ONE_STORE
def test_the_deposit_comes_in_and_goes_out_to_the_fen(site):
    closed(site)

    sums = select(SiteReceipt.direction, func.sum(SiteReceipt.amount)).where(SiteReceipt.line == "deposit")
    assert dict(site.session.execute(sums.group_by(SiteReceipt.direction)).all()) == {"in": 200000, "out": 200000}


@ON_ONE_STORE
@pytest.mark.parametrize("role", [Role.CLEANER, Role.GM, Role.MODEL_ROOM_STEWARD])
def test_who_has_no_part_in_renovations_is_refused(site, role):
    assert site.try_(Act.APPLY, role)["code"] == "core.not_allowed"


@ON_ONE_STORE
def test_a_failed_acceptance_brings_its_notice_on_its_own_page(site):
    completion_reported(site)
    private = signatures("engineer", "steward", "person_in_charge")

    answered = site.do(Act.ACCEPT, Role.ENGINEER, passed=False, notice=notice_body(), private=private)

    assert answered["serial"] == site.held()["notices"][0]["serial"]


def test_the_register_says_that_a_unit_is_renovated_from_the_permit_to_the_end(site):
    permitted(site)
    unit = site.phone(Role.GUARD).pull("places.unit")[str(site.unit.id)]
    assert (unit["renovating"], unit["status"]) == (True, "vacant_unsold")

    site.move_to("2026-11-30")
    site.do(Act.START, passId=str(PASSES[0]))
    site.do(Act.COMPLETE)
    passes_back(site)
    site.do(Act.ACCEPT, Role.ENGINEER)
    site.pass_time(days=30)
    site.do(Act.RECHECK, Role.ENGINEER)
    site.do(Act.REFUND, Role.FINANCE)

    told = select(UnitStatusRow).where(UnitStatusRow.reason == site.row().serial).order_by(UnitStatusRow.at)
    history = [(one.unit_id, one.renovating, str(one.since)) for one in site.session.scalars(told)]
    assert history == [(site.unit.id, True, "2026-11-23"), (site.unit.id, False, "2026-12-30")]
    assert not site.phone(Role.GUARD).pull("places.unit")[str(site.unit.id)]["renovating"]
    assert site.differences() == []
