"""Who is told of vacant units, and when (`vacancy.md` 3, 5, 6, 9)."""

from datetime import UTC, datetime, timedelta

from tests import make
from tests.domains.vacancy.conftest import NOW, ON_ONE_STORE
from tests.domains.vacancy.test_plans import do, drafted
from tests.make.patrols import checklist
from webapp.ground.notices.jobs import LOOK

pytestmark = ON_ONE_STORE


def told(vacant, who, kind, room="vacancy"):
    """Answer what somebody was told of that kind, in Chinese."""
    LOOK.act()
    held = vacant.phone(who).pull("notices.notice").values()
    return [one["words"]["zh-Hans"]["line"] for one in held if one["kind"] == f"{room}.{kind}"]


def test_vac_r02_overseers_hear_of_a_unit_entered_without_its_key(vacant):
    vacant.check()

    (line,) = told(vacant, "supervisor", "unkeyed")

    assert "3 栋 2 单元 1501" in line
    assert told(vacant, "visitor", "unkeyed") == []


def test_vac_r03_fire_theft_and_intrusion_go_to_the_manager_at_once(vacant):
    for item, choice in (("VU-08", "wiring"), ("VU-09", "forced"), ("VU-16", "lived_in"), ("VU-11", "dust")):
        body = make.finding_body(vacant.unit, NOW, checklist=checklist("vacant_unit"), item=item, choice=choice)
        vacant.phone("visitor").report(body)

    assert len(told(vacant, "manager", "urgent", room="findings")) == 3


def test_a_valve_left_open_longer_than_was_said_is_told(vacant, clock):
    vacant.lend()
    reason = {"valve": "water", "reason": "等厂家换阀芯", "dueOn": "2026-11-24"}
    vacant.check(valves={"water": "open", "power": "shut", "gas": "shut"}, openValves=[reason])
    clock.move_to(NOW + timedelta(days=1))
    assert told(vacant, "visitor", "valve") == []

    clock.move_to(NOW + timedelta(days=2))
    assert len(told(vacant, "visitor", "valve")) == len(told(vacant, "supervisor", "valve")) == 1
    vacant.check()
    clock.move_to(NOW + timedelta(days=3))
    assert len(told(vacant, "visitor", "valve")) == 1


def test_on_the_last_day_of_the_week_it_is_told_what_is_still_to_be_checked(vacant, clock):
    other = make.unit(vacant.session, vacant.stairs)
    vacant.lend(other)
    vacant.check(other)
    clock.move_to(NOW + timedelta(days=5))
    assert told(vacant, "visitor", "week_ends") == []

    clock.move_to(NOW + timedelta(days=6))
    (line,) = told(vacant, "visitor", "week_ends")

    assert "2026-11-29 前还有 1 套" in line


def test_cleaners_hear_of_the_cleaning_that_is_asked_for(vacant):
    vacant.phone("visitor").send("vacancy.care", make.care_body("SE-07", vacant.unit.id, step="told"))

    assert told(vacant, "cleaner", "cleaning") == ["visitor通知：1 套空置房要做例行清洁，2026-11-30 前做完。"]


def test_acceptance_5_the_manager_is_reminded_on_the_3rd_and_told_on_the_6th(vacant):
    def at(day):
        vacant.later(datetime(2026, 12, day, 2, 0, tzinfo=UTC))
        return len(told(vacant, "manager", "table_due")), len(told(vacant, "manager", "table_overdue"))

    assert [at(day) for day in (2, 3, 5, 6)] == [(0, 0), (1, 0), (1, 0), (1, 1)]
    assert told(vacant, "visitor", "table_overdue") == []
    vacant.later(datetime(2027, 1, 11, 2, 0, tzinfo=UTC))
    assert len(told(vacant, "visitor", "summary_overdue")) == 1


def test_the_manager_is_told_of_the_plan_a_month_before_its_day_and_again_when_it_is_missed(vacant):
    def at(year, month, day):
        vacant.later(datetime(year, month, day, 2, tzinfo=UTC))
        return [len(told(vacant, "manager", f"plan_{word}")) for word in ("due", "overdue")]

    assert [at(2026, 11, 30), at(2026, 12, 1), at(2026, 12, 31), at(2027, 1, 1)] == [[0, 0], [1, 0], [1, 0], [0, 1]]
    assert told(vacant, "manager", "plan_overdue") == [
        "2027 年空置房维护管理计划应在 2026-12-31 前送审，还没有送。",
    ]
    assert told(vacant, "visitor", "plan_overdue") == []


def test_nobody_is_told_of_a_plan_that_was_handed_in_or_without_vacant_units(vacant):
    plan_id = drafted(vacant)
    vacant.later(datetime(2026, 12, 1, 2, 0, tzinfo=UTC))
    assert len(told(vacant, "manager", "plan_due")) == 1
    do(vacant, "manager", "submit", plan_id)

    vacant.later(datetime(2027, 1, 1, 2, 0, tzinfo=UTC))
    assert told(vacant, "manager", "plan_overdue") == []
    vacant.becomes("sold_not_moved_in", "2026-12-31")
    vacant.later(datetime(2027, 12, 31, 2, 0, tzinfo=UTC))
    assert told(vacant, "manager", "plan_due") == []
