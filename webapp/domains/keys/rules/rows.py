"""What an entry of an act on keys makes: a line of the set's history, and all that it changed, as it stands. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.core.wire import plain, read
from webapp.domains.keys.rules.acting import LOAN_FORM, MANDATE_FORM, MEMO_FORM
from webapp.domains.keys.rules.bodies import OfKeySet, RegisterKeys
from webapp.domains.keys.rules.shapes import KeyPrivate
from webapp.domains.keys.rules.standing import KeySetStanding, Loan, Memo, columns
from webapp.domains.keys.rules.states import KeyAct, KeySetState
from webapp.ground.photos.uses import use_rows


def act_rows(act: KeyAct, body: type[OfKeySet], entry: Entry) -> Sequence[Row]:
    """Answer the act, the sets, the loans and the memo that it changed, and the photos it shows."""
    said = entry.read(body)
    loans = [read(Loan, loan) for loan in entry.judged["loans"]]
    memo = read(Memo, entry.judged["memo"]) if entry.judged["memo"] else None
    id_ = UUID(entry.item["id"])
    return [
        Row("key_acts", _key(entry, id_), _act(act, entry, said, memo)),
        *_sets(entry, said),
        *(Row("key_loans", _key(entry, loan.id), _numbered(columns(loan), loan, entry), shared=True) for loan in loans),
        *([Row("key_memos", _key(entry, memo.id), _memo(memo, entry), shared=True)] if memo else []),
        *use_rows(entry, act.kind, id_, _photos(said)),
    ]


def _key(entry: Entry, id_: UUID) -> dict[str, Any]:
    return {"estate_id": entry.estate_id, "id": id_}


def _act(act: KeyAct, entry: Entry, said: OfKeySet, memo: Memo | None) -> dict[str, Any]:
    judged, body = entry.judged, plain(said)
    for name in ("keySetId", "private"):
        body.pop(name, None)
    (standing,) = (one for id_, one in judged["sets"].items() if id_ == str(said.key_set_id))
    return {
        "key_set_id": said.key_set_id,
        "loan_id": getattr(said, "loan_id", None),
        "memo_id": getattr(said, "memo_id", None) or (memo.id if memo else None),
        "act": act,
        "at": datetime.fromisoformat(judged["at"]),
        "phone_at": datetime.fromisoformat(entry.item["recordedAt"]),
        "before": KeySetState(judged["before"]) if judged["before"] else None,
        "state": KeySetState(standing["state"]),
        "serial": entry.server["serial"],
        "said": body,
        "private": (entry.personal or {}).get("private"),
        "remarks": judged["remarks"],
        **made_columns(entry),
    }


def _sets(entry: Entry, said: OfKeySet) -> Iterator[Row]:
    for id_, told in entry.judged["sets"].items():
        standing = read(KeySetStanding, told)
        values = columns(standing)
        page = entry.server["page"]
        if standing.mandate and page == [MANDATE_FORM, str(standing.mandate.mandate_id)]:
            values["mandate_serial"] = entry.server["serial"]
        if isinstance(said, RegisterKeys):
            values |= _registered(entry, said)
        yield Row("key_sets", _key(entry, UUID(id_)), values, new=isinstance(said, RegisterKeys))


def _registered(entry: Entry, said: RegisterKeys) -> dict[str, Any]:
    told = plain(said)
    return {
        "key_no": said.key_no,
        "custody_kind": said.custody_kind,
        "unit_id": said.unit_id,
        "place_name": entry.judged["placeName"] or said.place_name,
        "items": told["items"],
        "quantity": sum(one.count for one in said.items),
        "cabinet_slot": said.cabinet_slot,
        "ring": said.ring,
        "owner_name": said.owner_name,
        "basis": said.basis,
        "received_on": said.received_on,
        "photos": told["photos"],
        "replaces": said.replaces,
        "owner_phone": _private(entry).phone,
        **made_columns(entry),
    }


def _private(entry: Entry) -> KeyPrivate:
    told = (entry.personal or {}).get("private")
    return read(KeyPrivate, told) if told else KeyPrivate()


def _numbered(values: dict[str, Any], loan: Loan, entry: Entry) -> dict[str, Any]:
    """Answer the columns of a loan with its number; one that stands on another's page keeps its own."""
    page = entry.server["page"]
    return values | ({"serial": entry.server["serial"]} if page == [LOAN_FORM, str(loan.id)] else {})


def _memo(memo: Memo, entry: Entry) -> dict[str, Any]:
    page = entry.server["page"]
    own = page == [MEMO_FORM, str(memo.id)]
    return columns(memo) | ({"serial": entry.server["serial"]} if own else {})


def _photos(said: OfKeySet) -> Iterator[str]:
    for photo in getattr(said, "photos", ()):
        yield photo.sha256
    proofs = getattr(said, "proofs", None)
    if proofs and proofs.mandate:
        for photo in proofs.mandate.photos:
            yield photo.sha256
