"""Reads of keys for the desk: a set with all that belongs to it, who has what, how kept IDs stand."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.wire import plain
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules.states import LoanState
from webapp.domains.keys.telling import told_act, told_loans, told_memo, told_sets

Data = dict[str, Any]


def key_set(session: Session, estate_id: UUID, set_id: UUID) -> Data:
    """Answer a set with its loans, memos and all that was done, each newest first; raises NotFound."""
    found = session.get(KeySet, (estate_id, set_id))
    if found is None:
        raise NotFound(set=str(set_id))
    loans = session.scalars(_of(KeyLoan, found).order_by(KeyLoan.id.desc())).all()
    memos = session.scalars(_of(KeyMemo, found).order_by(KeyMemo.opened_at.desc()))
    acts = session.scalars(_of(KeyActRow, found).order_by(KeyActRow.entry.desc()))
    return {
        "id": str(set_id),
        "set": told_sets(session, estate_id, [found])[set_id],
        "loans": _lines(session, estate_id, loans),
        "memos": [told_memo(memo) for memo in memos],
        "acts": [{**told_act(act), "said": act.said, "serial": act.serial} for act in acts],
    }


def _of(table: Any, found: KeySet) -> Any:
    return select(table).where(table.estate_id == found.estate_id, table.key_set_id == found.id)


def _lines(session: Session, estate_id: UUID, loans: Sequence[KeyLoan]) -> list[Data]:
    return [{"id": str(id_), **data} for id_, data in told_loans(session, estate_id, loans).items()]


def borrowers(session: Session, estate_id: UUID) -> Data:
    """Answer who has keys now, by name, each with the loans by due date; and how kept IDs stand (KEY-I11)."""
    out = KeyLoan.state.in_((LoanState.OPEN, LoanState.DISPUTED))
    query = select(KeyLoan).where(KeyLoan.estate_id == estate_id, out).order_by(KeyLoan.due_at, KeyLoan.id)
    loans = session.scalars(query).all()
    told = told_loans(session, estate_id, loans)
    by_name: dict[tuple[str, str], list[Data]] = {}
    for loan in loans:
        who = loan.borrower["name"], loan.borrower["department"]
        by_name.setdefault(who, []).append({"id": str(loan.id), **told[loan.id]})
    people = [_person(name, department, by_name[name, department]) for name, department in sorted(by_name)]
    return {"borrowers": people, "ids": _ids(session, estate_id)}


def _person(name: str, department: str, loans: Sequence[Data]) -> Data:
    phone = next((one["phone"] for one in loans if one["phone"]), "")
    shown = ("id", "keySetId", "keyNo", "placeName", "quantity", "lentAt", "dueAt", "chaseFrom", "state")
    return {
        "name": name,
        "department": department,
        "phone": phone,
        "loans": [{field: loan[field] for field in shown} for loan in loans],
    }


def _ids(session: Session, estate_id: UUID) -> Data:
    """Answer the loans of non-owners that are out without an ID kept, and the IDs kept without such a loan."""
    query = select(KeyLoan).where(KeyLoan.estate_id == estate_id, KeyLoan.id_kept | (KeyLoan.state == LoanState.OPEN))
    kept, needed = set(), set()
    for loan in session.scalars(query):
        if loan.id_kept:
            kept.add(loan.id)
        if loan.state is LoanState.OPEN and loan.borrower["kind"] in ("tenant", "agent"):
            needed.add(loan.id)
    return {
        "kept": len(kept),
        "missing": [plain(id_) for id_ in sorted(needed - kept)],
        "toGiveBack": [plain(id_) for id_ in sorted(kept - needed)],
    }
