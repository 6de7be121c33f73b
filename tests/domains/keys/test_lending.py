"""Lending and returning in all their ways (`keys.md` 4)."""

from datetime import timedelta

from tests import make
from tests.domains.keys.cabinet import NOW, TENANT, TENANT_PRIVATE, signed
from tests.domains.keys.conftest import ON_ONE_STORE
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.ground.people.models import Membership

pytestmark = ON_ONE_STORE

BORROWER = example("keys.lend")["body"]["borrower"]


def test_a_loan_stands_on_one_page_of_the_register_from_request_to_return(cabinet):
    key_set = cabinet.entrusted()
    asked = cabinet.to_tenant(proofs=None, private={**TENANT_PRIVATE, "strokes": None})
    loan = {"loanId": asked["loanId"]}

    serials = [
        cabinet.act("keeper", "request", key_set, **asked)["serial"],
        cabinet.act("keeper", "verify", key_set, **loan)["serial"],
        cabinet.act("keeper", "take", key_set, **loan)["serial"],
        cabinet.act("other", "return", key_set, **loan, idGivenBack=True)["serial"],
    ]

    held = cabinet.held_loan(asked["loanId"])
    assert serials == ["JY-2026-000001"] * 4 == [held["serial"]] * 4
    assert [one["act"] for one in held["acts"]] == ["request", "verify", "take", "return"]
    assert (held["phone"], held["idLast4"], held["state"]) == ("13900000000", "371X", "returned")
    assert cabinet.differences() == []


def test_several_sets_go_in_one_push_under_one_signature_each_with_its_own_loan(cabinet):
    sets = [cabinet.register() for _ in range(3)]
    batch = str(new_id())
    loans = [cabinet.loan(batchId=batch) for _ in sets]
    phone = cabinet.phone("keeper")
    bodies = [make.key_act("lend", key_set, **loan) for key_set, loan in zip(sets, loans, strict=True)]

    answered = phone.push(*(phone.keep("lend", body, live=True) for body in bodies))

    assert [one["serial"] for one in answered] == [f"JY-2026-00000{number}" for number in (1, 2, 3)]
    assert {cabinet.held_loan(loan["loanId"])["batchId"] for loan in loans} == {batch}


def test_a_period_of_more_than_three_days_needs_an_overseers_consent(cabinet):
    key_set = cabinet.register()
    long = cabinet.loan(dueAt=make.iso(NOW + timedelta(days=3, seconds=1)))
    assert cabinet.refused("keeper", "lend", key_set, **long) == "keys.consent_needed"

    asked = {name: value for name, value in long.items() if name != "alone"}
    cabinet.act("keeper", "request", key_set, **asked)
    loan = {"loanId": long["loanId"]}
    assert cabinet.refused("keeper", "take", key_set, **loan) == "keys.consent_needed"
    assert cabinet.refused("keeper", "consent", key_set, **loan) == "core.not_allowed"
    cabinet.act("supervisor", "consent", key_set, **loan)
    cabinet.act("keeper", "take", key_set, **loan)

    held = cabinet.held_loan(long["loanId"])
    assert held["consent"]["byName"] == "supervisor"
    assert held["chaseFrom"] == make.iso(NOW + timedelta(days=3, seconds=1))


def test_an_overseer_who_lends_consents_with_it(cabinet):
    key_set = cabinet.register()

    loan_id = cabinet.lent(key_set, "supervisor", dueAt=make.iso(NOW + timedelta(days=10)))

    assert cabinet.held_loan(loan_id)["consent"]["byName"] == "supervisor"


LACKING = (
    ({"borrower": {**BORROWER, "personId": None, "department": ""}}, "keys.borrower_incomplete"),
    ({"borrower": {**TENANT, "kind": "contractor"}, "private": signed(phone="139")}, "keys.borrower_incomplete"),
    ({"borrower": {**TENANT, "kind": "owner"}, "private": signed()}, "keys.borrower_incomplete"),
    ({"dueAt": make.iso(NOW)}, "keys.due_in_past"),
    ({"reason": "emergency"}, "keys.emergency_missing"),
    ({"private": None}, "keys.signature_missing"),
)


def test_the_register_is_filled_in_wholly_before_anybody_goes_with_keys(cabinet):
    key_set = cabinet.register()

    for fields, code in LACKING:
        assert cabinet.refused("keeper", "lend", key_set, **{**cabinet.loan(), **fields}) == code


def test_a_builder_names_the_work_order_and_an_owner_needs_no_mandate(cabinet):
    builder = {**TENANT, "kind": "contractor", "workOrder": "WX-2026-000012"}
    first = cabinet.lent(cabinet.register(), borrower=builder, private=signed(phone="139"))
    second = cabinet.lent(cabinet.entrusted(), borrower={**TENANT, "kind": "owner"}, private=signed(phone="139"))

    assert [cabinet.held_loan(one)["state"] for one in (first, second)] == ["open", "open"]


def test_pat_n5_an_emergency_that_is_not_recorded_yet_is_remarked(cabinet):
    key_set = cabinet.register()

    loan_id = cabinet.lent(key_set, reason="emergency", emergencyId=str(new_id()))

    (act,) = cabinet.held_loan(loan_id)["acts"]
    assert [one["code"] for one in act["remarks"]] == ["keys.emergency_unknown"]


def test_one_loan_is_not_registered_twice_nor_for_two_sets(cabinet):
    key_set, other = cabinet.register(), cabinet.register()
    loan = cabinet.loan()
    phone = cabinet.phone("keeper")
    twice = [phone.keep("lend", make.key_act("lend", one, **loan), live=True) for one in (key_set, other)]

    assert [one.get("code") for one in phone.push(*twice)] == [None, "keys.loan_repeated"]
    assert cabinet.refused("keeper", "request", other, **loan) == "keys.loan_repeated"


def test_who_is_sent_away_is_in_the_register_with_the_reason(cabinet):
    key_set = cabinet.entrusted()
    asked = cabinet.to_tenant(proofs=None)
    cabinet.act("keeper", "request", key_set, **asked)
    cabinet.act("keeper", "verify", key_set, loanId=asked["loanId"])
    cabinet.act("keeper", "refuse", key_set, loanId=asked["loanId"], reason="业主来电改变主意")

    held = cabinet.held_loan(asked["loanId"])
    assert (held["state"], held["refusedReason"], held["idKept"]) == ("refused", "业主来电改变主意", False)
    assert cabinet.refused("keeper", "take", key_set, loanId=asked["loanId"]) == "keys.loan_wrong_state"


def test_a_return_that_comes_twice_is_kept_and_changes_nothing(cabinet, clock):
    key_set = cabinet.register()
    loan_id = cabinet.lent(key_set)
    cabinet.act("keeper", "return", key_set, loanId=loan_id, returnedBy="小王")
    clock.move_to(NOW + timedelta(minutes=3))
    cabinet.act("other", "return", key_set, loanId=loan_id, counted=[0, 0], live=False)

    held = cabinet.held_loan(loan_id)
    assert (held["state"], held["returned"]["byName"], held["returned"]["returnedBy"]) == (
        "returned",
        "keeper",
        "小王",
    )
    codes = [[remark["code"] for remark in act["remarks"]] for act in held["acts"]]
    assert codes == [[], ["keys.returned_by_another"], ["keys.not_open"]]
    assert cabinet.states(key_set) == ["in_cabinet"]


def test_the_engineer_holds_the_own_loans_and_nobody_elses(cabinet, clock):
    own, others = cabinet.register(), cabinet.register()
    mine = cabinet.lent(own)
    cabinet.lent(others, borrower={**BORROWER, "personId": str(new_id())})

    assert list(cabinet.phone("engineer").pull("keys.loan")) == [mine]
    assert cabinet.phone("engineer").pull("keys.set") == {}
    cabinet.act("keeper", "return", own, loanId=mine)
    held = [(clock.shift(timedelta(days=10)), list(cabinet.phone("engineer").pull("keys.loan")))[1] for _ in range(4)]
    assert held == [[mine], [mine], [mine], []]


def test_only_keepers_lend(cabinet):
    key_set = cabinet.register()

    assert cabinet.refused("engineer", "lend", key_set, **cabinet.loan()) == "core.not_allowed"
    assert cabinet.refused("keeper", "lend", str(new_id()), **cabinet.loan()) == "keys.unknown_set"
    assert cabinet.refused("keeper", "return", key_set, loanId=str(new_id())) == "keys.unknown_loan"


def test_nobody_who_has_left_borrows_and_what_a_late_phone_lent_them_is_remarked(cabinet, session):
    key_set = cabinet.register()
    engineer = cabinet.phone("engineer").person_id
    session.rollback()
    session.get_one(Membership, (cabinet.estate.id, engineer)).active = False
    session.commit()

    assert cabinet.refused("keeper", "lend", key_set, **cabinet.loan()) == "keys.borrower_left"

    loan_id = cabinet.lent(key_set, live=False)
    remarks = [one["code"] for act in cabinet.held_loan(loan_id)["acts"] for one in act["remarks"]]
    assert remarks == ["keys.borrower_left"]
