"""Everything that stands on the page of one loan, or of one memo, read for printing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules.states import KeyAct
from webapp.ground.books import language_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved, proof_of


@dataclass(frozen=True, slots=True)
class CasePage:
    """What a loan and a memo have in common: the set, and all that was done, oldest first."""

    estate: Estate
    key_set: KeySet
    acts: Sequence[KeyActRow]
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return language_of(self.estate)

    @property
    def photos(self) -> list[str]:
        """Hashes of the photos that the acts bring, each once, in their order."""
        shown = [photo["sha256"] for act in self.acts for photo in _photos(act.said)]
        return list(dict.fromkeys(shown))

    def last(self, *acts: KeyAct) -> KeyActRow | None:
        """Answer the last of these acts that was done."""
        return next((act for act in reversed(self.acts) if act.act in acts), None)

    def private(self, name: str) -> Any:
        """Answer what was last said apart under that name, unless it is erased."""
        told = (act.private[name] for act in reversed(self.acts) if act.private and act.private.get(name))
        return next(told, None)


@dataclass(frozen=True, slots=True)
class LoanPage(CasePage):
    """One loan as it stands now."""

    loan: KeyLoan


@dataclass(frozen=True, slots=True)
class MemoPage(CasePage):
    """One memo as it stands now; `loan` is the number of the loan during which it happened."""

    memo: KeyMemo
    loan: str | None


def _photos(said: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    mandate = (said.get("proofs") or {}).get("mandate") or {}
    return [*said.get("photos", ()), *mandate.get("photos", ())]


def loan_page(session: Session, estate_id: UUID, loan_id: UUID) -> LoanPage:
    """Answer the loan; raises NotFound."""
    loan = session.get(KeyLoan, (estate_id, loan_id))
    if loan is None or loan.serial is None:
        raise NotFound(loan=str(loan_id))
    acts = _acts(session, estate_id, _of_loans([loan]))
    return LoanPage(**_common(session, loan, [act for act in acts if _concerns(act, loan)]), loan=loan)


def memo_page(session: Session, estate_id: UUID, memo_id: UUID) -> MemoPage:
    """Answer the memo; raises NotFound."""
    memo = session.get(KeyMemo, (estate_id, memo_id))
    if memo is None or memo.serial is None:
        raise NotFound(memo=str(memo_id))
    loan = session.get(KeyLoan, (estate_id, memo.loan_id)) if memo.loan_id else None
    acts = _acts(session, estate_id, KeyActRow.memo_id == memo_id)
    return MemoPage(**_common(session, memo, acts), memo=memo, loan=loan.serial if loan else None)


def _common(session: Session, row: KeyLoan | KeyMemo, acts: Sequence[KeyActRow]) -> dict[str, Any]:
    return {
        "estate": session.get_one(Estate, row.estate_id),
        "key_set": session.get_one(KeySet, (row.estate_id, row.key_set_id)),
        "acts": acts,
        "proved": proof_of(session, row.estate_id, {act.entry for act in acts}),
    }


def loan_entries(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, set[int]]:
    """Answer the numbers of all entries that each of these loans is written from."""
    query = select(KeyLoan).where(KeyLoan.estate_id == estate_id, KeyLoan.id.in_(ids))
    loans = session.scalars(query).all()
    acts = _acts(session, estate_id, _of_loans(loans)) if loans else []
    found = {loan.id: {act.entry for act in acts if _concerns(act, loan)} for loan in loans}
    return {id_: found.get(id_, set()) for id_ in ids}


def memo_entries(session: Session, estate_id: UUID, ids: Collection[UUID]) -> dict[UUID, set[int]]:
    """Answer the numbers of all entries that each of these memos is written from."""
    found: dict[UUID, set[int]] = {id_: set() for id_ in ids}
    for act in _acts(session, estate_id, KeyActRow.memo_id.in_(ids)):
        if act.memo_id:
            found[act.memo_id].add(act.entry)
    return found


def _of_loans(loans: Sequence[KeyLoan]) -> ColumnElement[bool]:
    decided = KeyActRow.key_set_id.in_([loan.key_set_id for loan in loans]) & (KeyActRow.act == KeyAct.RESOLVE)
    memos = [loan.memo_id for loan in loans if loan.memo_id]
    return or_(KeyActRow.loan_id.in_([loan.id for loan in loans]), KeyActRow.memo_id.in_(memos), decided)


def _concerns(act: KeyActRow, loan: KeyLoan) -> bool:
    if act.act is KeyAct.RESOLVE:
        named = [act.said["holderLoanId"], *(other["loanId"] for other in act.said["others"])]
        return str(loan.id) in named
    return act.loan_id == loan.id or (act.memo_id is not None and act.memo_id == loan.memo_id)


def _acts(session: Session, estate_id: UUID, which: ColumnElement[bool]) -> Sequence[KeyActRow]:
    query = select(KeyActRow).where(KeyActRow.estate_id == estate_id, which)
    return session.scalars(query.order_by(KeyActRow.entry)).all()
