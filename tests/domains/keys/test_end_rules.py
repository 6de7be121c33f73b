"""How loans, memos and custody end, by rules alone: what is given back when, and on whose page it stands."""

from datetime import timedelta
from uuid import UUID

import pytest
from msgspec import structs

from tests import make
from tests.domains.keys.cabinet import NOW, PROOFS, TENANT_PRIVATE, signed
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.domains.keys.rules.standing import Settled
from webapp.domains.keys.rules.states import KeyAct, LoanState

LATER = NOW + timedelta(hours=5)


def loan_of(ruled, loan_id):
    return ruled.world.loans[UUID(loan_id)]


def own_of(ruled, who="keeper"):
    return {**example("keys.lend")["body"]["borrower"], "personId": str(ruled.phone(who).person_id)}


def page_of(ruled, who, act, key_set, **fields):
    answered = ruled.act(who, act, key_set, **fields)
    return answered["serial"]


@pytest.mark.parametrize("given", [True, False])
def test_a_short_loan_ends_with_its_memo_and_its_id_goes_back_only_then(ruled, clock, given):
    key_set = ruled.entrusted()
    loan_id = ruled.lent(key_set, **ruled.to_tenant())
    memo_id = ruled.act("keeper", "return", key_set, loanId=loan_id, counted=[1, 1], idGivenBack=True)["id"]
    assert loan_of(ruled, loan_id).closed_at is None
    clock.move_to(LATER)

    ruled.act("keeper", "settle", key_set, memoId=memo_id, outcome="found", result="找到了", idGivenBack=given)

    loan = loan_of(ruled, loan_id)
    assert (loan.state, loan.closed_at) == (LoanState.SETTLED, LATER)
    assert (loan.id_kept, loan.id_given_back_at) == (not given, LATER if given else None)


def test_an_id_that_was_never_kept_is_not_given_back(ruled):
    key_set, other = ruled.register(), ruled.entrusted()
    lost = ruled.lent(key_set)
    memo_id = ruled.act("keeper", "report", key_set, loanId=lost)["id"]
    ruled.act("keeper", "settle", key_set, memoId=memo_id, outcome="found", result="找到了", idGivenBack=True)
    asked = ruled.to_tenant(proofs=None, private={**TENANT_PRIVATE, "strokes": None})
    ruled.act("keeper", "request", other, **asked)
    ruled.act("keeper", "refuse", other, loanId=asked["loanId"])

    assert loan_of(ruled, lost).id_given_back_at is None
    assert loan_of(ruled, asked["loanId"]).id_given_back_at is None


def test_the_id_of_a_damaged_set_goes_back_with_its_memo(ruled):
    key_set = ruled.entrusted()
    loan_id = ruled.lent(key_set, **ruled.to_tenant())
    memo_id = ruled.act("keeper", "return", key_set, loanId=loan_id, condition="damaged", idGivenBack=False)["id"]

    ruled.act("keeper", "settle", key_set, memoId=memo_id, outcome="found", result="还能用", idGivenBack=True)

    loan = loan_of(ruled, loan_id)
    assert (loan.state, loan.id_kept, loan.id_given_back_at) == (LoanState.RETURNED, False, NOW)


def test_retiring_a_set_leaves_an_id_where_it_lies(ruled):
    key_set = ruled.entrusted()
    loan_id = ruled.lent(key_set, **ruled.to_tenant())
    ruled.act("keeper", "report", key_set, loanId=loan_id)
    ruled.act("supervisor", "retire", key_set)
    assert (loan_of(ruled, loan_id).state, loan_of(ruled, loan_id).id_kept) == (LoanState.SETTLED, True)

    assert page_of(ruled, "keeper", "release_id", key_set, loanId=loan_id) == "JY-2026-000001"
    assert loan_of(ruled, loan_id).id_given_back_at == NOW


def test_a_new_lock_settles_memo_and_loan(ruled):
    key_set = ruled.register()
    loan_id = ruled.lent(key_set)
    memo_id = ruled.act("keeper", "report", key_set, loanId=loan_id)["id"]
    ruled.act("supervisor", "agree", key_set, memoId=memo_id, by="developer")
    ruled.act("supervisor", "settle", key_set, memoId=memo_id, outcome="lock_changed", result="已换锁芯")

    settled = ruled.world.memos[UUID(memo_id)].settled
    assert isinstance(settled, Settled)
    assert (settled.outcome, settled.result) == ("lock_changed", "已换锁芯")
    assert loan_of(ruled, loan_id).state is LoanState.SETTLED


def test_a_memo_serves_its_own_set_alone(ruled):
    one, other = ruled.register(), ruled.register()
    memo_id = ruled.act("keeper", "report", one)["id"]
    ruled.act("keeper", "report", other)

    assert ruled.said("keeper", "memo", other, memoId=memo_id) == ("keys.unknown_memo", {"memo": memo_id})


def test_each_side_that_was_done_alone_is_countersigned_by_itself_on_the_loan_s_page(ruled):
    ruled.set(lone_keeper_allowed=True)
    key_set = ruled.register()
    loan_id = ruled.lent(key_set, borrower=own_of(ruled), alone=True)
    back = ruled.act("keeper", "return", key_set, loanId=loan_id, alone=True)["id"]

    serial = page_of(ruled, "other", "countersign", key_set, loanId=loan_id, actId=back)

    taken, returned = loan_of(ruled, loan_id).alone
    assert (serial, taken.countersigned) == ("JY-2026-000001", None)
    assert returned.countersigned.name == "other"


@pytest.mark.parametrize(("allowed", "alone"), [(False, True), (True, False)])
def test_to_lend_to_oneself_takes_the_estate_s_leave_and_saying_so(ruled, allowed, alone):
    ruled.set(lone_keeper_allowed=allowed)
    key_set = ruled.register()
    own = ruled.loan(borrower=own_of(ruled))

    assert ruled.said("keeper", "lend", key_set, **own, alone=alone) == ("keys.own_loan", {})
    ruled.act("other", "request", key_set, **own)
    assert ruled.said("keeper", "take", key_set, loanId=own["loanId"], alone=alone) == ("keys.own_loan", {})


def test_who_asked_for_keys_alone_takes_them_alone(ruled):
    ruled.set(lone_keeper_allowed=True)
    key_set = ruled.register()
    own = ruled.loan(borrower=own_of(ruled))
    ruled.act("other", "request", key_set, **own)

    ruled.act("keeper", "take", key_set, loanId=own["loanId"], alone=True)

    assert [one.act for one in loan_of(ruled, own["loanId"]).alone] == ["take"]


def test_who_needs_no_proof_may_be_verified_with_what_was_shown(ruled):
    key_set = ruled.register()
    asked = ruled.loan()
    ruled.act("keeper", "request", key_set, **asked)

    ruled.act("keeper", "verify", key_set, loanId=asked["loanId"], proofs=PROOFS)

    loan = loan_of(ruled, asked["loanId"])
    assert (loan.state, loan.id_kept) == (LoanState.VERIFIED, False)
    assert loan.proofs.call.answer == "yes"


def test_who_has_left_borrows_nothing_and_what_a_late_phone_lent_them_is_remarked(ruled):
    key_set = ruled.register()
    ruled.world.left.add(ruled.phone("engineer").person_id)

    refused = ruled.said("keeper", "lend", key_set, **ruled.loan())
    assert refused == ("keys.borrower_left", {"name": ruled.loan()["borrower"]["name"]})
    loan_id = ruled.lent(key_set, live=False)
    (act,) = ruled.held_loan(loan_id)["acts"]
    assert [one["code"] for one in act["remarks"]] == ["keys.borrower_left"]


def test_a_request_in_an_emergency_says_that_its_entry_is_not_here_yet(ruled):
    asked = ruled.loan(reason="emergency", emergencyId=str(new_id()))
    ruled.act("keeper", "request", ruled.register(), **asked)

    (act,) = ruled.held_loan(asked["loanId"])["acts"]
    assert [one["code"] for one in act["remarks"]] == ["keys.emergency_unknown"]


def test_three_days_to_the_second_need_nobodys_consent(ruled):
    key_set = ruled.register()

    loan_id = ruled.lent(key_set, dueAt=make.iso(NOW + timedelta(days=3)))

    assert loan_of(ruled, loan_id).consent is None


def test_what_comes_back_once_more_stands_on_its_own_page(ruled):
    key_set = ruled.register()
    loan_id = ruled.lent(key_set)
    ruled.act("keeper", "return", key_set, loanId=loan_id)

    assert page_of(ruled, "keeper", "return", key_set, loanId=loan_id) == "JY-2026-000001"


def test_a_hand_over_stands_on_the_mandate_and_a_chase_on_the_loan(ruled):
    entrusted, key_set = ruled.entrusted(), ruled.register()
    loan_id = ruled.lent(key_set)
    item = ruled.phone("keeper").keep("call", make.key_act("call", key_set, loanId=loan_id))

    answer = ruled.world.decide(KeyAct.CALL, item)

    assert [(kind, str(id_)) for kind, id_ in answer.changes] == [("keys.set", key_set), ("keys.loan", loan_id)]
    assert page_of(ruled, "keeper", "hand_over", entrusted) == "TG-2026-000001"
    unknown = str(new_id())
    for act in ("call", "report"):
        assert ruled.said("keeper", act, key_set, loanId=unknown) == ("keys.unknown_loan", {"loan": unknown})


def test_an_owner_who_signs_in_the_minute_of_the_notice_was_told_before(ruled):
    mandate = example("keys.register")["body"]["mandate"]
    ruled.entrusted(mandate={**mandate, "signedAt": mandate["disclaimerAt"]})
    early = {**mandate, "mandateId": str(new_id()), "signedAt": "2026-11-23T07:27:59Z"}

    key_set = ruled.entrusted(mandate={**mandate, "mandateId": str(new_id())})
    assert ruled.said("keeper", "mandate", key_set, mandate=early) == ("keys.disclaimer_missing", {})
    unsigned = {"mandate": {**mandate, "mandateId": str(new_id())}, "private": signed(strokes=None)}
    assert ruled.said("keeper", "mandate", key_set, **unsigned) == ("keys.signature_missing", {})


def quarrel(ruled, key_set):
    """Let a set be lent twice; answer the loan that stands and the one that came late."""
    first = ruled.lent(key_set)
    ruled.act("other", "lend", key_set, live=False, **(late := ruled.loan()))
    return first, late["loanId"]


def test_a_set_that_came_back_meanwhile_goes_to_who_has_it_after_all(ruled):
    key_set = ruled.register()
    first, late = quarrel(ruled, key_set)
    ruled.act("keeper", "return", key_set, loanId=first)
    assert ruled.states(key_set, first, late) == ["in_cabinet", "returned", "disputed"]

    ruled.act("supervisor", "resolve", key_set, holderLoanId=late, others=[])

    standing = ruled.world.sets[UUID(key_set)].standing
    assert (standing.state.value, str(standing.loan_id)) == ("on_loan", late)


def test_the_tag_of_the_set_itself_ends_a_quarrel(ruled):
    key_set = ruled.register()
    first, late = quarrel(ruled, key_set)
    ended = {"others": [{"loanId": one, "outcome": "refused"} for one in (first, late)], "holderLoanId": None}
    scanned = {**ended, "means": "tag_scanned", "whom": ""}
    ruled.world.tags[""] = UUID(key_set)
    elsewhere = ruled.hang(ruled.register())

    assert ruled.said("supervisor", "resolve", key_set, **scanned, code=elsewhere) == ("keys.tag_elsewhere", {})
    ruled.act("supervisor", "resolve", key_set, **scanned, code=ruled.hang(key_set))
    assert ruled.states(key_set, first, late) == ["in_cabinet", "refused", "refused"]


def test_a_short_count_in_a_quarrel_says_how_many_went(ruled):
    key_set = ruled.register()
    first, late = quarrel(ruled, key_set)
    ruled.act("other", "return", key_set, loanId=late, counted=[1, 1])
    found = {"holderLoanId": first, "others": [{"loanId": late, "outcome": "returned"}]}

    assert ruled.said("supervisor", "resolve", key_set, **found) == ("keys.count_mismatch", {"lent": 3})


def test_who_came_first_but_was_heard_later_is_marked_as_in_question(ruled):
    key_set = ruled.register()
    first = ruled.lent(key_set)
    late = ruled.loan()
    item = ruled.phone("other").keep("lend", make.key_act("lend", key_set, **late))
    early = structs.replace(item, corrected_at=NOW - timedelta(minutes=1))

    answer = ruled.world.decide(KeyAct.LEND, early)

    assert [one["code"] for one in answer.judged["remarks"]] == ["keys.disputed"]
    assert ruled.states(key_set, first, late["loanId"]) == ["on_loan", "disputed", "open"]
