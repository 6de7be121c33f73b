"""Keys lost or damaged: the memo from the report to the new lock (`keys.md` 5). Pure."""

from collections.abc import Mapping
from uuid import UUID

from msgspec.structs import replace

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Item, Refused
from webapp.core.errors import NotAllowed
from webapp.domains.keys.rules.acting import MEMO_FORM, KeyFacts, KnownSet, Ruling
from webapp.domains.keys.rules.bodies import AddToMemo, AgreeMemo, ReportKeys, SettleMemo
from webapp.domains.keys.rules.standing import Agreed, Course, KeySetStanding, Loan, Memo, Settled
from webapp.domains.keys.rules.states import FINAL, KeySetState, LoanState

# Who must agree before a key is copied or a lock changed; common rooms are the office's own.
PARTY: Mapping[str, str] = {
    "developer_held": "developer",
    "owner_entrusted": "owner",
    "repair_retained": "owner",
}


def report(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Open a memo; a loan that had the set is lost with it, whether the keys are gone or broken."""
    body: ReportKeys = item.body
    loan = facts.open_loan(known.id)
    if body.loan_id != (loan.id if loan else None):
        return Refused("keys.unknown_loan", {"loan": str(body.loan_id)})
    memo = Memo(
        id=item.id,
        key_set_id=known.id,
        loan_id=body.loan_id,
        what=body.what,
        opened_at=item.corrected_at,
        by_id=item.by,
        by_name=item.by_name,
        reported_by=body.reported_by,
        course=(_course(item, body.course),),
    )
    lost = [replace(loan, state=LoanState.LOST, memo_id=memo.id)] if loan else []
    standing = replace(known.standing, state=KeySetState.INCIDENT, loan_id=None, memo_id=memo.id)
    return Ruling(standing, lost, memo, page=(MEMO_FORM, str(memo.id)))


def add(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Write more of the course of events."""
    body: AddToMemo = item.body
    memo = _open_memo(body.memo_id, known, facts)
    if memo is None:
        return _unknown(body.memo_id)
    return _ruled(known, replace(memo, course=(*memo.course, _course(item, body.course))))


def agree(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Note that the party whose keys they are consents to the measure."""
    body: AgreeMemo = item.body
    memo = _open_memo(body.memo_id, known, facts)
    if memo is None:
        return _unknown(body.memo_id)
    if body.by != PARTY.get(known.custody_kind):
        return Refused("keys.wrong_party", {"by": PARTY.get(known.custody_kind)})
    agreed = Agreed(by=body.by, name=body.name, how=body.how, at=item.corrected_at, by_name=item.by_name)
    return _ruled(known, replace(memo, agreed=agreed))


def settle(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """End the incident: found complete, copied, or with a new lock, which nobody does without consent."""
    body: SettleMemo = item.body
    memo = _open_memo(body.memo_id, known, facts)
    if memo is None:
        return _unknown(body.memo_id)
    if body.outcome != "found":
        if item.role not in OVERSEERS:
            return Refused(NotAllowed.code)
        party = PARTY.get(known.custody_kind)
        if party and memo.agreed is None:
            return Refused("keys.agreement_missing", {"by": party})  # acceptance 7
    done = Settled(
        outcome=body.outcome,
        cost=body.cost,
        payer=body.payer,
        result=body.result,
        at=item.corrected_at,
        by_id=item.by,
        by_name=item.by_name,
    )
    unlocked = body.outcome == "copied" and memo.what != "damaged"
    remarks = ["keys.lock_unchanged"] if unlocked else []
    if body.outcome != "lock_changed":
        standing = replace(known.standing, state=KeySetState.IN_CABINET, memo_id=None)
        return _closed(item, standing, memo, done, facts, remarks=remarks)
    return _closed(item, retired(known.standing, item), memo, done, facts, others=_of_the_lock(item, known, facts))


def retire(item: Item, known: KnownSet, facts: KeyFacts) -> Ruling | Refused:
    """Take a set out of use for good; an incident of it ends with it."""
    memo = facts.memos.get(known.standing.memo_id) if known.standing.memo_id else None
    standing = retired(known.standing, item)
    if memo is None:
        return Ruling(standing)
    result = item.body.reason
    over = Settled(outcome="retired", result=result, at=item.corrected_at, by_id=item.by, by_name=item.by_name)
    return _closed(item, standing, memo, over, facts)


def retired(standing: KeySetStanding, item: Item) -> KeySetStanding:
    """Answer a set that opens nothing any more."""
    over = {"state": KeySetState.RETIRED, "memo_id": None, "loan_id": None, "closed_at": item.corrected_at}
    return replace(standing, **over)


def _of_the_lock(item: Item, known: KnownSet, facts: KeyFacts) -> dict[UUID, KeySetStanding]:
    """Answer the other sets of the unit, which a new lock makes useless; one on loan still has to come back."""
    return {
        one.id: retired(one.standing, item)
        for one in facts.sets.values()
        if one.id != known.id
        and known.unit_id is not None
        and one.unit_id == known.unit_id
        and one.standing.state is KeySetState.IN_CABINET
        and one.standing.state not in FINAL
    }


def _closed(
    item: Item,
    standing: KeySetStanding,
    memo: Memo,
    done: Settled,
    facts: KeyFacts,
    *,
    others: Mapping[UUID, KeySetStanding] | None = None,
    remarks: list[str] | None = None,
) -> Ruling:
    loan = facts.loans.get(memo.loan_id) if memo.loan_id else None
    over = replace(memo, settled=done, closed_at=item.corrected_at)
    loans = [_settled(item, loan)] if loan else []
    return Ruling(standing, loans, over, others or {}, remarks or (), (MEMO_FORM, str(memo.id)))


def _settled(item: Item, loan: Loan) -> Loan:
    back: dict[str, object] = {}
    if loan.id_kept and getattr(item.body, "id_given_back", False):
        back = {"id_kept": False, "id_given_back_at": item.corrected_at}
    if loan.state not in (LoanState.RETURNED_SHORT, LoanState.LOST):
        return replace(loan, **back)
    return replace(loan, state=LoanState.SETTLED, closed_at=item.corrected_at, **back)


def _open_memo(memo_id: UUID, known: KnownSet, facts: KeyFacts) -> Memo | None:
    return facts.memos.get(memo_id) if memo_id == known.standing.memo_id else None


def _unknown(memo_id: UUID) -> Refused:
    return Refused("keys.unknown_memo", {"memo": str(memo_id)})


def _course(item: Item, text: str) -> Course:
    return Course(at=item.corrected_at, by_name=item.by_name, text=text)


def _ruled(known: KnownSet, memo: Memo) -> Ruling:
    return Ruling(known.standing, memo=memo, page=(MEMO_FORM, str(memo.id)))
