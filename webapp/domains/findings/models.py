"""The table of findings, written from logbook entries alone, so it names other rooms softly."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.domains.findings.rules.sighting import Outcome
from webapp.domains.findings.rules.states import Act, FindingState, Priority


class Finding(Base):
    """One problem sheet (巡查问题处理表). Names are those of the day of the report.

    found_at   corrected, UTC; `phone_found_at` is the phone's own word
    drift_ms   corrected minus phone's time when the report was saved
    details    {unit, plate, number, expiry, reading}, each a text or null
    steps      as sent (`rules.report.StepTaken`); None when there were none
    photos     as sent (`rules.report.FindingPhoto`)
    remarks    [{code, params}], judged once when the report came in

    From `state` on, as `rules.standing.Standing` says: what acts change. `order_no` is the newest work order's.
    """

    __tablename__ = "findings"
    __table_args__ = (
        Index(None, "estate_id", "found_at"),
        Index(None, "estate_id", "origin_id"),
        Index(None, "estate_id", "place_id"),
        Index(None, "estate_id", "state", "due_at"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    serial: Mapped[str] = mapped_column(String(32))
    item_id: Mapped[UUID | None]
    origin_kind: Mapped[str | None] = mapped_column(String(64))
    origin_id: Mapped[UUID | None]
    place_id: Mapped[UUID]
    place_name: Mapped[str | None] = mapped_column(String(120))
    place_type: Mapped[str | None] = mapped_column(String(32))
    checklist_type: Mapped[str] = mapped_column(String(64))
    checklist_version: Mapped[int]
    checklist_hash: Mapped[str] = mapped_column(String(64))
    item: Mapped[str] = mapped_column(String(64))
    choice: Mapped[str | None] = mapped_column(String(64))
    description: Mapped[str] = mapped_column(Text)
    spot: Mapped[str] = mapped_column(Text)
    details: Mapped[dict[str, Any]]
    steps: Mapped[list[Any] | None]
    photos: Mapped[list[Any]]
    found_at: Mapped[datetime]
    phone_found_at: Mapped[datetime]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    remarks: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[FindingState]
    priority: Mapped[Priority]
    dept: Mapped[str | None] = mapped_column(String(32))
    hard: Mapped[bool] = mapped_column(default=False)
    waiting_since: Mapped[datetime | None]
    solve_since: Mapped[datetime | None]
    fixed_at: Mapped[datetime | None]
    fixer_id: Mapped[UUID | None]
    fixer_name: Mapped[str | None] = mapped_column(String(80))
    verified_at: Mapped[datetime | None]
    verifier_id: Mapped[UUID | None]
    verifier_name: Mapped[str | None] = mapped_column(String(80))
    rework: Mapped[int] = mapped_column(default=0)
    signatures: Mapped[list[Any]] = mapped_column(default=list)
    smell: Mapped[dict[str, Any] | None]
    escalated_to: Mapped[str | None] = mapped_column(String(32))
    due: Mapped[list[Any]] = mapped_column(default=list)
    due_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    order_no: Mapped[str | None] = mapped_column(String(32))


class FindingAct(Base):
    """What was done about a finding: a line of its history. `at` is corrected, UTC; `said` the body as sent.

    due_at   the deadline that it ended
    serial   of the work order that it opened
    """

    __tablename__ = "finding_acts"
    __table_args__ = (Index(None, "estate_id", "finding_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    finding_id: Mapped[UUID]
    act: Mapped[Act]
    at: Mapped[datetime]
    phone_at: Mapped[datetime]
    before: Mapped[FindingState]
    state: Mapped[FindingState]
    due_at: Mapped[datetime | None]
    serial: Mapped[str | None] = mapped_column(String(32))
    said: Mapped[dict[str, Any]]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    remarks: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class FindingSighting(Base):
    """An open finding seen again (仍存在, 已消除). `seen_at` is corrected, UTC; `origin_id` the visit it was on."""

    __tablename__ = "finding_sightings"
    __table_args__ = (
        Index(None, "estate_id", "finding_id"),
        Index(None, "estate_id", "origin_id"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    finding_id: Mapped[UUID]
    origin_kind: Mapped[str | None] = mapped_column(String(64))
    origin_id: Mapped[UUID | None]
    outcome: Mapped[Outcome]
    note: Mapped[str] = mapped_column(Text)
    seen_at: Mapped[datetime]
    phone_seen_at: Mapped[datetime]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    remarks: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)
