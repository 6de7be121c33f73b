"""The tables of check sheets, written from logbook entries alone."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base, Json
from webapp.domains.checks.rules.bodies import Period
from webapp.ground.people.departments.rules import DepartmentKind


class CheckSheet(Base):
    """One sheet of a department's day or week (工作日检查表, 工作周检查表). `day` of a week is its Monday.

    rows     as sent (`rules.bodies.CheckRow`); `names` of whom they name, by id
    patrols  what patrols had found when it was signed; None while it waits, and of a week
    """

    __tablename__ = "check_sheets"
    __table_args__ = (Index(None, "estate_id", "day"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(String(32))
    item_id: Mapped[UUID]
    period: Mapped[Period]
    dept: Mapped[DepartmentKind]
    day: Mapped[date]
    rows: Mapped[list[Any]]
    names: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(Text)
    rating: Mapped[str | None] = mapped_column(String(16))
    remarks: Mapped[list[Any]]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
    signed_at: Mapped[datetime | None]
    signer_id: Mapped[UUID | None]
    signer_name: Mapped[str | None] = mapped_column(String(80))
    signed_entry: Mapped[int | None] = mapped_column(BigInteger)
    patrols: Mapped[list[Any] | None] = mapped_column(Json)


class CheckSlip(Base):
    """A nonconformity slip (不合格单) for one line of a sheet. `who`: whom or what it is about, as the line says."""

    __tablename__ = "check_slips"
    __table_args__ = (Index(None, "estate_id", "sheet_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    sheet_id: Mapped[UUID]
    row_id: Mapped[UUID]
    who: Mapped[str] = mapped_column(String(80))
    fact: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date]
    serial: Mapped[str] = mapped_column(String(32))
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class CheckFault(Base):
    """A staff fault report (员工过错报告单). `rows`: ids of the lines of both sheets."""

    __tablename__ = "check_faults"
    __table_args__ = (Index(None, "estate_id", "person_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    sheet_id: Mapped[UUID]
    person_id: Mapped[UUID]
    person_name: Mapped[str] = mapped_column(String(80))
    rows: Mapped[list[Any]]
    fact: Mapped[str] = mapped_column(Text)
    serial: Mapped[str] = mapped_column(String(32))
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
