"""Who is told of keys that are due, chased, lost, lent twice, or no longer to be kept (`keys.md` 4.3, 5, 7)."""

from datetime import timedelta

from tests.domains.keys.cabinet import NOW
from tests.domains.keys.conftest import ON_ONE_STORE
from tests.make.phones import example
from webapp.ground.notices.jobs import LOOK

pytestmark = ON_ONE_STORE


def told(cabinet, who, kind):
    """Answer what somebody was told of that kind, in Chinese."""
    LOOK.act()
    held = cabinet.phone(who).pull("notices.notice").values()
    return [one["words"]["zh-Hans"]["line"] for one in held if one["kind"] == f"keys.{kind}"]


def test_the_borrower_is_reminded_when_the_keys_are_due_and_everybody_while_they_are_chased(cabinet, clock):
    key_set = cabinet.register(keyNo="K-9")
    loan_id = cabinet.lent(key_set)
    for who in ("engineer", "keeper", "supervisor", "manager"):
        assert told(cabinet, who, "due") == []

    clock.move_to(NOW + timedelta(days=1, minutes=1))
    (line,) = told(cabinet, "engineer", "due")
    assert "K-9" in line
    assert "11-24 10:00 到期" in line
    clock.move_to(NOW + timedelta(days=3))
    assert len(told(cabinet, "keeper", "chase")) == len(told(cabinet, "engineer", "chase")) == 1
    cabinet.act("keeper", "call", key_set, loanId=loan_id)
    clock.move_to(NOW + timedelta(days=3, hours=1))
    assert len(told(cabinet, "keeper", "chase")) == 1
    clock.move_to(NOW + timedelta(days=5))
    assert len(told(cabinet, "keeper", "chase")) == 2
    assert len(told(cabinet, "supervisor", "chase_higher")) == 1
    assert told(cabinet, "manager", "chase_higher") == []
    clock.move_to(NOW + timedelta(days=10))
    assert len(told(cabinet, "manager", "chase_higher")) == 1


def test_overseers_hear_of_what_is_lost_and_of_what_was_lent_twice(cabinet):
    key_set, twice = cabinet.register(), cabinet.register()
    cabinet.act("keeper", "report", key_set, reportedBy="周师傅")
    cabinet.lent(twice)
    cabinet.act("other", "lend", twice, live=False, **cabinet.loan())

    (line,) = told(cabinet, "supervisor", "incident_lost")
    assert "周师傅报告" in line
    assert len(told(cabinet, "manager", "dispute")) == 1
    assert told(cabinet, "keeper", "dispute") == []


def test_keepers_hear_what_waits_for_a_second_signature(cabinet):
    cabinet.set(lone_keeper_allowed=True)
    own = {**example("keys.lend")["body"]["borrower"], "personId": str(cabinet.phone("keeper").person_id)}
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set, borrower=own, alone=True)

    assert len(told(cabinet, "other", "countersign")) == 1
    cabinet.act("other", "countersign", key_set, loanId=loan_id, actId=cabinet.held_loan(loan_id)["alone"][0]["actId"])
    assert len(told(cabinet, "other", "countersign")) == 1


def test_an_owner_is_to_be_told_ahead_on_the_day_and_every_week(cabinet, clock):
    mandate = {**example("keys.register")["body"]["mandate"], "custodyUntil": "2026-12-01"}
    key_set = cabinet.entrusted(mandate=mandate)
    assert told(cabinet, "keeper", "custody") == []

    counts = []
    for days in (1, 7, 8, 14, 15, 16):
        clock.move_to(NOW + timedelta(days=days))
        counts.append(len(told(cabinet, "keeper", "custody")))

    assert counts == [1, 1, 2, 2, 3, 3]
    cabinet.act("keeper", "hand_over", key_set)
    clock.move_to(NOW + timedelta(days=22))
    assert len(told(cabinet, "keeper", "custody")) == 3
