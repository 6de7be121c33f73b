"""The invariants of `keys.md` 6.3 as they must hold of a world in whatever state; each asserts."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from tests.domains.keys.world import World
from webapp.domains.keys.rules.custody import PROOFS, is_named
from webapp.domains.keys.rules.standing import Loan
from webapp.domains.keys.rules.states import CLOSED, FINAL, KeyAct, KeySetState, LoanState


def key_i1_one_borrower_a_set(world: World) -> None:
    """KEY-I1: at most one loan is out."""
    out = Counter(loan.key_set_id for loan in _open(world))
    assert all(count == 1 for count in out.values())


def key_i2_on_loan_while_somebody_has_it(world: World) -> None:
    """KEY-I2: a set is out if and only if such a loan exists, and in an incident if and only if a memo is open."""
    out = {loan.key_set_id: loan.id for loan in _open(world)}
    for id_, one in world.sets.items():
        assert (one.standing.state is KeySetState.ON_LOAN) == (id_ in out)
        assert one.standing.loan_id == out.get(id_)
        assert (one.standing.state is KeySetState.INCIDENT) == (one.standing.memo_id is not None)


def key_i3_whole_sets_go_and_no_more_comes_back(world: World) -> None:
    """KEY-I3: what is lent is the set, what comes back is between nothing and that; all of it ends the loan."""
    for loan in world.loans.values():
        items = world.sets[loan.key_set_id].items
        assert loan.quantity == sum(one.count for one in items)
        if loan.returned and loan.returned.counted:
            pairs = zip(loan.returned.counted, items, strict=True)
            assert all(0 <= count <= one.count for count, one in pairs)
        if loan.returned and loan.state in (LoanState.RETURNED, LoanState.RETURNED_SHORT):
            assert (loan.returned.quantity == loan.quantity) == (loan.state is LoanState.RETURNED)


def key_i4_what_is_returned_is_counted_dated_and_signed_for(world: World) -> None:
    """KEY-I4: a returned loan has its date and its number (`GivenBack` always has both) and a receiver's signature."""
    signed = {act["loan_id"] for act in _acts(world, KeyAct.RETURN) if _is_signed(act)}
    found = {loan for act in _acts(world, KeyAct.RESOLVE) if _is_signed(act) for loan in _returned_by(act)}
    for loan in world.loans.values():
        if loan.state in (LoanState.RETURNED, LoanState.RETURNED_SHORT):
            assert loan.returned
            assert loan.id in signed or str(loan.id) in found


def key_i5_no_non_owner_without_all_proofs(world: World) -> None:
    """KEY-I5: who is not the owner takes keys with mandate, the owner's yes, a kept ID and a signature."""
    for loan in world.loans.values():
        assert loan.lent_at or loan.state in (LoanState.REQUESTED, LoanState.VERIFIED, LoanState.REFUSED)
        if loan.borrower.is_non_owner and loan.lent_at:
            assert loan.proofs
            assert loan.proofs.mandate
            assert loan.proofs.call
            assert loan.proofs.call.answer == "yes"
            assert loan.proofs.id_kept


def key_i6_nothing_is_handed_over_without_proof(world: World) -> None:
    """KEY-I6: every hand-over shows what proves its collector, who is named or whose keys they are."""
    handed = {act["key_set_id"]: act for act in _acts(world, KeyAct.HAND_OVER)}
    for id_, one in world.sets.items():
        if one.standing.state is not KeySetState.HANDED_OVER:
            continue
        said = handed[id_]["said"]
        assert said["proof"] in PROOFS[said["collector"]["kind"]]
        assert _is_signed(handed[id_])
        if said["collector"]["kind"] == "named":
            assert is_named(said["collector"]["name"], one.standing.mandate)


def key_i7_what_is_over_is_never_lent(world: World) -> None:
    """KEY-I7: no loan is out of a set that is over, none was taken after, and what is closed says when."""
    for id_, one in world.sets.items():
        assert (one.standing.state in FINAL) == (one.standing.closed_at is not None)
        ended = False
        for act in _history(world, id_):
            assert not (ended and act["act"] in (KeyAct.LEND, KeyAct.TAKE))
            assert not (ended and act["state"] not in FINAL)
            ended = act["state"] in FINAL
    for loan in world.loans.values():
        assert (loan.state in CLOSED) == (loan.closed_at is not None)


def key_i8_borrower_and_receiver_are_two(world: World) -> None:
    """KEY-I8: nobody lends to or receives from oneself, but where the estate allows it and it waits for a second."""
    for loan in world.loans.values():
        alone = {one.act for one in loan.alone}
        assert not alone or world.settings["lone_keeper_allowed"]
        assert all(one.countersigned is None or one.countersigned.id != one.by_id for one in loan.alone)
        if loan.lent and loan.lent.id == loan.borrower.person_id:
            assert "take" in alone
        if loan.returned and loan.returned.by_id == loan.borrower.person_id:
            assert "return" in alone


def key_i9_no_entrusted_set_without_a_mandate_signed(world: World) -> None:
    """KEY-I9: an owner who entrusts keys was told, and signed after."""
    for id_, one in world.sets.items():
        if one.custody_kind == "owner_entrusted":
            mandate = one.standing.mandate
            assert mandate
            assert mandate.disclaimer_at <= mandate.signed_at
            assert _is_signed(_history(world, id_)[0])


def key_i11_ids_lie_here_while_non_owners_have_keys(world: World) -> None:
    """KEY-I11: an ID is kept of every non-owner whose loan is out, of nobody else's that is, and till the loss is settled."""
    for loan in world.loans.values():
        if loan.state in (LoanState.OPEN, LoanState.RETURNED_SHORT, LoanState.LOST):
            assert loan.id_kept == loan.borrower.is_non_owner
        assert not (loan.id_kept and loan.id_given_back_at)
        assert loan.borrower.is_non_owner or not loan.id_kept


Invariant = Callable[[World], None]
# KEY-I10, on what is purged, is about time alone: `test_retention.py`.
INVARIANTS: Mapping[str, Invariant] = {
    "KEY-I1": key_i1_one_borrower_a_set,
    "KEY-I2": key_i2_on_loan_while_somebody_has_it,
    "KEY-I3": key_i3_whole_sets_go_and_no_more_comes_back,
    "KEY-I4": key_i4_what_is_returned_is_counted_dated_and_signed_for,
    "KEY-I5": key_i5_no_non_owner_without_all_proofs,
    "KEY-I6": key_i6_nothing_is_handed_over_without_proof,
    "KEY-I7": key_i7_what_is_over_is_never_lent,
    "KEY-I8": key_i8_borrower_and_receiver_are_two,
    "KEY-I9": key_i9_no_entrusted_set_without_a_mandate_signed,
    "KEY-I11": key_i11_ids_lie_here_while_non_owners_have_keys,
}


def _open(world: World) -> list[Loan]:
    return [loan for loan in world.loans.values() if loan.state is LoanState.OPEN]


def _acts(world: World, act: KeyAct) -> list[dict[str, Any]]:
    return [row for row in world.tables.get("key_acts", {}).values() if row["act"] is act]


def _history(world: World, set_id: object) -> list[dict[str, Any]]:
    rows = [row for row in world.tables.get("key_acts", {}).values() if row["key_set_id"] == set_id]
    return sorted(rows, key=lambda row: int(row["entry"]))


def _is_signed(act: Mapping[str, Any]) -> bool:
    return bool(act["private"] and act["private"]["strokes"])


def _returned_by(act: Mapping[str, Any]) -> list[str]:
    return [one["loanId"] for one in act["said"]["others"] if one["outcome"] == "returned"]
