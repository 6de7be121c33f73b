"""The machines of sets and loans, and the dates of the chase, by the examples that server and phone share."""

from datetime import date, datetime

import pytest

from tests.domains.shared import examples, named, written_in
from webapp.domains.keys.importing.service import NoKeyList
from webapp.domains.keys.rules import times
from webapp.domains.keys.rules.codes import CODES
from webapp.domains.keys.rules.states import (
    CLOSED,
    FINAL,
    KeyAct,
    KeySetState,
    LoanState,
    loan_leads_to,
    set_leads_to,
)


@pytest.mark.parametrize(
    ("which", "states", "leads_to"), [("set", KeySetState, set_leads_to), ("loan", LoanState, loan_leads_to)]
)
def test_every_act_leads_where_the_shared_table_says_and_nowhere_else(which, states, leads_to):
    table = {(one["event"], one["from"]): set(one["to"]) for one in examples("key_transitions.json")[which]}

    for act in KeyAct:
        for state in (None, *states):
            assert leads_to(act, state) == table.get((act, state), set()), (act, state)


def test_key_i7_nothing_lends_or_moves_a_set_that_is_handed_over_or_retired():
    for act in KeyAct:
        for state in FINAL:
            assert set_leads_to(act, state) <= {state}
    assert not any(set_leads_to(act, state) for act in (KeyAct.LEND, KeyAct.TAKE) for state in FINAL)


def test_nothing_opens_a_loan_again_that_is_over():
    for act in KeyAct:
        for state in CLOSED:
            assert loan_leads_to(act, state) <= {state}


def test_every_code_that_is_used_is_listed_and_the_other_way_round():
    assert written_in("webapp/domains/keys", "keys") - {act.kind for act in KeyAct} - {
        "keys.set",
        "keys.loan",
        "keys.spot_check",
        "keys.review",
        "keys.purge",
        "keys.tag",
        NoKeyList.code,
    } == set(CODES)


@pytest.mark.parametrize("case", named(examples("key_chase.json")))
def test_c_13_from_when_a_loan_is_chased_and_with_whom(case):
    lent, due = datetime.fromisoformat(case["lentAt"]), datetime.fromisoformat(case["dueAt"])
    settings = {"chase_basis": case["basis"], "chase_after_days": case["days"]}

    chased = times.chase_from(lent, due, settings)

    assert chased == datetime.fromisoformat(case["chaseFrom"])
    for one in case["at"]:
        now = datetime.fromisoformat(one["now"])
        state = times.state_at(LoanState.OPEN, due, chased, now)
        assert state.value == one["state"], one
        assert (times.with_whom(due, chased, now) if state is LoanState.CHASING else None) == one["escalatedTo"], one


def test_a_loan_that_is_not_open_never_becomes_overdue():
    due = datetime.fromisoformat("2026-11-24T02:00:00Z")
    late = datetime.fromisoformat("2027-11-24T02:00:00Z")

    assert times.state_at(LoanState.DISPUTED, due, due, late) is LoanState.DISPUTED
    assert times.with_whom(due, None, late) is None


def test_an_owner_is_told_a_week_ahead_on_the_day_and_every_week_after():
    until = date(2026, 11, 30)
    days = [date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 8)]

    told = [times.custody_notice(until, 7, day) for day in days]

    assert told == [None, date(2026, 11, 23), date(2026, 11, 23), until, date(2026, 12, 7)]
    assert not times.has_expired(until, until)
    assert times.has_expired(until, date(2026, 12, 1))
    assert not times.has_expired(None, until)
