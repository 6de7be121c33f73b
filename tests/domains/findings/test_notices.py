"""Who is told when work comes to them, and when a deadline is near or over."""

from datetime import timedelta

from tests.domains.conftest import NOW
from tests.make.patrols import checklist
from webapp.ground.notices.jobs import LOOK

TODAY_END = NOW.replace(hour=15, minute=59, second=59)  # 23:59:59 by the estate's clocks


def told(crew, who, kind):
    """Answer what somebody was told of that kind, in Chinese."""
    LOOK.act()
    held = crew.phone(who).pull("notices.notice").values()
    return [one["words"]["zh-Hans"]["line"] for one in held if one["kind"] == f"findings.{kind}"]


def test_patrol_11_4_an_urgent_finding_is_told_to_guard_and_overseers_before_the_patrol_ends(crew):
    crew.report()

    assert len(told(crew, "guard", "urgent")) == 1
    assert len(told(crew, "manager", "urgent")) == 1
    assert told(crew, "finder", "urgent") == []


def test_pat_m3_an_electricity_meter_running_abnormally_is_told_to_the_manager_at_once(crew):
    meter = {"unit": "902", "number": "D-0902", "reading": "unreadable", "plate": None, "expiry": None}
    crew.report(
        checklist=checklist("meters"), item="MT-04", choice="too_fast", description="转得比上月快一倍", details=meter
    )

    (line,) = told(crew, "manager", "meter")

    assert "902 D-0902" in line
    assert "转得比上月快一倍" in line
    assert "unreadable" not in line
    assert told(crew, "supervisor", "meter") == [line]
    assert told(crew, "finder", "meter") == told(crew, "guard", "meter") == []


def test_dl_02_an_urgent_finding_not_dispatched_in_three_minutes_is_told_to_the_overseers(crew, clock):
    crew.phone("supervisor")
    crew.report()
    assert told(crew, "supervisor", "passed_dispatch") == []

    clock.shift(timedelta(minutes=4))

    assert len(told(crew, "supervisor", "passed_dispatch")) == 1


def test_a_department_is_told_of_its_work_order_and_nobody_elses(crew):
    crew.phone("engineer")
    finding_id = crew.report()
    crew.act("supervisor", "dispatch", finding_id)

    (line,) = told(crew, "engineer", "dispatched")

    assert "11-23 23:59 前处理好" in line
    assert told(crew, "guard", "dispatched") == []


def test_dl_11_a_finding_is_told_of_when_its_day_is_nearly_over_and_when_it_is(crew, clock):
    crew.phone("engineer")
    finding_id = crew.report()
    crew.act("supervisor", "dispatch", finding_id)

    clock.move_to(TODAY_END - timedelta(minutes=30))
    assert len(told(crew, "supervisor", "near_solve")) == 1
    clock.move_to(TODAY_END + timedelta(minutes=1))

    assert len(told(crew, "supervisor", "passed_solve")) == 1
    assert len(told(crew, "engineer", "passed_solve")) == 1
    assert len(told(crew, "supervisor", "near_solve")) == 1


def test_who_found_it_is_told_when_it_is_fixed_and_when_nobody_verified(crew, clock):
    crew.fixed()
    assert len(told(crew, "finder", "to_verify")) == 1

    clock.move_to(TODAY_END + timedelta(days=1, minutes=1))

    assert len(told(crew, "finder", "passed_verify")) == 1


def test_what_was_ordered_rectified_is_told_to_who_ordered_it_and_not_to_who_found_it(crew):
    crew.phone("finder")
    finding_id = crew.report()
    crew.act("supervisor", "order", finding_id)
    for act in ("accept", "fix"):
        crew.act("engineer", act, finding_id)

    assert len(told(crew, "supervisor", "to_verify")) == 1
    assert told(crew, "finder", "to_verify") == []


def test_a_smell_of_which_nothing_is_written_is_told_after_five_and_ten_minutes(crew, clock):
    crew.report(item="ST-13", choice="gas", description="燃气味，从 902 门缝来")
    clock.move_to(NOW + timedelta(minutes=4))
    assert len(told(crew, "guard", "passed_smell_ask")) == 1
    assert told(crew, "guard", "passed_smell_tell") == []

    clock.move_to(NOW + timedelta(minutes=9))

    assert len(told(crew, "guard", "passed_smell_tell")) == 1


def test_what_passed_long_ago_is_no_alarm(crew, clock):
    crew.report()
    clock.shift(timedelta(days=9))

    assert told(crew, "supervisor", "passed_dispatch") == []
    assert told(crew, "supervisor", "urgent") == []
