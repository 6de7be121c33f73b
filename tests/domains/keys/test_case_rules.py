"""Cases of two loans, and of a new lock, by rules alone: all that moves with them and all that does not."""

from datetime import timedelta
from uuid import UUID

from tests import make
from tests.domains.keys.cabinet import NOW
from tests.make.phones import example
from webapp.domains.keys.rules.standing import GivenBack
from webapp.domains.keys.rules.states import LoanState

LATER = NOW + timedelta(hours=5)


def settled_for(holder, *refused):
    return {"holderLoanId": holder, "others": [{"loanId": one, "outcome": "refused"} for one in refused]}


def test_a_new_lock_leaves_what_is_out_lost_or_elsewhere_as_it_was(ruled):
    key_set, spare, out, lost = (ruled.register() for _ in range(4))
    room = ruled.register(unitId=None, placeName="3 栋配电房", custodyKind="common_area")
    ruled.lent(out)
    ruled.act("keeper", "report", lost)
    memo = {"memoId": ruled.act("keeper", "report", key_set)["id"]}
    ruled.act("supervisor", "agree", key_set, **memo, by="developer")

    ruled.act("supervisor", "settle", key_set, **memo, outcome="lock_changed")

    sets = (key_set, spare, out, lost, room)
    assert [ruled.states(one)[0] for one in sets] == ["retired", "retired", "on_loan", "incident", "in_cabinet"]


def test_a_common_rooms_lock_changes_for_nobody_else(ruled):
    rooms = [ruled.register(unitId=None, placeName="配电房", custodyKind="common_area") for _ in range(2)]
    memo = {"memoId": ruled.act("keeper", "report", rooms[0])["id"]}

    ruled.act("supervisor", "settle", rooms[0], **memo, outcome="lock_changed")

    assert [ruled.states(one)[0] for one in rooms] == ["retired", "in_cabinet"]


def test_a_case_says_which_loans_are_in_question_and_who_received(ruled, clock):
    key_set = ruled.register()
    first = ruled.lent(key_set)
    ruled.act("other", "lend", key_set, live=False, **(late := ruled.loan()))
    both = sorted((first, late["loanId"]))
    clock.move_to(LATER)

    assert ruled.said("supervisor", "resolve", key_set, holderLoanId=first, others=[]) == (
        "keys.case_incomplete",
        {"loans": both},
    )
    found = {"others": [{"loanId": one, "outcome": "returned"} for one in both], "holderLoanId": None}
    assert ruled.said("supervisor", "resolve", key_set, **found, whom="") == ("core.bad_shape", {"field": "whom"})
    scanned = {**found, "means": "tag_scanned", "code": None}
    assert ruled.said("supervisor", "resolve", key_set, **scanned) == ("keys.tag_elsewhere", {})
    ruled.act("supervisor", "resolve", key_set, **found, private=make.key_act("take", key_set)["private"])

    loan = ruled.world.loans[UUID(first)]
    assert (loan.state, loan.closed_at) == (LoanState.RETURNED, LATER)
    assert loan.returned == GivenBack(
        at=LATER,
        by_id=ruled.phone("supervisor").person_id,
        by_name="supervisor",
        quantity=3,
        counted=(),
        condition="good",
    )


def test_a_refusal_in_a_case_keeps_the_overseers_words_or_by_what_means(ruled):
    reasons = []
    for note in ("钥匙在工程部", ""):
        key_set = ruled.register()
        first = ruled.lent(key_set)
        ruled.act("other", "lend", key_set, live=False, **(late := ruled.loan()))
        ruled.act("supervisor", "resolve", key_set, **settled_for(first, late["loanId"]), note=note)
        loan = ruled.world.loans[UUID(late["loanId"])]
        reasons.append((loan.refused_reason, loan.closed_at))

    assert reasons == [("钥匙在工程部", NOW), ("holder_confirmed", NOW)]


def test_a_case_of_a_set_in_an_incident_ends_without_moving_it(ruled):
    key_set = ruled.register()
    memo_id = ruled.act("keeper", "report", key_set)["id"]
    ruled.act("other", "lend", key_set, live=False, **(late := ruled.loan()))
    holder = settled_for(late["loanId"])
    assert ruled.said("supervisor", "resolve", key_set, **holder) == (
        "keys.wrong_state",
        {"state": "incident", "act": "resolve"},
    )

    ruled.act("supervisor", "resolve", key_set, **settled_for(None, late["loanId"]))

    standing = ruled.world.sets[UUID(key_set)].standing
    assert (standing.state.value, str(standing.memo_id)) == ("incident", memo_id)


def test_who_received_the_own_keys_does_not_say_so_in_a_case(ruled):
    key_set = ruled.register()
    own = {**example("keys.lend")["body"]["borrower"], "personId": str(ruled.phone("supervisor").person_id)}
    first = ruled.lent(key_set, borrower=own)
    ruled.act("other", "lend", key_set, live=False, **(late := ruled.loan()))
    ended = [{"loanId": first, "outcome": "returned"}, {"loanId": late["loanId"], "outcome": "refused"}]
    found = {"holderLoanId": None, "others": ended, "private": make.key_act("take", key_set)["private"]}

    assert ruled.said("supervisor", "resolve", key_set, **found) == ("keys.own_return", {})
    assert ruled.said("manager", "resolve", key_set, **{**found, "private": None}) == (
        "keys.signature_missing",
        {},
    )
    ruled.act("manager", "resolve", key_set, **found)
