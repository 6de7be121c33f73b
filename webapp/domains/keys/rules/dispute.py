"""Two phones lent one set offline: an overseer finds out who has it (`protocol.md` 9). Pure."""

from collections.abc import Sequence
from uuid import UUID

from msgspec.structs import replace

from webapp.core.domain import Item, Refused
from webapp.domains.keys.rules.acting import UNSIGNED, KeyFacts, KnownSet, Ruling, is_drawn
from webapp.domains.keys.rules.bodies import ResolveCase
from webapp.domains.keys.rules.returning import nobody_has
from webapp.domains.keys.rules.standing import GivenBack, KeySetStanding, Loan
from webapp.domains.keys.rules.states import KeySetState, LoanState

_IN_QUESTION = frozenset({LoanState.DISPUTED, LoanState.OPEN})


def resolve(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Let the overseer's finding win over the clock: one loan stands or none, and every other one ends."""
    body: ResolveCase = item.body
    loans = [loan for loan in facts.loans_of(known.id) if loan.state in _IN_QUESTION]
    if not any(loan.state is LoanState.DISPUTED for loan in loans):
        return Refused("keys.not_in_dispute")
    if refused := _unproven(body, known, facts) or _incomplete(body, loans):
        return refused
    outcomes = {one.loan_id: one.outcome for one in body.others}
    ended = [_ended(item, loan, outcomes[loan.id]) for loan in loans if loan.id in outcomes]
    for loan in ended:
        if isinstance(loan, Refused):
            return loan
    kept = [replace(loan, state=LoanState.OPEN) for loan in loans if loan.id == body.holder_loan_id]
    if kept and known.standing.state not in (KeySetState.IN_CABINET, KeySetState.ON_LOAN):
        return Refused("keys.wrong_state", {"state": known.standing.state.value, "act": "resolve"})
    # Those that end come first: the one that stands may take the place of an open one.
    changed = [*(loan for loan in ended if isinstance(loan, Loan)), *kept]
    return Ruling(_standing(known, kept), changed)


def _standing(known: KnownSet, kept: Sequence[Loan]) -> KeySetStanding:
    if kept:
        return replace(known.standing, state=KeySetState.ON_LOAN, loan_id=kept[0].id)
    lent = known.standing.state is KeySetState.ON_LOAN
    return nobody_has(known.standing) if lent else known.standing


def _unproven(body: ResolveCase, known: KnownSet, facts: KeyFacts) -> Refused | None:
    if body.means == "holder_confirmed":
        return None if body.whom else Refused("core.bad_shape", {"field": "whom"})
    return None if facts.tags.get(body.code or "") == known.id else Refused("keys.tag_elsewhere")


def _incomplete(body: ResolveCase, loans: Sequence[Loan]) -> Refused | None:
    """Refuse to leave a loan out: every one in question is named once."""
    holder = [body.holder_loan_id] if body.holder_loan_id else []
    named = [*holder, *(one.loan_id for one in body.others)]
    asked: list[UUID] = [loan.id for loan in loans]
    if sorted(named) == sorted(asked):
        return None
    return Refused("keys.case_incomplete", {"loans": [str(id_) for id_ in sorted(asked)]})


def _ended(item: Item, loan: Loan, outcome: str) -> Loan | Refused:
    """Answer the loan as it ends; one given back needs a full count and who took it (KEY-I4, KEY-I8)."""
    if outcome == "refused":
        body: ResolveCase = item.body
        over = {"state": LoanState.REFUSED, "refused_reason": body.note or body.means, "closed_at": item.corrected_at}
        return replace(loan, **over)
    returned = loan.returned or _received(item, loan)
    if isinstance(returned, Refused):
        return returned
    if returned.quantity != loan.quantity:
        return Refused("keys.count_mismatch", {"lent": loan.quantity})
    return replace(loan, state=LoanState.RETURNED, returned=returned, closed_at=item.corrected_at)


def _received(item: Item, loan: Loan) -> GivenBack | Refused:
    if not is_drawn(item):
        return UNSIGNED
    if loan.borrower.person_id == item.by:
        return Refused("keys.own_return")
    return GivenBack(
        at=item.corrected_at,
        by_id=item.by,
        by_name=item.by_name,
        quantity=loan.quantity,
        counted=(),
        condition="good",
    )
