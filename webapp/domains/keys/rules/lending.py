"""Lending a set: asked, proven, consented, refused, taken (`keys.md` 4, 4.1; `protocol.md` 9). Pure."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Item, Refused
from webapp.domains.keys.rules import times
from webapp.domains.keys.rules.acting import UNSIGNED, KeyFacts, KnownSet, Ruling, is_drawn, loan_page, who
from webapp.domains.keys.rules.bodies import LendKeys, RefuseLoan, RequestKeys, TakeKeys, VerifyLoan
from webapp.domains.keys.rules.shapes import Borrower, KeyPrivate, Proofs
from webapp.domains.keys.rules.standing import Alone, KeySetStanding, Loan
from webapp.domains.keys.rules.states import KeySetState, LoanState


def request(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Note who wants the set, for what and how long; nothing is lent yet."""
    loan = _asked(item, known, facts)
    if isinstance(loan, Refused):
        return loan
    return _ruled(known.standing, loan, remarks=_doubts(item.body, facts))


def lend(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Do it all at once: ask, prove, sign and take."""
    body: LendKeys = item.body
    loan = _asked(item, known, facts)
    if isinstance(loan, Refused):
        return loan
    if loan.borrower.is_non_owner:
        verified = _proven(loan, body.proofs, body.private)
        if isinstance(verified, Refused):
            return verified
        loan = verified
    if item.role in OVERSEERS:
        loan = replace(loan, consent=who(item))
    ruling = _taken(item, known, facts, loan, alone=body.alone)
    if isinstance(ruling, Refused):
        return ruling
    return dataclasses.replace(ruling, remarks=[*ruling.remarks, *_doubts(body, facts)])


def verify(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Take in what a non-owner must bring: mandate, the owner's word, an ID that stays (KEY-I5)."""
    body: VerifyLoan = item.body
    loan = _proven(facts.loans[body.loan_id], body.proofs, body.private)
    return loan if isinstance(loan, Refused) else _ruled(known.standing, loan)


def consent(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Let an overseer consent to a long period."""
    return _ruled(known.standing, replace(facts.loans[item.body.loan_id], consent=who(item)))


def refuse(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Send somebody away, with the reason; an ID that was kept goes back with them."""
    body: RefuseLoan = item.body
    loan = facts.loans[body.loan_id]
    back = {"id_kept": False, "id_given_back_at": item.corrected_at} if loan.id_kept else {}
    over = {"state": LoanState.REFUSED, "refused_reason": body.reason, "closed_at": item.corrected_at}
    return _ruled(known.standing, replace(loan, **over, **back))


def take(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Let the borrower sign and go with the set."""
    body: TakeKeys = item.body
    loan = facts.loans[body.loan_id]
    if loan.borrower.is_non_owner and loan.state is not LoanState.VERIFIED:
        return Refused("keys.proof_needed")
    return _taken(item, known, facts, loan, alone=body.alone)


def _asked(item: Item, known: KnownSet, facts: KeyFacts) -> Loan | Refused:
    body: RequestKeys = item.body
    if item.id in facts.repeated:
        return Refused("keys.loan_repeated", {"loan": str(body.loan_id)})
    if body.quantity != known.quantity:
        return Refused("keys.count_mismatch", {"lent": known.quantity})  # KEY-I3
    if lack := lacking(body.borrower, body.private):
        return Refused("keys.borrower_incomplete", {"field": lack})
    if item.live and body.borrower.person_id in facts.left:
        return Refused("keys.borrower_left", {"name": body.borrower.name})
    if body.due_at <= item.corrected_at:
        return Refused("keys.due_in_past")
    if body.reason == "emergency" and body.emergency_id is None:
        return Refused("keys.emergency_missing")  # PAT-N5
    return Loan(
        id=body.loan_id,
        key_set_id=known.id,
        state=LoanState.REQUESTED,
        batch_id=body.batch_id,
        borrower=body.borrower,
        borrower_id=body.borrower.person_id,
        quantity=body.quantity,
        reason=body.reason,
        emergency_id=body.emergency_id,
        due_at=body.due_at,
        requested=who(item),
    )


def lacking(borrower: Borrower, private: KeyPrivate | None) -> str | None:
    """Answer what the register still lacks of a borrower (`keys.md` 4, 4.1)."""
    if borrower.kind == "staff":
        return None if borrower.person_id or borrower.department else "department"
    if not (private and private.phone):
        return "phone"
    return "workOrder" if borrower.kind == "contractor" and not borrower.work_order else None


def _proven(loan: Loan, proofs: Proofs | None, private: KeyPrivate | None) -> Loan | Refused:
    """Let a loan pass with all of its proofs, or say which is missing."""
    given = proofs or Proofs()
    if not loan.borrower.is_non_owner:
        return replace(loan, state=LoanState.VERIFIED, proofs=proofs)
    if given.mandate is None:
        return Refused("keys.mandate_missing")
    if given.call is None or given.call.answer != "yes":
        return Refused("keys.owner_not_confirmed", {"answer": given.call.answer if given.call else None})
    if given.id_kept is None or not (private and private.id_last4):
        return Refused("keys.id_not_kept")
    return replace(loan, state=LoanState.VERIFIED, proofs=given, id_kept=True)


def _taken(item: Item, known: KnownSet, facts: KeyFacts, loan: Loan, *, alone: bool) -> Ruling | Refused:
    settings = facts.settings[item.id]
    if times.is_long(item.corrected_at, loan.due_at, settings) and loan.consent is None:
        return Refused("keys.consent_needed", {"days": settings["max_loan_days_without_consent"]})
    if not is_drawn(item):
        return UNSIGNED
    for_both = _for_both(item, loan, settings, alone)
    if isinstance(for_both, Refused):
        return for_both
    taken = replace(
        loan,
        state=LoanState.OPEN,
        lent_at=item.corrected_at,
        lent=who(item),
        chase_from=times.chase_from(item.corrected_at, loan.due_at, settings),
        alone=(*loan.alone, *for_both),
    )
    remarks = ["keys.done_alone"] if for_both else []
    return _let_go(item, known, facts, taken, remarks)


def _for_both(item: Item, loan: Loan, settings: Mapping[str, Any], alone: bool) -> tuple[Alone, ...] | Refused:
    """Answer what is to be countersigned: where the estate allows it, one may lend to oneself (softens KEY-I8)."""
    if loan.borrower.person_id != item.by:
        return ()
    return done_alone(item, "take") if alone and settings["lone_keeper_allowed"] else Refused("keys.own_loan")


def done_alone(item: Item, act: str) -> tuple[Alone, ...]:
    """Answer the note that one person did something for both sides."""
    return (Alone(act_id=item.id, act=act, at=item.corrected_at, by_id=item.by, by_name=item.by_name),)


def _let_go(item: Item, known: KnownSet, facts: KeyFacts, taken: Loan, remarks: list[str]) -> Ruling | Refused:
    """Let the set go with the loan; when it is not there, refuse who waits and doubt who comes late."""
    before = facts.open_loan(known.id)
    if known.standing.state is KeySetState.IN_CABINET and before is None:
        return _ruled(_gone(known.standing, taken), taken, remarks=remarks)
    if item.live:
        return _not_there(known, before)
    late = [*remarks, "keys.disputed"]
    if before is None or _since(before) <= item.corrected_at:
        return _ruled(known.standing, replace(taken, state=LoanState.DISPUTED), remarks=late)
    # The one that was here first is the later one: it gives way, before the other takes its place.
    gives_way = replace(before, state=LoanState.DISPUTED)
    return Ruling(_gone(known.standing, taken), [gives_way, taken], remarks=late, page=loan_page(taken.id))


def _since(loan: Loan) -> datetime:
    assert loan.lent_at is not None
    return loan.lent_at


def _not_there(known: KnownSet, before: Loan | None) -> Refused:
    if before is None:
        return Refused("keys.not_lendable", {"state": known.standing.state.value})
    out = {"since": _since(before).isoformat(), "dueAt": before.due_at.isoformat()}
    # KEY-I1
    return Refused("keys.already_on_loan", {"loanId": str(before.id), "borrower": before.borrower.name, **out})


def _gone(standing: KeySetStanding, loan: Loan) -> KeySetStanding:
    return replace(standing, state=KeySetState.ON_LOAN, loan_id=loan.id)


def _doubts(body: RequestKeys, facts: KeyFacts) -> list[str]:
    """Remark an emergency entry that is not here yet (PAT-N5), and a borrower of whose leaving no phone had told."""
    unrecorded = body.emergency_id and body.emergency_id not in facts.emergencies
    left = body.borrower.person_id in facts.left
    return [*(["keys.emergency_unknown"] if unrecorded else []), *(["keys.borrower_left"] if left else [])]


def _ruled(standing: KeySetStanding, loan: Loan, *, remarks: list[str] | None = None) -> Ruling:
    return Ruling(standing, [loan], remarks=remarks or (), page=loan_page(loan.id))
