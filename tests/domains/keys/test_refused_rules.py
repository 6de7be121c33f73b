"""With what parameters an act on keys is refused, by rules alone: what is so, and what would be right."""

from datetime import timedelta

import pytest
from msgspec import structs

from tests import make
from tests.domains.keys.cabinet import NOW, PROOFS, TENANT, TENANT_PRIVATE
from webapp.core.domain import Refused
from webapp.core.ids import new_id
from webapp.domains.keys.rules.states import KeyAct

LATER = NOW + timedelta(hours=5)


def test_who_finds_the_keys_gone_is_told_who_has_them_since_when_and_until_when(ruled):
    key_set = ruled.register()
    loan_id = ruled.lent(key_set)

    told = {
        "loanId": loan_id,
        "borrower": "周师傅",
        "since": NOW.isoformat(),
        "dueAt": (NOW + timedelta(days=1)).isoformat(),
    }
    assert ruled.said("other", "lend", key_set, **ruled.loan()) == ("keys.already_on_loan", told)


def test_a_set_that_hangs_nowhere_says_where_it_stands(ruled):
    key_set = ruled.register()
    ruled.act("keeper", "report", key_set)
    assert ruled.said("keeper", "lend", key_set, **ruled.loan()) == ("keys.not_lendable", {"state": "incident"})
    assert ruled.said("keeper", "hand_over", key_set) == (
        "keys.wrong_state",
        {"state": "incident", "act": "hand_over"},
    )
    ruled.act("supervisor", "retire", key_set)
    told = {"state": "retired", "act": "lend"}
    assert ruled.said("keeper", "lend", key_set, **ruled.loan()) == ("keys.not_lendable", told)


def test_what_is_named_and_is_not_here_is_said(ruled):
    key_set, other, nothing = ruled.register(), ruled.register(), str(new_id())
    loan_id = ruled.lent(other)
    memo = {"memoId": nothing}

    assert ruled.said("keeper", "lend", nothing, **ruled.loan()) == ("keys.unknown_set", {"set": nothing})
    for lost in (nothing, loan_id):
        assert ruled.said("keeper", "return", key_set, loanId=lost) == ("keys.unknown_loan", {"loan": lost})
        called = {"loanId": lost, "topic": "chase"}
        assert ruled.said("keeper", "call", key_set, **called)[0] == "keys.unknown_loan"
    assert ruled.said("keeper", "report", key_set, loanId=nothing) == ("keys.unknown_loan", {"loan": nothing})
    ruled.act("keeper", "report", key_set)
    for act in ("memo", "agree", "settle"):
        assert ruled.said("supervisor", act, key_set, **memo) == ("keys.unknown_memo", {"memo": nothing})


def test_what_is_wrong_of_a_loan_says_what_would_be_right(ruled):
    key_set = ruled.register()

    def lend(**fields):
        return ruled.said("keeper", "lend", key_set, **ruled.loan(**fields))

    assert lend(quantity=2) == ("keys.count_mismatch", {"lent": 3})
    assert lend(dueAt=make.iso(NOW + timedelta(days=9))) == ("keys.consent_needed", {"days": 3})
    for field, borrower, phone in (
        ("department", {**TENANT, "kind": "staff"}, "139"),
        ("phone", TENANT, ""),
        ("workOrder", {**TENANT, "kind": "contractor"}, "139"),
    ):
        lacks = {"borrower": borrower, "private": {**TENANT_PRIVATE, "phone": phone}}
        assert lend(**lacks) == ("keys.borrower_incomplete", {"field": field})
    for answer in ("no", "no_answer"):
        proofs = {**PROOFS, "call": {**PROOFS["call"], "answer": answer}}
        assert lend(**ruled.to_tenant(proofs=proofs)) == ("keys.owner_not_confirmed", {"answer": answer})
    unasked = ruled.to_tenant(proofs={**PROOFS, "call": None})
    assert lend(**unasked) == ("keys.owner_not_confirmed", {"answer": None})


def test_what_is_wrong_of_a_return_an_incident_or_a_collector_says_what_would_be_right(ruled):
    key_set, entrusted, lost = ruled.register(), ruled.entrusted(), ruled.register()
    loan_id = ruled.lent(key_set)
    assert ruled.said("keeper", "return", key_set, loanId=loan_id, counted=[3, 0]) == (
        "keys.count_mismatch",
        {"lent": 3},
    )
    memo = {"memoId": ruled.act("keeper", "report", lost)["id"]}
    assert ruled.said("supervisor", "settle", lost, **memo) == ("keys.agreement_missing", {"by": "developer"})
    assert ruled.said("supervisor", "agree", lost, **memo, by="owner") == (
        "keys.wrong_party",
        {"by": "developer"},
    )
    assert ruled.said("keeper", "settle", lost, **memo) == ("core.not_allowed", {})
    stranger = {"collector": {"kind": "named", "name": "王强"}, "proof": "own_id"}
    assert ruled.said("keeper", "hand_over", entrusted, **stranger) == ("keys.not_named", {"name": "王强"})
    builder = {"collector": {"kind": "developer", "name": "置业"}, "proof": "written_request"}
    assert ruled.said("keeper", "hand_over", entrusted, **builder) == ("keys.not_named", {"name": "置业"})
    for collector in ("named", "developer", "owner"):
        unproven = {"collector": {"kind": collector, "name": "何志明"}, "proof": None}
        assert ruled.said("keeper", "hand_over", entrusted, **unproven) == ("keys.no_proof", {})


def test_what_is_wrong_of_a_registration_says_which(ruled):
    key_set = ruled.register(keyNo="K-7")
    nowhere = str(new_id())
    phone = ruled.phone("keeper")

    for fields, told in (
        ({"keyNo": "K-7"}, ("keys.key_no_taken", {"keyNo": "K-7"})),
        ({"unitId": nowhere}, ("keys.unknown_unit", {"unit": nowhere})),
        ({"keySetId": key_set}, ("keys.set_repeated", {"set": key_set})),
    ):
        answered = phone.do("register", make.key_set_body(ruled.unit, **fields))
        assert (answered["code"], answered["params"]) == told
    loan = ruled.loan()
    ruled.act("keeper", "request", key_set, **loan)
    assert ruled.said("keeper", "request", key_set, **loan) == ("keys.loan_repeated", {"loan": loan["loanId"]})


@pytest.mark.parametrize("act", ["lend", "return", "register"])
def test_an_act_is_filed_under_its_own_set(ruled, act):
    body = make.key_act(act, ruled.register()) if act != "register" else make.key_set_body(ruled.unit)
    item = structs.replace(ruled.phone("keeper").keep(act, body, live=True), about=new_id())

    assert ruled.world.decide(KeyAct(act), item) == Refused("core.bad_shape", {"field": "about"})
