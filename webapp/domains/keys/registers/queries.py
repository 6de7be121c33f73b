"""The lines of the registers, a page at a time, oldest first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from webapp.core.wire import plain
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules.states import KeyAct
from webapp.ground.calendar.rules import moment_at

Data = dict[str, Any]
Register = Literal["mandates", "loans", "memos"]
REGISTERS: tuple[Register, ...] = ("mandates", "loans", "memos")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines: of these days of the estate, both included, behind the line `after`."""

    zone: str
    since: date | None = None
    until: date | None = None
    after: UUID | None = None
    limit: int = 200


def lines(session: Session, estate_id: UUID, which: Register, asked: Asked) -> tuple[list[Data], UUID | None]:
    """Answer a page of a register, and the line to go on after."""
    read, table, at = _READ[which]
    query = read(estate_id).where(*_between(at, asked)).order_by(table.id).limit(asked.limit + 1)
    if asked.after:
        query = query.where(table.id > asked.after)
    found = session.execute(query).all()
    page = found[: asked.limit]
    told = _TOLD[which](session, estate_id, page)
    return told, page[-1][0].id if len(found) > asked.limit else None


def told_lines(session: Session, estate_id: UUID, which: Register, ids: Collection[UUID]) -> dict[str, Data]:
    """Answer these lines of a register by their ids; of mandates, those of the acts that brought them."""
    read, table, _ = _READ[which]
    found = session.execute(read(estate_id).where(table.id.in_(ids)).order_by(table.id)).all()
    return {line["id"]: line for line in _TOLD[which](session, estate_id, found)}


def _between(at: Any, asked: Asked) -> list[ColumnElement[bool]]:
    bounds = []
    if asked.since:
        bounds.append(at >= moment_at(asked.since, "00:00", asked.zone))
    if asked.until:
        bounds.append(at < moment_at(asked.until + timedelta(days=1), "00:00", asked.zone))
    return bounds


def _with_set(table: Any, estate_id: UUID) -> Select[Any]:
    key_set = (KeySet.estate_id == table.estate_id) & (KeySet.id == table.key_set_id)
    return select(table, KeySet).join(KeySet, key_set).where(table.estate_id == estate_id)


def _mandates(estate_id: UUID) -> Select[Any]:
    signed = KeyActRow.act.in_((KeyAct.REGISTER, KeyAct.MANDATE)) & KeyActRow.serial.is_not(None)
    return _with_set(KeyActRow, estate_id).where(signed)


def _loans(estate_id: UUID) -> Select[Any]:
    return _with_set(KeyLoan, estate_id)


def _memos(estate_id: UUID) -> Select[Any]:
    return _with_set(KeyMemo, estate_id)


_READ: Mapping[Register, Any] = {
    "mandates": (_mandates, KeyActRow, KeyActRow.at),
    "loans": (_loans, KeyLoan, func.coalesce(KeyLoan.lent_at, KeyLoan.due_at)),
    "memos": (_memos, KeyMemo, KeyMemo.opened_at),
}


def _told_mandates(session: Session, estate_id: UUID, page: Sequence[Any]) -> list[Data]:
    gone = _handed_over(session, estate_id, [key_set.id for _, key_set in page])
    return [
        {
            **_line(act.id, act.serial, key_set),
            "date": act.said["mandate"]["date"],
            "ownerName": key_set.owner_name,
            "quantity": key_set.quantity,
            "reason": act.said["mandate"]["reason"],
            "collectionRequirements": act.said["mandate"]["collectionRequirements"],
            "custodyUntil": act.said["mandate"]["custodyUntil"],
            "byName": act.by_name,
            "handedOver": gone.get(key_set.id),
        }
        for act, key_set in page
    ]


def _handed_over(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> dict[UUID, Data]:
    acts = select(KeyActRow).where(KeyActRow.estate_id == estate_id, KeyActRow.act == KeyAct.HAND_OVER)
    return {
        act.key_set_id: {"at": plain(act.at), "collector": act.said["collector"]["name"], "proof": act.said["proof"]}
        for act in session.scalars(acts.where(KeyActRow.key_set_id.in_(ids)))
    }


def _told_loans(session: Session, estate_id: UUID, page: Sequence[Any]) -> list[Data]:
    phones = _phones(session, estate_id, [loan.id for loan, _ in page])
    return [{**_line(loan.id, loan.serial, key_set), **_loan(loan, phones.get(loan.id, ""))} for loan, key_set in page]


def _loan(loan: KeyLoan, phone: str) -> Data:
    back, proofs = loan.returned or {}, loan.proofs or {}
    return {
        "lentAt": plain(loan.lent_at),
        "quantity": loan.quantity,
        "dueAt": plain(loan.due_at),
        "reason": loan.reason,
        "borrower": loan.borrower["name"],
        "department": loan.borrower["department"],
        "phone": phone,
        "lentBy": loan.lent["name"] if loan.lent else None,
        "state": loan.state.value,
        "returnedAt": back.get("at"),
        "returnedQuantity": back.get("quantity"),
        "receiver": back.get("byName"),
        "ownerCalledAt": (proofs.get("call") or {}).get("calledAt"),
        "idKept": loan.id_kept,
        "idGivenBackAt": plain(loan.id_given_back_at),
    }


def _phones(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> dict[UUID, str]:
    asked = (KeyAct.LEND, KeyAct.REQUEST)
    query = select(KeyActRow.loan_id, KeyActRow.private).where(KeyActRow.estate_id == estate_id)
    rows = session.execute(query.where(KeyActRow.loan_id.in_(ids), KeyActRow.act.in_(asked)))
    return {loan_id: private["phone"] for loan_id, private in rows if loan_id and private}


def _told_memos(session: Session, estate_id: UUID, page: Sequence[Any]) -> list[Data]:
    return [{**_line(memo.id, memo.serial, key_set), **_memo(memo)} for memo, key_set in page]


def _memo(memo: KeyMemo) -> Data:
    agreed, settled = memo.agreed or {}, memo.settled or {}
    return {
        "openedAt": plain(memo.opened_at),
        "what": memo.what,
        "reportedBy": memo.reported_by,
        "course": [one["text"] for one in memo.course],
        "agreedBy": agreed.get("name"),
        "agreedHow": agreed.get("how"),
        "outcome": settled.get("outcome"),
        "cost": settled.get("cost"),
        "payer": settled.get("payer"),
        "result": settled.get("result"),
        "closedAt": plain(memo.closed_at),
    }


def _line(id_: UUID, serial: str | None, key_set: KeySet) -> Data:
    told = {"keySetId": str(key_set.id), "keyNo": key_set.key_no, "placeName": key_set.place_name}
    return {"id": str(id_), "serial": serial, **told}


_TOLD: Mapping[Register, Any] = {"mandates": _told_mandates, "loans": _told_loans, "memos": _told_memos}
