"""Giving a set back: counted, signed for, the ID with it (`keys.md` 4.2); and what is looked at later. Pure."""

from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from webapp.core.domain import Item, Refused
from webapp.domains.keys.rules import times
from webapp.domains.keys.rules.acting import UNSIGNED, KeyFacts, KnownSet, Ruling, is_drawn, loan_page, who
from webapp.domains.keys.rules.bodies import CountersignAlone, ReturnKeys
from webapp.domains.keys.rules.lending import done_alone
from webapp.domains.keys.rules.standing import Course, GivenBack, KeySetStanding, Loan, Memo
from webapp.domains.keys.rules.states import OUT, KeySetState, LoanState


def give_back(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Take the set back. It is a fact: what does not fit is remarked; only a wrong receiver or count is refused."""
    body: ReturnKeys = item.body
    loan = facts.loans[body.loan_id]
    if not _is_countable(body, known):
        return Refused("keys.count_mismatch", {"lent": loan.quantity})  # KEY-I3
    if not is_drawn(item):
        return UNSIGNED  # KEY-I4
    own = loan.borrower.person_id == item.by
    if own and not (body.alone and facts.settings[item.id]["lone_keeper_allowed"]):
        return Refused("keys.own_return")  # KEY-I8
    returned = replace(loan, returned=_counted(item), alone=(*loan.alone, *(done_alone(item, "return") if own else ())))
    remarks = [*_remarks(body, loan), *(["keys.done_alone"] if own else [])]
    if loan.state in OUT:
        return _closed(item, known, returned, remarks)
    # Who had a disputed one is for an overseer to say; what was counted here helps.
    kept, why = ([returned], "return_of_disputed") if loan.state is LoanState.DISPUTED else ([], "not_open")
    return Ruling(known.standing, kept, remarks=[*remarks, f"keys.{why}"], page=loan_page(loan.id))


def _is_countable(body: ReturnKeys, known: KnownSet) -> bool:
    """Say whether as many kinds were counted as hang there, and nothing more often than it was lent."""
    if len(body.counted) != len(known.items):
        return False
    return all(count <= one.count for count, one in zip(body.counted, known.items, strict=True))


def _counted(item: Item) -> GivenBack:
    body: ReturnKeys = item.body
    return GivenBack(
        at=item.corrected_at,
        by_id=item.by,
        by_name=item.by_name,
        quantity=sum(body.counted),
        counted=body.counted,
        condition=body.condition,
        returned_by=body.returned_by,
    )


def _closed(item: Item, known: KnownSet, loan: Loan, remarks: list[str]) -> Ruling:
    body: ReturnKeys = item.body
    short = sum(body.counted) < loan.quantity
    damaged = body.condition == "damaged"
    if short or damaged:
        memo = _opened(item, loan, "short" if short else "damaged")
        state = LoanState.RETURNED_SHORT if short else LoanState.RETURNED
        standing = replace(known.standing, state=KeySetState.INCIDENT, loan_id=None, memo_id=memo.id)
    else:
        memo, state = None, LoanState.RETURNED
        standing = replace(known.standing, state=KeySetState.IN_CABINET, loan_id=None)
    over = replace(
        loan,
        state=state,
        memo_id=memo.id if memo else None,
        closed_at=None if short else item.corrected_at,
        **_given_back(item, loan, stays=short),
    )
    return Ruling(standing, [over], memo, remarks=remarks, page=loan_page(loan.id))


def _given_back(item: Item, loan: Loan, *, stays: bool) -> dict[str, object]:
    """Answer what becomes of a kept ID: while keys are missing it stays (acceptance 3)."""
    if stays or not (loan.id_kept and item.body.id_given_back):
        return {}
    return {"id_kept": False, "id_given_back_at": item.corrected_at}


def _opened(item: Item, loan: Loan, what: Literal["short", "damaged"]) -> Memo:
    body: ReturnKeys = item.body
    return Memo(
        id=item.id,
        key_set_id=loan.key_set_id,
        loan_id=loan.id,
        opened_at=item.corrected_at,
        by_id=item.by,
        by_name=item.by_name,
        reported_by=body.returned_by or loan.borrower.name,
        what=what,
        course=(Course(at=item.corrected_at, by_name=item.by_name, text=body.note),) if body.note else (),
    )


def _remarks(body: ReturnKeys, loan: Loan) -> Iterator[str]:
    if body.returned_by and body.returned_by != loan.borrower.name:
        yield "keys.returned_by_another"
    if not loan.id_kept:
        return
    if sum(body.counted) < loan.quantity:
        if body.id_given_back:
            yield "keys.id_stays"
    elif not body.id_given_back:
        yield "keys.id_still_kept"


def release_id(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Give a kept ID back after the keys."""
    loan = facts.loans[item.body.loan_id]
    if not loan.id_kept:
        return Refused("keys.id_not_held")
    back = replace(loan, id_kept=False, id_given_back_at=item.corrected_at)
    return Ruling(known.standing, [back], page=loan_page(loan.id))


def countersign(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Let a second colleague sign for what somebody did alone."""
    body: CountersignAlone = item.body
    loan = facts.loans[body.loan_id]
    waiting = next((one for one in loan.alone if one.act_id == body.act_id and one.countersigned is None), None)
    if waiting is None:
        return Refused("keys.nothing_to_countersign")
    if waiting.by_id == item.by:
        return Refused("keys.own_countersign")
    signed = tuple(replace(one, countersigned=who(item)) if one is waiting else one for one in loan.alone)
    late = item.corrected_at > waiting.at + times.COUNTERSIGN_WITHIN
    remarks = ["keys.countersigned_late"] if late else []
    return Ruling(known.standing, [replace(loan, alone=signed)], remarks=remarks, page=loan_page(loan.id))


def nobody_has(standing: KeySetStanding) -> KeySetStanding:
    """Answer a set that lies in the cabinet."""
    return replace(standing, state=KeySetState.IN_CABINET, loan_id=None)
