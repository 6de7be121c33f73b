"""Key sets and loans as phones hold them; some queries a page, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from webapp.core.wire import plain
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules.states import KeyAct, LoanState

Data = dict[str, Any]
Acts = Mapping[UUID, Sequence[KeyActRow]]


def told_sets(session: Session, estate_id: UUID, sets: Sequence[KeySet]) -> dict[UUID, Data]:
    """Answer each of these sets as phones hold it, in their order."""
    memos = _memos(session, estate_id, [one.memo_id for one in sets if one.memo_id])
    disputed = _disputed(session, estate_id, [one.id for one in sets])
    ids = KeyActRow.key_set_id.in_([one.id for one in sets])
    calls = _acts(session, estate_id, ids & KeyActRow.loan_id.is_(None) & (KeyActRow.act == KeyAct.CALL), "key_set_id")
    return {
        one.id: told_set(one, memos.get(one.memo_id) if one.memo_id else None, disputed[one.id], calls[one.id])
        for one in sets
    }


def told_set(one: KeySet, memo: Data | None, disputed: Sequence[str], calls: Sequence[KeyActRow]) -> Data:
    """Answer a set as phones hold it, with its open memo, the loans in question and the calls about its custody."""
    told = {"memo": memo, "disputed": disputed, "custodyCalls": [_call(act) for act in calls]}
    return {**_registered(one), **_standing(one), **told}


def _registered(one: KeySet) -> Data:
    return {
        "keyNo": one.key_no,
        "custodyKind": one.custody_kind,
        "unitId": plain(one.unit_id),
        "placeName": one.place_name,
        "items": one.items,
        "quantity": one.quantity,
        "cabinetSlot": one.cabinet_slot,
        "ring": one.ring,
        "ownerName": one.owner_name,
        "ownerPhone": one.owner_phone,
        "basis": one.basis,
        "receivedOn": one.received_on.isoformat(),
        "receivedBy": {"id": str(one.by_id), "name": one.by_name},
        "photos": one.photos,
        "replaces": plain(one.replaces),
        "registeredAt": plain(one.received_at),
    }


def _standing(one: KeySet) -> Data:
    return {
        "state": one.state.value,
        "loanId": plain(one.loan_id),
        "serial": one.mandate_serial,
        "custodyUntil": plain(one.custody_until),
        "mandate": {**one.mandate, "serial": one.mandate_serial} if one.mandate else None,
        "closedAt": plain(one.closed_at),
    }


def _memos(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> dict[UUID, Data]:
    query = select(KeyMemo).where(KeyMemo.estate_id == estate_id, KeyMemo.id.in_(ids))
    return {memo.id: told_memo(memo) for memo in session.scalars(query)} if ids else {}


def told_memo(memo: KeyMemo) -> Data:
    """Answer a memo as phones hold it."""
    return {
        "memoId": str(memo.id),
        "serial": memo.serial,
        "what": memo.what,
        "openedAt": plain(memo.opened_at),
        "byName": memo.by_name,
        "reportedBy": memo.reported_by,
        "loanId": plain(memo.loan_id),
        "course": memo.course,
        "agreed": memo.agreed,
        "settled": memo.settled,
        "closedAt": plain(memo.closed_at),
    }


def _disputed(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    query = (
        select(KeyLoan.key_set_id, KeyLoan.id)
        .where(KeyLoan.estate_id == estate_id, KeyLoan.key_set_id.in_(ids), KeyLoan.state == LoanState.DISPUTED)
        .order_by(KeyLoan.id)
    )
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for set_id, loan_id in session.execute(query):
        found[set_id].append(str(loan_id))
    return found


def told_loans(session: Session, estate_id: UUID, loans: Sequence[KeyLoan]) -> dict[UUID, Data]:
    """Answer each of these loans as phones hold it, in their order."""
    acts = _acts(session, estate_id, KeyActRow.loan_id.in_([loan.id for loan in loans]), "loan_id")
    sets = _names(session, estate_id, {loan.key_set_id for loan in loans})
    return {loan.id: told_loan(loan, sets, acts[loan.id]) for loan in loans}


def told_loan(loan: KeyLoan, sets: Mapping[UUID, tuple[str, str]], acts: Sequence[KeyActRow]) -> Data:
    """Answer a loan as phones hold it; `sets` has number and place of its set."""
    return {**_loan(loan, sets), **_done(acts)}


def _names(session: Session, estate_id: UUID, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    query = select(KeySet.id, KeySet.key_no, KeySet.place_name).where(KeySet.estate_id == estate_id, KeySet.id.in_(ids))
    return {id_: (key_no, place) for id_, key_no, place in session.execute(query)}


def _loan(loan: KeyLoan, sets: Mapping[UUID, tuple[str, str]]) -> Data:
    key_no, place_name = sets.get(loan.key_set_id, ("", ""))
    return {
        "keySetId": str(loan.key_set_id),
        "keyNo": key_no,
        "placeName": place_name,
        "batchId": str(loan.batch_id),
        "state": loan.state.value,
        "serial": loan.serial,
        "reason": loan.reason,
        "emergencyId": plain(loan.emergency_id),
        "borrower": loan.borrower,
        "quantity": loan.quantity,
        "requestedAt": loan.requested["at"],
        "requestedBy": _name(loan.requested),
        "lentAt": plain(loan.lent_at),
        "lentBy": _name(loan.lent),
        "dueAt": plain(loan.due_at),
        "chaseFrom": plain(loan.chase_from),
        "consent": loan.consent and {**_by(loan.consent), "at": loan.consent["at"]},
        "proofs": loan.proofs,
        "idKept": loan.id_kept,
        "idGivenBackAt": plain(loan.id_given_back_at),
        "returned": loan.returned,
        "refusedReason": loan.refused_reason,
        "memoId": plain(loan.memo_id),
        "closedAt": plain(loan.closed_at),
        "alone": [{**one, "countersigned": _signed(one["countersigned"])} for one in loan.alone],
    }


def _name(who: Mapping[str, Any] | None) -> Data | None:
    return {"id": who["id"], "name": who["name"]} if who else None


def _by(who: Mapping[str, Any]) -> Data:
    return {"byId": who["id"], "byName": who["name"]}


def _signed(who: Mapping[str, Any] | None) -> Data | None:
    return {**_by(who), "at": who["at"]} if who else None


def _done(acts: Sequence[KeyActRow]) -> Data:
    private = [act.private for act in acts if act.private]
    return {
        "phone": next((one["phone"] for one in private if one["phone"]), ""),
        "idLast4": next((one["idLast4"] for one in private if one["idLast4"]), ""),
        "calls": [_call(act) for act in acts if act.act is KeyAct.CALL],
        "acts": [told_act(act) for act in acts],
    }


def told_act(act: KeyActRow) -> Data:
    """Answer an act as phones hold it."""
    return {
        "id": str(act.id),
        "act": act.act.value,
        "at": plain(act.at),
        "byId": str(act.by_id),
        "byName": act.by_name,
        "remarks": act.remarks,
    }


def _call(act: KeyActRow) -> Data:
    said = act.said
    told = {name: said[name] for name in ("whom", "number", "result", "promise")}
    return {"at": said["calledAt"], "byName": act.by_name, **told}


def _acts(session: Session, estate_id: UUID, which: ColumnElement[bool], by: str) -> Acts:
    acts: defaultdict[UUID, list[KeyActRow]] = defaultdict(list)
    query = select(KeyActRow).where(KeyActRow.estate_id == estate_id, which).order_by(KeyActRow.entry)
    for act in session.scalars(query):
        acts[getattr(act, by)].append(act)
    return acts
