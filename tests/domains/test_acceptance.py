"""The acceptance checks of `patrol.md` 11 by their numbers, on the server.

Visits and reports are facts: the server keeps what a phone brings and remarks upon it (`protocol.md` 3). That the phone
does not save such a sheet at all is shown by its own `acceptance.test.ts` in patrols and in findings.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, select

from tests import make
from tests.domains.conftest import NOW
from tests.domains.findings.conftest import FOUND, crew
from tests.make.patrols import checklist
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.desk.months.models import MonthClosing
from webapp.domains.findings.models import Finding
from webapp.domains.findings.rules.states import FindingState
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.ground.notices.jobs import LOOK

__all__ = ["crew"]


@pytest.fixture
def office(app, session, beat):
    """Answer what signs somebody of a role in, on a phone of their own."""

    def sign_in(role, **fields):
        return make.PatrolPhone(
            make.browser(app, make.person(session, beat.estate, role=role, **fields)), beat.estate.id
        )

    return sign_in


def push(phone, kind, body, at=NOW, **fields):
    """Push one item and answer its outcome, or the code by which it was refused."""
    (answered,) = phone.push(phone.item(kind, body, saved_at=at, **fields))
    return answered.get("code", answered["outcome"])


def closed_page(beat, office):
    """Have a round walked, signed by both and by the manager; answer its record's id and the manager's phone."""
    colleague, manager = office(Role.STEWARD), office(Role.MANAGER)
    items = make.whole_round(beat.phone, beat.places, beat.route, FOUND)
    record_id = items[-1]["body"]["recordId"]
    assert {one["outcome"] for one in beat.phone.push(*items)} == {"applied"}
    body = make.cosign_body(record_id, UUID(colleague.browser.me["id"]), items)
    assert push(colleague, "patrols.cosign", body) == "applied"
    signed = {"recordId": record_id, "seen": make.seen(*items), "strokes": None}
    assert push(manager, "patrols.sign_off", signed) == "applied"
    return record_id, manager


def test_acceptance_1_an_observation_of_bare_words_is_told(beat, session):
    beat.phone.visit(make.visit_body(beat.places[0], FOUND, beat.route, observation="正常。"))

    visit = session.scalars(select(PatrolVisit)).one()
    assert "patrols.bare_normal" in [one["code"] for one in visit.remarks]


def test_acceptance_2_a_round_with_st_09_missing_cannot_be_submitted(beat):
    gap = [one for one in make.answers() if one["item"] != "ST-09"]
    *visits, finish = make.whole_round(beat.phone, beat.places, beat.route, FOUND, answers=gap)

    *_, answered = beat.phone.push(*visits, finish)

    assert (answered["code"], answered["params"]["n"]) == ("patrols.items_open", 3)


def test_acceptance_3_the_patroller_cannot_cosign_the_own_record(beat):
    items = make.whole_round(beat.phone, beat.places, beat.route, FOUND)
    beat.phone.push(*items)

    own = make.cosign_body(items[-1]["body"]["recordId"], beat.steward.id, items)

    assert push(beat.phone, "patrols.cosign", own) == "patrols.own_record"


def test_acceptance_4_a_locked_roof_door_is_urgent_and_told_to_the_guard_before_the_patrol_ends(crew):
    guard = crew.phone("guard")
    # No visit has been saved yet: the report is an item of its own and is sent by itself.
    finding_id = crew.report(item="RF-01", choice="locked", checklist=checklist("roof_escape"), details={}, action=None)

    LOOK.act()

    held = crew.held(finding_id, "guard")
    assert (held["priority"], held["dept"], held["state"]) == ("urgent", "security", "open")
    assert "findings.urgent" in [one["kind"] for one in guard.pull("notices.notice").values()]
    assert held["due"][0] == {"what": "dispatch", "from": "2026-11-23T07:38:00Z", "dueAt": "2026-11-23T07:41:00Z"}


def test_acceptance_5_running_water_without_valve_photo_and_reason_is_told(beat, session):
    details = {"unit": "901", "plate": None, "number": "W-17", "expiry": None, "reading": "12"}
    meter: dict[str, Any] = {
        "checklist": checklist("meters"),
        "item": "MT-03",
        "choice": "still_turning",
        "details": details,
    }
    beat.phone.report(make.finding_body(beat.places[0], FOUND, **meter))

    finding = session.scalars(select(Finding)).one()
    codes = [one["code"] for one in finding.remarks]
    assert codes == ["findings.notice_not_posted", "findings.valve_not_closed"]


def test_acceptance_6_a_smell_of_unknown_cause_cannot_close_before_the_guard_s_result(crew):
    smell = crew.verified(item="ST-13", choice="gas")
    seen = crew.seen(smell)

    def step(who, name, **said):
        crew.act(who, "smell_step", smell, **{"step": name, "doneAt": make.iso(NOW), "units": "", "answer": "", **said})

    step("finder", "asked", units="901、902", answer="都没开火")
    step("finder", "cause", known=False)
    step("finder", "guard_told", guard="关大勇")
    assert crew.refused("steward", "sign", smell, seen=seen) == "findings.smell_unfinished"

    step("guard", "guard_result", result="煤气管接头松，已关阀", calls="燃气公司")
    crew.act("steward", "sign", smell, seen=seen)
    crew.act("engineer", "sign", smell, seen=seen)
    assert crew.stored(smell).state is FindingState.CLOSED


def test_acceptance_7_a_closed_record_is_not_deleted_and_a_void_one_keeps_its_serial(app, beat, office):
    record_id, manager = closed_page(beat, office)
    deleting = {rule.rule for rule in app.url_map.iter_rules() if "DELETE" in rule.methods}
    assert [rule for rule in deleting if "patrols" in rule or "findings" in rule or "visits" in rule] == []
    asked = {"recordId": record_id, "reason": "删除"}
    # No such kind exists: it is left unanswered (`protocol.md` 3), and the record stands.
    assert manager.push(manager.item("patrols.delete", asked, saved_at=NOW)) == []
    assert beat.phone.pull("patrols.record")[record_id]["serial"] == "XC-2026-000001"

    assert push(manager, "patrols.void", {"recordId": record_id, "reason": "培训时误记"}) == "applied"

    record = beat.phone.pull("patrols.record")[record_id]
    assert record["serial"] == "XC-2026-000001"
    assert [one["act"] for one in record["acts"]][-1] == "void"


def close_month(desk, month="2026-11"):
    closing_id = str(new_id())
    assert push(desk, "months.close", {"closingId": closing_id, "month": month}, about=closing_id) == "applied"
    return closing_id


@pytest.mark.parametrize("lost,gaps", [(None, []), ("XC-2026-000002", ["XC-2026-000002"])], ids=["whole", "with a gap"])
def test_acceptance_8_a_closed_month_lists_its_serials_or_names_each_gap(session, beat, office, lost, gaps):
    for back in (2, 1, 0):
        beat.phone.visit(make.visit_body(beat.places[0], FOUND - timedelta(days=back), beat.route))
    session.execute(delete(PatrolRecord).where(PatrolRecord.serial == lost))
    session.commit()

    close_month(office(Role.MANAGER))

    told = session.scalars(select(MonthClosing)).one().forms["XC"]
    assert (told["first"], told["last"], told["count"]) == ("XC-2026-000001", "XC-2026-000003", 3 - len(gaps))
    assert told["gaps"] == gaps


def test_acceptance_9_a_record_younger_than_24_months_is_not_purged(session, beat, office, clock):
    beat.phone.visit(make.visit_body(beat.places[0], FOUND, beat.route))
    closing_id = close_month(office(Role.MANAGER))
    clock.move_to(NOW.replace(year=2028, month=11, day=30))
    desk = office(Role.MANAGER, name="后任经理")

    purge = {"purgeId": str(new_id()), "closingId": closing_id}

    assert (
        push(desk, "months.purge", purge, NOW.replace(year=2028, day=30), about=closing_id) == "months.retention_active"
    )
    session.rollback()
    assert len(session.scalars(select(PatrolVisit)).all()) == 1


def test_acceptance_10_what_is_fixed_but_not_verified_on_site_cannot_close(crew):
    finding_id = crew.fixed()
    elsewhere = {"method": "camera", "code": crew.beat.labels[1].code, "reason": None}
    listed = {"method": "listed", "code": None, "reason": " "}

    assert crew.refused("engineer", "sign", finding_id) == "findings.wrong_state"
    assert crew.refused("engineer", "verify", finding_id, scan=crew.scan()) == "core.not_allowed"
    for scan in (elsewhere, listed):
        assert crew.refused("steward", "verify", finding_id, scan=scan) == "findings.not_on_site"
    assert crew.stored(finding_id).state is FindingState.FIXED
