"""The invariants of `keys.md` 6.3, each on both stores."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from tests.domains.keys.cabinet import NOW, PROOFS, TENANT, TENANT_PRIVATE, signed
from tests.make.phones import example
from webapp.core.db import Base
from webapp.core.ids import new_id
from webapp.core.wire import read
from webapp.domains.keys.models import KeyLoan
from webapp.domains.keys.rules.custody import is_named
from webapp.domains.keys.rules.shapes import KeyMandate


def test_key_i1_the_store_itself_refuses_a_second_open_loan_of_a_set(cabinet, session):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    session.rollback()
    there = session.get_one(KeyLoan, (cabinet.estate.id, UUID(loan_id)))
    again = {column.name: getattr(there, column.name) for column in KeyLoan.__table__.columns} | {"id": new_id()}

    with pytest.raises(IntegrityError):
        session.execute(insert(Base.metadata.tables["key_loans"]).values(again))
    session.rollback()


def test_key_i2_a_set_is_on_loan_while_a_loan_has_it_and_no_longer(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    assert (cabinet.held(key_set)["state"], cabinet.held(key_set)["loanId"]) == ("on_loan", loan_id)

    cabinet.act("keeper", "return", key_set, loanId=loan_id)

    assert (cabinet.held(key_set)["state"], cabinet.held(key_set)["loanId"]) == ("in_cabinet", None)


def test_key_i2_no_way_out_of_a_loan_leaves_its_set_on_loan(cabinet):
    lost, short, doubted = (cabinet.register() for _ in range(3))
    loan_ids = [cabinet.lent(one) for one in (lost, short, doubted)]

    cabinet.act("keeper", "report", lost, loanId=loan_ids[0])
    cabinet.act("keeper", "return", short, loanId=loan_ids[1], counted=[1, 1])
    cabinet.act("other", "lend", doubted, live=False, **(late := cabinet.loan()))
    ended = [{"loanId": one, "outcome": "refused"} for one in (loan_ids[2], late["loanId"])]
    assert cabinet.states(doubted, loan_ids[2], late["loanId"]) == ["on_loan", "open", "disputed"]
    cabinet.act("supervisor", "resolve", doubted, holderLoanId=None, others=ended)

    held = [cabinet.held(one) for one in (lost, short, doubted)]
    assert [(one["state"], one["loanId"]) for one in held] == [
        ("incident", None),
        ("incident", None),
        ("in_cabinet", None),
    ]


def test_key_i3_a_set_is_lent_whole_and_never_more_comes_back_than_went(cabinet):
    key_set = cabinet.register()

    assert cabinet.refused("keeper", "lend", key_set, **cabinet.loan(quantity=2)) == "keys.count_mismatch"
    loan_id = cabinet.lent(key_set)
    for counted in ([3, 0], [2, 2], [2], [2, 1, 0]):
        back = {"loanId": loan_id, "counted": counted}
        assert cabinet.refused("keeper", "return", key_set, **back) == "keys.count_mismatch", counted
    cabinet.act("keeper", "return", key_set, loanId=loan_id, counted=[0, 0])
    assert cabinet.states(key_set, loan_id) == ["incident", "returned_short"]


def test_key_i4_a_returned_loan_says_when_how_many_and_who_signed(cabinet):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)

    unsigned = {"loanId": loan_id, "private": None}
    assert cabinet.refused("keeper", "return", key_set, **unsigned) == "keys.signature_missing"
    cabinet.act("keeper", "return", key_set, loanId=loan_id)

    returned = cabinet.held_loan(loan_id)["returned"]
    assert (returned["at"], returned["quantity"], returned["counted"]) == ("2026-11-23T02:00:00Z", 3, [2, 1])
    assert returned["byName"] == "keeper"


LACKING = (
    ({"proofs": None}, "keys.mandate_missing"),
    ({"proofs": {**PROOFS, "mandate": None}}, "keys.mandate_missing"),
    ({"proofs": {**PROOFS, "call": None}}, "keys.owner_not_confirmed"),
    ({"proofs": {**PROOFS, "call": {**PROOFS["call"], "answer": "no"}}}, "keys.owner_not_confirmed"),
    ({"proofs": {**PROOFS, "idKept": None}}, "keys.id_not_kept"),
    ({"private": {**TENANT_PRIVATE, "idLast4": ""}}, "keys.id_not_kept"),
    ({"private": {**TENANT_PRIVATE, "strokes": None}}, "keys.signature_missing"),
    ({"private": {**TENANT_PRIVATE, "phone": ""}}, "keys.borrower_incomplete"),
)


def test_key_i5_a_non_owner_borrows_with_all_four_proofs_or_not_at_all(cabinet):
    key_set = cabinet.entrusted()

    for lacks, code in LACKING:
        for live in (True, False):
            assert cabinet.refused("manager", "lend", key_set, live=live, **cabinet.to_tenant(**lacks)) == code
    agent = cabinet.to_tenant(borrower={**TENANT, "kind": "agent"}, proofs=None, private=signed(phone="139"))
    cabinet.act("keeper", "request", key_set, **agent)
    assert cabinet.refused("keeper", "take", key_set, loanId=agent["loanId"]) == "keys.proof_needed"
    assert cabinet.states(key_set) == ["in_cabinet"]


UNPROVEN = (
    ({"kind": "owner", "name": "何建国"}, None, "keys.no_proof"),
    ({"kind": "owner", "name": "何建国"}, "own_id", "keys.no_proof"),
    ({"kind": "named", "name": "何志明"}, "owner_card", "keys.no_proof"),
    ({"kind": "named", "name": "王强"}, "own_id", "keys.not_named"),
    ({"kind": "developer", "name": "置业公司"}, "written_request", "keys.not_named"),
)


def test_key_i6_nobody_of_whatever_role_hands_keys_over_without_proof(cabinet):
    key_set = cabinet.entrusted()

    for collector, proof, code in UNPROVEN:
        for who in ("keeper", "manager"):
            assert cabinet.refused(who, "hand_over", key_set, collector=collector, proof=proof) == code
    assert cabinet.states(key_set) == ["in_cabinet"]


def test_key_i6_a_name_counts_however_wide_it_is_written_and_one_letter_is_none():
    mandate = read(KeyMandate, example("keys.register")["body"]["mandate"])

    assert is_named("何 志明", mandate)
    assert is_named("何志", mandate)
    assert not is_named("何", mandate)
    assert not is_named("何志明", None)


def test_key_i7_what_is_handed_over_or_retired_is_never_lent_not_even_by_a_late_phone(cabinet):
    gone, useless = cabinet.register(), cabinet.register()
    cabinet.act("keeper", "hand_over", gone)
    cabinet.act("supervisor", "retire", useless)

    for key_set in (gone, useless):
        for live in (True, False):
            assert cabinet.refused("keeper", "lend", key_set, live=live, **cabinet.loan()) == "keys.not_lendable"
    assert cabinet.refused("keeper", "hand_over", useless) == "keys.wrong_state"


def test_key_i8_borrower_and_receiver_are_two_people(cabinet):
    key_set = cabinet.register()
    own = {**example("keys.lend")["body"]["borrower"], "personId": str(cabinet.phone("keeper").person_id)}

    assert cabinet.refused("keeper", "lend", key_set, **cabinet.loan(borrower=own)) == "keys.own_loan"
    loan_id = cabinet.lent(key_set, "other", borrower=own)
    for alone in (False, True):
        assert cabinet.refused("keeper", "return", key_set, loanId=loan_id, alone=alone) == "keys.own_return"
    cabinet.act("other", "return", key_set, loanId=loan_id)


def test_key_i8_softened_by_setting_a_colleague_countersigns_what_one_did_alone(cabinet, clock):
    cabinet.set(lone_keeper_allowed=True)
    key_set = cabinet.register()
    own = {**example("keys.lend")["body"]["borrower"], "personId": str(cabinet.phone("keeper").person_id)}
    loan_id = cabinet.lent(key_set, borrower=own, alone=True)
    taken = cabinet.held_loan(loan_id)["alone"][0]
    returned = cabinet.act("keeper", "return", key_set, loanId=loan_id, alone=True)

    first = {"loanId": loan_id, "actId": taken["actId"]}
    assert cabinet.refused("keeper", "countersign", key_set, **first) == "keys.own_countersign"
    cabinet.act("other", "countersign", key_set, **first)
    assert cabinet.refused("other", "countersign", key_set, **first) == "keys.nothing_to_countersign"
    clock.move_to(NOW + timedelta(hours=24, seconds=1))
    cabinet.act("other", "countersign", key_set, loanId=loan_id, actId=returned["id"])

    held = cabinet.held_loan(loan_id)
    assert [one["act"] for one in held["alone"]] == ["take", "return"]
    assert [one["countersigned"]["byName"] for one in held["alone"]] == ["other", "other"]
    remarks = [[remark["code"] for remark in act["remarks"]] for act in held["acts"]]
    assert remarks == [["keys.done_alone"], ["keys.done_alone"], [], ["keys.countersigned_late"]]
    assert cabinet.differences() == []


def test_key_i9_no_entrusted_set_without_its_mandate_signed(cabinet):
    for lacks, code in (({"mandate": None}, "mandate_needed"), ({"private": None}, "signature_missing")):
        with pytest.raises(AssertionError, match=code):
            cabinet.entrusted(**lacks)


def test_key_i11_ids_are_kept_as_long_as_non_owners_have_keys(cabinet):
    key_set = cabinet.entrusted()
    loan_id = cabinet.lent(key_set, **cabinet.to_tenant())
    assert cabinet.held_loan(loan_id)["idKept"]
    assert cabinet.refused("keeper", "release_id", key_set, loanId=loan_id) == "keys.loan_wrong_state"

    cabinet.act("keeper", "return", key_set, loanId=loan_id, idGivenBack=False)
    held = cabinet.held_loan(loan_id)
    assert held["idKept"]
    assert [one["code"] for one in held["acts"][-1]["remarks"]] == ["keys.id_still_kept"]
    cabinet.act("keeper", "release_id", key_set, loanId=loan_id)

    assert not cabinet.held_loan(loan_id)["idKept"]
    assert cabinet.refused("keeper", "release_id", key_set, loanId=loan_id) == "keys.id_not_held"
    again = cabinet.lent(key_set, **cabinet.to_tenant())
    cabinet.act("keeper", "return", key_set, loanId=again, idGivenBack=True)
    assert not cabinet.held_loan(again)["idKept"]
