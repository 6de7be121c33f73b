"""Rectification orders of a supervisor's inspection, and their recheck (`patrol.md` 8)."""

from datetime import timedelta

import pytest

from tests.domains.conftest import NOW
from webapp.ground.logbook.verify import verify

RESULT = "闭门器已换，门自己关上"


def ordered(crew, **fields):
    """Bring a finding to the repair of what was ordered, and answer its id."""
    finding_id = crew.report()
    crew.act("supervisor", "order", finding_id, **fields)
    crew.act("engineer", "accept", finding_id)
    crew.act("engineer", "fix", finding_id)
    return finding_id


def solve_due(crew, finding_id):
    return next(one["dueAt"] for one in crew.held(finding_id)["due"] if one["what"] == "solve")


def test_an_order_names_a_department_and_a_day_and_opens_a_rectification_notice(app, session, crew):
    finding_id = crew.report()
    answered = crew.act("supervisor", "order", finding_id, dept="engineering", dueOn="2026-11-25")

    assert answered["serial"] == "ZG-2026-000001"
    held = crew.held(finding_id)
    assert (held["state"], held["dept"], held["orderNo"]) == ("dispatched", "engineering", "ZG-2026-000001")
    assert solve_due(crew, finding_id) == "2026-11-25T15:59:59Z"
    crew.act("engineer", "accept", finding_id)
    assert solve_due(crew, finding_id) == "2026-11-25T15:59:59Z"
    differences: list[object] = []
    session.rollback()
    verify(session, crew.beat.estate.id, app.extensions["rounds.push_kinds"], differences.append)
    assert differences == []


def test_only_an_overseer_orders_and_not_for_a_day_that_is_over(crew, clock):
    finding_id = crew.report()

    assert crew.refused("steward", "order", finding_id) == "core.not_allowed"
    assert crew.refused("engineer", "order", finding_id) == "core.not_allowed"
    assert crew.refused("supervisor", "order", finding_id, dueOn="2026-11-22") == "findings.due_in_past"
    clock.move_to(NOW.replace(hour=15, minute=59))
    crew.act("supervisor", "order", finding_id, dueOn="2026-11-23")


def test_what_was_ordered_is_rechecked_by_an_overseer_with_a_result_in_words(crew):
    finding_id = ordered(crew)
    scan = crew.scan()

    assert crew.refused("steward", "verify", finding_id, scan=scan, note=RESULT) == "core.not_allowed"
    assert crew.refused("supervisor", "verify", finding_id, scan=scan, note="。") == "findings.recheck_result_missing"
    assert crew.refused("engineer", "sign", finding_id, seen=crew.seen(finding_id)) == "findings.wrong_state"
    crew.act("supervisor", "verify", finding_id, scan=scan, note=RESULT)
    crew.act("supervisor", "sign", finding_id, seen=crew.seen(finding_id))
    crew.act("engineer", "sign", finding_id, seen=crew.seen(finding_id))

    assert crew.held(finding_id)["state"] == "closed"


@pytest.mark.parametrize("again", ["order", "dispatch"])
def test_what_the_recheck_finds_not_right_is_given_out_again_and_rechecked_again(crew, clock, again):
    finding_id = ordered(crew)
    clock.move_to(NOW + timedelta(hours=1))
    scan = crew.scan()
    crew.act("manager", "verify", finding_id, scan=scan, outcome="not_right", note="还是关不严")
    assert solve_due(crew, finding_id) == "2026-11-23T15:59:59Z"

    given = {"dueOn": "2026-11-26"} if again == "order" else {}
    crew.act("supervisor", again, finding_id, **given)
    crew.act("engineer", "accept", finding_id)
    crew.act("engineer", "fix", finding_id)

    assert crew.refused("steward", "verify", finding_id, scan=scan, note=RESULT) == "core.not_allowed"
    crew.act("supervisor", "verify", finding_id, scan=scan, note=RESULT)
