"""A set, a loan and a memo as they stand: what acts change of them, and the columns that hold it. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, TypeVar
from uuid import UUID

import msgspec

from webapp.core.wire import Wire, plain
from webapp.domains.keys.rules.bodies import LoanReason
from webapp.domains.keys.rules.shapes import Borrower, KeyMandate, Proofs, WhoAt
from webapp.domains.keys.rules.states import KeySetState, LoanState

Standing = TypeVar("Standing", bound=Wire)


class KeySetStanding(Wire, frozen=True, kw_only=True):
    """What acts change of a set. `loan_id`: the loan that has it; `memo_id`: the incident that is open."""

    state: KeySetState
    loan_id: UUID | None = None
    memo_id: UUID | None = None
    custody_until: date | None = None
    mandate: KeyMandate | None = None
    mandate_serial: str | None = None
    closed_at: datetime | None = None


class GivenBack(Wire, frozen=True, kw_only=True):
    """What came back, counted by whom; `private` signatures stay with the act."""

    at: datetime
    by_id: UUID
    by_name: str
    quantity: int
    counted: tuple[int, ...]
    condition: Literal["good", "damaged"]
    returned_by: str = ""


class Alone(Wire, frozen=True, kw_only=True):
    """What one person did for both sides, and who looked at it since."""

    act_id: UUID
    act: str
    at: datetime
    by_id: UUID
    by_name: str
    countersigned: WhoAt | None = None


class Loan(Wire, frozen=True, kw_only=True):
    """A loan (借用钥匙登记表, one line). Moments are corrected, UTC.

    id_kept  an ID of the borrower lies in the office now
    """

    id: UUID
    key_set_id: UUID
    state: LoanState
    serial: str | None = None
    batch_id: UUID
    borrower: Borrower
    borrower_id: UUID | None = None
    quantity: int
    reason: LoanReason
    emergency_id: UUID | None = None
    due_at: datetime
    chase_from: datetime | None = None
    requested: WhoAt
    lent_at: datetime | None = None
    lent: WhoAt | None = None
    proofs: Proofs | None = None
    consent: WhoAt | None = None
    id_kept: bool = False
    id_given_back_at: datetime | None = None
    returned: GivenBack | None = None
    refused_reason: str | None = None
    memo_id: UUID | None = None
    alone: tuple[Alone, ...] = ()
    closed_at: datetime | None = None


class Course(Wire, frozen=True, kw_only=True):
    """A part of the course of events."""

    at: datetime
    by_name: str
    text: str


class Agreed(Wire, frozen=True, kw_only=True):
    """Who consented to the measure."""

    by: Literal["developer", "owner"]
    name: str
    how: str
    at: datetime
    by_name: str


class Settled(Wire, frozen=True, kw_only=True):
    """How the incident ended."""

    outcome: Literal["found", "copied", "lock_changed", "retired"]
    cost: int | None = None
    payer: str = ""
    result: str
    at: datetime
    by_id: UUID
    by_name: str


class Memo(Wire, frozen=True, kw_only=True):
    """An incident (钥匙管理备忘录)."""

    id: UUID
    key_set_id: UUID
    loan_id: UUID | None = None
    serial: str | None = None
    what: Literal["lost", "damaged", "short"]
    opened_at: datetime
    by_id: UUID
    by_name: str
    reported_by: str = ""
    course: tuple[Course, ...] = ()
    agreed: Agreed | None = None
    settled: Settled | None = None
    closed_at: datetime | None = None


# What a column holds as JSON, by the name of the field.
_AS_JSON: Mapping[type[Wire], Mapping[str, Any]] = {
    KeySetStanding: {"mandate": KeyMandate | None},
    Loan: {
        "borrower": Borrower,
        "requested": WhoAt,
        "lent": WhoAt | None,
        "proofs": Proofs | None,
        "consent": WhoAt | None,
        "returned": GivenBack | None,
        "alone": tuple[Alone, ...],
    },
    Memo: {"course": tuple[Course, ...], "agreed": Agreed | None, "settled": Settled | None},
}


def columns(standing: Wire) -> dict[str, Any]:
    """Answer a standing as its columns hold it."""
    as_json = _AS_JSON[type(standing)]
    names = (field.name for field in msgspec.structs.fields(standing))
    return {name: plain(value) if name in as_json else value for name, value in _values(standing, names)}


def _values(standing: Wire, names: Any) -> Any:
    return ((name, getattr(standing, name)) for name in names)


def from_columns(kind: type[Standing], values: Mapping[str, Any]) -> Standing:
    """Answer the standing that columns hold; what else `values` has is left aside."""
    as_json = _AS_JSON[kind]
    return kind(
        **{
            field.name: msgspec.convert(values[field.name], type=as_json[field.name])
            if field.name in as_json
            else values[field.name]
            for field in msgspec.structs.fields(kind)
        }
    )
