"""The acceptance checks of `keys.md` 9, one after the other."""

from datetime import timedelta

import pytest

from tests.domains.keys.cabinet import NOW, PROOFS, TENANT_PRIVATE
from tests.make.phones import example
from webapp.domains.keys.rules import times
from webapp.domains.keys.rules.states import LoanState


def test_acceptance_1_of_two_phones_online_one_lends_and_the_other_is_told_to_whom(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)

    answered = cabinet.try_("other", "lend", key_set, **cabinet.loan())

    assert answered["code"] == "keys.already_on_loan"
    told = {"loanId": loan_id, "borrower": "周师傅", "since": "2026-11-23T02:00:00+00:00"}
    assert told.items() <= answered["params"].items()
    assert cabinet.states(key_set, loan_id) == ["on_loan", "open"]


def test_acceptance_1_of_two_phones_offline_the_later_becomes_disputed(cabinet, clock):
    key_set = cabinet.register()
    first, second = cabinet.loan(), cabinet.loan()
    early = cabinet.phone("keeper").keep("lend", {**example("keys.lend")["body"], "keySetId": key_set, **first})
    clock.move_to(NOW + timedelta(minutes=5))
    cabinet.act("other", "lend", key_set, live=False, **second)
    assert cabinet.states(key_set, second["loanId"]) == ["on_loan", "open"]

    cabinet.phone("keeper").push(early)

    # The clock decides, not who came in first; the demotion is told to both.
    assert cabinet.states(key_set, first["loanId"], second["loanId"]) == ["on_loan", "open", "disputed"]
    assert cabinet.held(key_set)["disputed"] == [second["loanId"]]
    assert cabinet.held_loan(second["loanId"], "other")["state"] == "disputed"
    assert cabinet.differences() == []


def test_acceptance_2_a_tenant_whose_owner_is_not_reached_gets_no_key(cabinet):
    key_set = cabinet.entrusted()
    unreached = {**PROOFS, "call": {**PROOFS["call"], "answer": "no_answer"}}
    asked = cabinet.to_tenant(proofs=None, private={**TENANT_PRIVATE, "strokes": None})
    loan_id = asked["loanId"]

    assert cabinet.refused("keeper", "lend", key_set, **cabinet.to_tenant(proofs=unreached)) == (
        "keys.owner_not_confirmed"
    )
    cabinet.act("keeper", "request", key_set, **asked)
    verify = {"loanId": loan_id, "proofs": unreached}
    assert cabinet.refused("keeper", "verify", key_set, **verify) == "keys.owner_not_confirmed"
    cabinet.act("keeper", "refuse", key_set, loanId=loan_id)
    assert cabinet.states(key_set, loan_id) == ["in_cabinet", "refused"]


def test_acceptance_3_two_of_three_keys_back_open_an_incident_and_the_id_stays(cabinet):
    key_set = cabinet.entrusted()
    loan_id = cabinet.lent(key_set, **cabinet.to_tenant())

    cabinet.act("keeper", "return", key_set, loanId=loan_id, counted=[1, 1], idGivenBack=True)

    loan, standing = cabinet.held_loan(loan_id), cabinet.held(key_set)
    assert (standing["state"], loan["state"], standing["memo"]["what"]) == ("incident", "returned_short", "short")
    assert (loan["idKept"], loan["idGivenBackAt"]) == (True, None)
    assert [one["code"] for one in loan["acts"][-1]["remarks"]] == ["keys.id_stays"]
    assert cabinet.refused("keeper", "release_id", key_set, loanId=loan_id) == "keys.loan_wrong_state"


def test_acceptance_4_lent_on_monday_due_on_tuesday_chased_from_thursday_at_ten(cabinet):
    key_set = cabinet.register()
    loan = cabinet.lent(key_set)

    held = cabinet.held_loan(loan)

    assert held["chaseFrom"] == "2026-11-26T02:00:00Z"
    due, chased = NOW + timedelta(days=1), NOW + timedelta(days=3)
    for after, state in (
        (timedelta(days=1), LoanState.OPEN),
        (timedelta(days=1, minutes=1), LoanState.OVERDUE),
        (timedelta(days=3, seconds=-1), LoanState.OVERDUE),
        (timedelta(days=3), LoanState.CHASING),
    ):
        assert times.state_at(LoanState(held["state"]), due, chased, NOW + after) is state


def test_acceptance_5_a_named_collector_without_id_is_refused_and_it_is_logged(cabinet):
    key_set = cabinet.entrusted()
    brother = {"kind": "named", "name": "何志明"}

    assert cabinet.refused("keeper", "hand_over", key_set, collector=brother, proof=None) == "keys.no_proof"
    assert cabinet.refused("manager", "hand_over", key_set, collector=brother, proof="valid_id") == "keys.no_proof"
    logged = cabinet.act("keeper", "turn_away", key_set, name="何志明", reason="没有带身份证")

    assert logged["serial"] == cabinet.held(key_set)["serial"] == "TG-2026-000001"
    assert cabinet.states(key_set) == ["in_cabinet"]
    cabinet.act("keeper", "hand_over", key_set, collector=brother, proof="own_id")
    assert cabinet.states(key_set) == ["handed_over"]


def test_acceptance_6_a_signature_before_the_owner_was_told_counts_for_nothing(cabinet):
    mandate = example("keys.register")["body"]["mandate"]
    early = {**mandate, "signedAt": mandate["disclaimerAt"], "disclaimerAt": mandate["signedAt"]}

    with pytest.raises(AssertionError, match=r"keys\.disclaimer_missing"):
        cabinet.entrusted(mandate=early)


def test_acceptance_7_no_new_lock_for_the_developer_without_his_consent(cabinet):
    key_set = cabinet.register()
    memo = cabinet.act("keeper", "report", key_set)["id"]
    changed = {"memoId": memo, "outcome": "lock_changed"}

    assert cabinet.refused("supervisor", "settle", key_set, **changed) == "keys.agreement_missing"
    assert cabinet.refused("supervisor", "agree", key_set, memoId=memo, by="owner") == "keys.wrong_party"
    cabinet.act("supervisor", "agree", key_set, memoId=memo, by="developer", name="置业公司工程部")
    assert cabinet.refused("keeper", "settle", key_set, **changed) == "core.not_allowed"
    cabinet.act("supervisor", "settle", key_set, **changed)
    assert cabinet.states(key_set) == ["retired"]
