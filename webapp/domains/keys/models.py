"""The tables of keys, written from logbook entries alone, so they name other rooms softly."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.domains.keys.rules.states import KeyAct, KeySetState, LoanState

_IS_OPEN = text("state = 'open'")


class KeySet(Base):
    """One key set (钥匙), lent whole. What was registered, and from `state` on what acts change.

    items        as sent (`rules.shapes.KeyItem`); `quantity` counts them together
    owner_phone  the registered number, on which an owner is called
    mandate      the newest (`rules.shapes.KeyMandate`), without its signature
    loan_id, memo_id  of the loan that has it, of the incident that is open
    """

    __tablename__ = "key_sets"
    __table_args__ = (
        Index(None, "estate_id", "key_no"),
        Index(None, "estate_id", "unit_id"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    key_no: Mapped[str] = mapped_column(String(80))
    custody_kind: Mapped[str] = mapped_column(String(32))
    unit_id: Mapped[UUID | None]
    place_name: Mapped[str] = mapped_column(String(240))
    items: Mapped[list[Any]]
    quantity: Mapped[int]
    cabinet_slot: Mapped[str] = mapped_column(String(120))
    ring: Mapped[str] = mapped_column(String(120))
    owner_name: Mapped[str] = mapped_column(String(120))
    owner_phone: Mapped[str] = mapped_column(String(120))
    basis: Mapped[str] = mapped_column(Text)
    received_on: Mapped[date]
    photos: Mapped[list[Any]]
    replaces: Mapped[UUID | None]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[KeySetState]
    loan_id: Mapped[UUID | None]
    memo_id: Mapped[UUID | None]
    custody_until: Mapped[date | None]
    mandate: Mapped[dict[str, Any] | None]
    mandate_serial: Mapped[str | None] = mapped_column(String(32))
    closed_at: Mapped[datetime | None]


class KeyLoan(Base):
    """One loan (a line of 借用钥匙登记表), as `rules.standing.Loan` says. `borrower_id`: of staff with a sign-in."""

    __tablename__ = "key_loans"
    __table_args__ = (
        Index(None, "estate_id", "key_set_id"),
        Index(None, "estate_id", "borrower_id"),
        # KEY-I1: two borrowers never have one set, whatever two phones say at once.
        Index(
            "uq_key_loans_one_open",
            "estate_id",
            "key_set_id",
            unique=True,
            sqlite_where=_IS_OPEN,
            postgresql_where=_IS_OPEN,
        ),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    key_set_id: Mapped[UUID]
    state: Mapped[LoanState]
    serial: Mapped[str | None] = mapped_column(String(32))
    batch_id: Mapped[UUID]
    borrower: Mapped[dict[str, Any]]
    borrower_id: Mapped[UUID | None]
    quantity: Mapped[int]
    reason: Mapped[str] = mapped_column(String(32))
    emergency_id: Mapped[UUID | None]
    due_at: Mapped[datetime]
    chase_from: Mapped[datetime | None]
    requested: Mapped[dict[str, Any]]
    lent_at: Mapped[datetime | None]
    lent: Mapped[dict[str, Any] | None]
    proofs: Mapped[dict[str, Any] | None]
    consent: Mapped[dict[str, Any] | None]
    id_kept: Mapped[bool] = mapped_column(default=False)
    id_given_back_at: Mapped[datetime | None]
    returned: Mapped[dict[str, Any] | None]
    refused_reason: Mapped[str | None] = mapped_column(Text)
    memo_id: Mapped[UUID | None]
    alone: Mapped[list[Any]] = mapped_column(default=list)
    closed_at: Mapped[datetime | None]


class KeyMemo(Base):
    """One incident (钥匙管理备忘录), as `rules.standing.Memo` says."""

    __tablename__ = "key_memos"
    __table_args__ = (Index(None, "estate_id", "key_set_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    key_set_id: Mapped[UUID]
    loan_id: Mapped[UUID | None]
    serial: Mapped[str | None] = mapped_column(String(32))
    what: Mapped[str] = mapped_column(String(32))
    opened_at: Mapped[datetime]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    reported_by: Mapped[str] = mapped_column(String(80))
    course: Mapped[list[Any]] = mapped_column(default=list)
    agreed: Mapped[dict[str, Any] | None]
    settled: Mapped[dict[str, Any] | None]
    closed_at: Mapped[datetime | None]


class KeyActRow(Base):
    """What was done about a key set: a line of its history. `at` is corrected, UTC; `said` the body as sent.

    private  what the book keeps apart: phone, four signs of an ID, a drawn signature; None once it is erased
    """

    __tablename__ = "key_acts"
    __table_args__ = (
        Index(None, "estate_id", "key_set_id"),
        Index(None, "estate_id", "loan_id"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    key_set_id: Mapped[UUID]
    loan_id: Mapped[UUID | None]
    memo_id: Mapped[UUID | None]
    act: Mapped[KeyAct]
    at: Mapped[datetime]
    phone_at: Mapped[datetime]
    before: Mapped[KeySetState | None]
    state: Mapped[KeySetState]
    serial: Mapped[str | None] = mapped_column(String(32))
    said: Mapped[dict[str, Any]]
    private: Mapped[dict[str, Any] | None]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    remarks: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class KeyCheck(Base):
    """A spot check of the cabinet, or a month's review of what is out; `found` by `what` (`rules.checks`)."""

    __tablename__ = "key_checks"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(32))
    month: Mapped[str | None] = mapped_column(String(7))
    note: Mapped[str] = mapped_column(Text)
    found: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    private: Mapped[dict[str, Any] | None]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    remarks: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class KeyPurge(Base):
    """Key records that were let go: those closed before a day, as runs of entries; the worker destroys them."""

    __tablename__ = "key_purges"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    closed_before: Mapped[date]
    numbers: Mapped[list[Any]]
    purged_at: Mapped[datetime]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
