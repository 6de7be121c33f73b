"""A renovation as it stands, and what belongs to it: passes, notices, requests, receipts. Pure."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from webapp.core.wire import Wire
from webapp.domains.renovation.rules.shapes import (
    Applicant,
    Contractor,
    FeeLine,
    PaperCode,
    Party,
    Photo,
    Served,
    WhoAt,
    Worker,
)
from webapp.domains.renovation.rules.states import CaseState, NoticeState, PassState, RequestKind, RequestState


class Paper(Wire, frozen=True, kw_only=True):
    """A paper that lies here."""

    code: PaperCode
    photos: tuple[Photo, ...] = ()
    sealed: bool = False
    signed_by: tuple[Party, ...] = ()
    note: str = ""
    at: datetime
    by_name: str


class FormSigned(Wire, frozen=True, kw_only=True):
    """That a party signed a form on the screen; the strokes stay with the act."""

    form: PaperCode
    party: Party
    name: str
    at: datetime


class JointCheck(Wire, frozen=True, kw_only=True):
    """What the first check with the owner came to (`renovation.md` 7)."""

    at: datetime
    by_id: UUID
    by_name: str
    water_test: Literal["done", "recommended"]
    abnormal: tuple[str, ...] = ()


class Case(Wire, frozen=True, kw_only=True):
    """One renovation. Moments are corrected, UTC; days are the estate's.

    missing      the papers that were said to be missing when it was given back
    changed      something was handed in since engineering sent it back
    prices       what each line cost when it was paid
    accepted_on  the day of the passing acceptance, or re-inspection
    recheck_on   from that day on it may be rechecked (REN-R14)
    """

    id: UUID
    state: CaseState
    unit_id: UUID
    applicant: Applicant
    contractor: Contractor
    person_in_charge: UUID
    scope: str
    planned_from: date
    planned_until: date
    heating: bool = False
    hot_work: bool = False
    workers: tuple[Worker, ...] = ()
    papers: tuple[Paper, ...] = ()
    signed: tuple[FormSigned, ...] = ()
    agent: str = ""
    submitted_at: datetime | None = None
    missing: tuple[str, ...] = ()
    review_due: datetime | None = None
    changed: bool = False
    decided: WhoAt | None = None
    opinion: str = ""
    joint_check: JointCheck | None = None
    prices: dict[str, int] = {}
    permit_from: date | None = None
    permit_until: date | None = None
    permitted: WhoAt | None = None
    started_at: datetime | None = None
    completed: WhoAt | None = None
    accepted_on: date | None = None
    recheck_on: date | None = None
    rechecked: WhoAt | None = None
    refund_due_on: date | None = None
    cancelled_reason: str = ""
    closed_at: datetime | None = None
    filed: WhoAt | None = None

    def worker(self, worker_id: UUID) -> Worker | None:
        """Answer a worker of the list."""
        return next((one for one in self.workers if one.worker_id == worker_id), None)

    def paper(self, code: str) -> Paper | None:
        """Answer a paper that lies here."""
        return next((one for one in self.papers if one.code == code), None)


class Pass(Wire, frozen=True, kw_only=True):
    """A worker's pass (装修出入证). `note`: how it was lost, why it was revoked."""

    id: UUID
    renovation_id: UUID
    worker_id: UUID
    name: str
    photo: str | None = None
    state: PassState
    issued: WhoAt
    ended: WhoAt | None = None
    note: str = ""


class Round(Wire, frozen=True, kw_only=True):
    """One look at whether what a notice asks for is done."""

    at: datetime
    by_name: str
    passed: bool
    note: str = ""
    photos: tuple[Photo, ...] = ()


class Notice(Wire, frozen=True, kw_only=True):
    """A rectification notice (装修违章整改通知单)."""

    id: UUID
    renovation_id: UUID
    visit_id: UUID | None = None
    change_id: UUID | None = None
    items: tuple[str, ...]
    description: str
    photos: tuple[Photo, ...]
    grade: Literal["general", "major"]
    state: NoticeState
    stopped_at: datetime | None = None
    due_on: date
    served_to: Served
    refused_to_sign: bool = False
    witness: str = ""
    issued: WhoAt
    fixed: WhoAt | None = None
    verified: WhoAt | None = None
    escalated: WhoAt | None = None
    escalated_to: Literal["violation", "authority"] | None = None
    rounds: tuple[Round, ...] = ()


class Request(Wire, frozen=True, kw_only=True):
    """What was asked for while work runs. `said`: as the act said it; the days and persons are those that count."""

    id: UUID
    renovation_id: UUID
    kind: RequestKind
    state: RequestState
    asked: WhoAt
    from_on: date | None = None
    until_on: date | None = None
    persons: int = 0
    said: dict[str, Any] = {}
    decided: WhoAt | None = None
    note: str = ""


class Receipt(Wire, frozen=True, kw_only=True):
    """A sum that came in or went out, in fen; `payer`: whose it was, or what a part of a deposit was kept for."""

    id: UUID
    renovation_id: UUID
    line: FeeLine
    direction: Literal["in", "out", "kept"]
    quantity: int
    amount: int
    receipt_no: str
    paid_at: datetime
    payer: str = ""
    cashier: WhoAt
