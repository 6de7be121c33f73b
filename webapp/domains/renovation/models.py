"""The tables of renovations, written from logbook entries alone, so they name other rooms softly."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from webapp.core.db import Base
from webapp.domains.renovation.rules.states import Act, CaseState, NoticeState, PassState, RequestKind, RequestState

_NOT_OVER = text("closed_at IS NULL")


class _Keyed:
    """What every table of an estate has."""

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)


class _Made:
    """Who made a record, on what, and when it came in (`core.made`)."""

    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class _OfCase(_Keyed):
    """What every part of a renovation has."""

    renovation_id: Mapped[UUID]

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        """Find the parts of a renovation."""
        return (Index(None, "estate_id", "renovation_id"),)


class Renovation(_Keyed, _Made, Base):
    """One renovation, as `rules.standing.Case` says; `made` columns are those of the application."""

    __tablename__ = "renovations"
    __table_args__ = (
        Index(None, "estate_id", "state"),
        # REN-R11: one active renovation a unit, whatever two desks say at once.
        Index(
            "uq_renovations_one_a_unit",
            "estate_id",
            "unit_id",
            unique=True,
            sqlite_where=_NOT_OVER,
            postgresql_where=_NOT_OVER,
        ),
    )

    serial: Mapped[str | None] = mapped_column(String(32))
    state: Mapped[CaseState]
    unit_id: Mapped[UUID]
    applicant: Mapped[dict[str, Any]]
    contractor: Mapped[dict[str, Any]]
    person_in_charge: Mapped[UUID]
    scope: Mapped[str] = mapped_column(Text)
    planned_from: Mapped[date]
    planned_until: Mapped[date]
    heating: Mapped[bool]
    hot_work: Mapped[bool]
    workers: Mapped[list[Any]]
    papers: Mapped[list[Any]]
    signed: Mapped[list[Any]]
    agent: Mapped[str] = mapped_column(String(120))
    submitted_at: Mapped[datetime | None]
    missing: Mapped[list[Any]]
    review_due: Mapped[datetime | None]
    changed: Mapped[bool]
    decided: Mapped[dict[str, Any] | None]
    opinion: Mapped[str] = mapped_column(Text)
    joint_check: Mapped[dict[str, Any] | None]
    prices: Mapped[dict[str, Any]]
    permit_from: Mapped[date | None]
    permit_until: Mapped[date | None]
    permitted: Mapped[dict[str, Any] | None]
    started_at: Mapped[datetime | None]
    completed: Mapped[dict[str, Any] | None]
    accepted_on: Mapped[date | None]
    recheck_on: Mapped[date | None]
    rechecked: Mapped[dict[str, Any] | None]
    refund_due_on: Mapped[date | None]
    cancelled_reason: Mapped[str] = mapped_column(Text)
    closed_at: Mapped[datetime | None]
    filed: Mapped[dict[str, Any] | None]


class WorkerPass(_OfCase, Base):
    """A worker's pass (装修出入证), as `rules.standing.Pass` says."""

    __tablename__ = "renovation_passes"

    serial: Mapped[str | None] = mapped_column(String(32))
    worker_id: Mapped[UUID]
    name: Mapped[str] = mapped_column(String(80))
    photo: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[PassState]
    issued: Mapped[dict[str, Any]]
    ended: Mapped[dict[str, Any] | None]
    note: Mapped[str] = mapped_column(Text)


class SiteNotice(_OfCase, Base):
    """A rectification notice (装修违章整改通知单), as `rules.standing.Notice` says."""

    __tablename__ = "renovation_notices"

    serial: Mapped[str | None] = mapped_column(String(32))
    visit_id: Mapped[UUID | None]
    change_id: Mapped[UUID | None]
    items: Mapped[list[Any]]
    description: Mapped[str] = mapped_column(Text)
    photos: Mapped[list[Any]]
    grade: Mapped[str] = mapped_column(String(32))
    state: Mapped[NoticeState]
    stopped_at: Mapped[datetime | None]
    due_on: Mapped[date]
    served_to: Mapped[dict[str, Any]]
    refused_to_sign: Mapped[bool]
    witness: Mapped[str] = mapped_column(String(120))
    issued: Mapped[dict[str, Any]]
    fixed: Mapped[dict[str, Any] | None]
    verified: Mapped[dict[str, Any] | None]
    escalated: Mapped[dict[str, Any] | None]
    escalated_to: Mapped[str | None] = mapped_column(String(32))
    rounds: Mapped[list[Any]]


class SiteRequest(_OfCase, Base):
    """What was asked for while work runs, as `rules.standing.Request` says."""

    __tablename__ = "renovation_requests"

    serial: Mapped[str | None] = mapped_column(String(32))
    kind: Mapped[RequestKind]
    state: Mapped[RequestState]
    asked: Mapped[dict[str, Any]]
    from_on: Mapped[date | None]
    until_on: Mapped[date | None]
    persons: Mapped[int]
    said: Mapped[dict[str, Any]]
    decided: Mapped[dict[str, Any] | None]
    note: Mapped[str] = mapped_column(Text)


class SiteReceipt(_OfCase, Base):
    """A sum that came in or went out, in fen, as `rules.standing.Receipt` says."""

    __tablename__ = "renovation_receipts"

    line: Mapped[str] = mapped_column(String(32))
    direction: Mapped[str] = mapped_column(String(8))
    quantity: Mapped[int]
    amount: Mapped[int] = mapped_column(BigInteger)
    receipt_no: Mapped[str] = mapped_column(String(80))
    paid_at: Mapped[datetime]
    payer: Mapped[str] = mapped_column(Text)
    cashier: Mapped[dict[str, Any]]


class RenovationAct(_OfCase, _Made, Base):
    """What was done about a renovation: a line of its history. `at` is corrected, UTC; `said` the body as sent.

    private  what the book keeps apart: phones, four signs of IDs, drawn signatures; None once it is erased
    """

    __tablename__ = "renovation_acts"

    act: Mapped[Act]
    at: Mapped[datetime]
    phone_at: Mapped[datetime]
    before: Mapped[CaseState | None]
    state: Mapped[CaseState]
    serial: Mapped[str | None] = mapped_column(String(32))
    said: Mapped[dict[str, Any]]
    private: Mapped[dict[str, Any] | None]
    remarks: Mapped[list[Any]]


class SiteVisitRow(_OfCase, _Made, Base):
    """A visit to a site (装修巡查记录). `day`: the estate's day; `started_at` is corrected, UTC."""

    __tablename__ = "renovation_visits"

    serial: Mapped[str] = mapped_column(String(32))
    day: Mapped[date]
    started_at: Mapped[datetime]
    phone_started_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(32))
    stage: Mapped[str | None] = mapped_column(String(32))
    note: Mapped[str] = mapped_column(Text)
    workers_present: Mapped[int]
    said: Mapped[dict[str, Any]]
    answers: Mapped[list[Any]]
    photos: Mapped[list[Any]]
    remarks: Mapped[list[Any]]


class SiteNight(_OfCase, _Made, Base):
    """Who was seen in a unit at night, and how many were allowed to be."""

    __tablename__ = "renovation_night_checks"

    night: Mapped[date]
    persons: Mapped[int]
    allowed: Mapped[int]
    at: Mapped[datetime]
    said: Mapped[dict[str, Any]]
    remarks: Mapped[list[Any]]
