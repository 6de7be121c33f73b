"""Tables of patrols. Records and visits are written from logbook entries alone, so they name other rooms softly."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.domains.patrols.rules.assignees import Assignees
from webapp.domains.patrols.rules.places import Seen
from webapp.domains.patrols.rules.rounds import Timeliness


class PatrolPlan(Base):
    """When a route is walked, and by whom (巡查计划): one version, appended to and never changed.

    number       of the route's plans, in the order in which they were set
    windows      [{number, start: "09:00", end: "12:00"}]; none: those of the estate's settings
    assignees    with `assignee_ids` where people are named
    set_at       None: before it was noted
    replaced_at  when another was set that holds from the same day on; no day was walked by this one
    """

    __tablename__ = "patrol_plans"
    __table_args__ = (UniqueConstraint("estate_id", "route_id", "number"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    route_id: Mapped[UUID]
    number: Mapped[int]
    windows: Mapped[list[Any]]
    rounds_on_working_day: Mapped[int]
    rounds_on_rest_day: Mapped[int]
    assignees: Mapped[Assignees] = mapped_column(default=Assignees.STEWARD)
    assignee_ids: Mapped[list[Any]] = mapped_column(default=list)
    valid_from: Mapped[date]
    set_at: Mapped[datetime | None]
    set_by_id: Mapped[UUID | None]
    set_by_name: Mapped[str] = mapped_column(String(80), default="")
    replaced_at: Mapped[datetime | None]


class PatrolRecord(Base):
    """A page of the patrol book (巡查记录表): one round, or a person's visits of a day outside any round.

    The id is computed (`rules.rounds`): all visits of a round stand on one page, under one serial.
    """

    __tablename__ = "patrol_records"
    __table_args__ = (Index(None, "estate_id", "day"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    route_id: Mapped[UUID | None]
    number: Mapped[int | None]
    day: Mapped[date]
    serial: Mapped[str] = mapped_column(String(32))


class PatrolVisit(Base):
    """One visit of a place (巡查点记录). Names are those of the day of the visit.

    scanned_at    corrected, UTC; what rules and pages use. `phone_scanned_at` is the phone's own word
    drift_ms      corrected minus phone's time when the visit was saved
    answers       as sent (`rules.visit.Answer`); so are photos and position
    remarks       [{code, params}], judged once when the visit came in
    marks         what sync marked, e.g. "after_sign_out"
    """

    __tablename__ = "patrol_visits"
    __table_args__ = (
        Index(None, "estate_id", "day"),
        Index(None, "estate_id", "device_id", "seq"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    record_id: Mapped[UUID]
    day: Mapped[date]
    route_id: Mapped[UUID | None]
    number: Mapped[int | None]
    place_id: Mapped[UUID]
    place_name: Mapped[str | None] = mapped_column(String(120))
    place_type: Mapped[str | None] = mapped_column(String(32))
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    seq: Mapped[int] = mapped_column(BigInteger)
    scanned_at: Mapped[datetime]
    phone_scanned_at: Mapped[datetime]
    phone_finished_at: Mapped[datetime]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    timeliness: Mapped[Timeliness]
    skipped: Mapped[bool]
    abnormal: Mapped[int]
    scan_method: Mapped[str] = mapped_column(String(16))
    scan_reason: Mapped[str | None] = mapped_column(Text)
    label: Mapped[str | None] = mapped_column(String(64))
    checklist_type: Mapped[str] = mapped_column(String(64))
    checklist_version: Mapped[int]
    checklist_hash: Mapped[str] = mapped_column(String(64))
    answers: Mapped[list[Any]]
    observation: Mapped[str] = mapped_column(Text)
    photos: Mapped[list[Any]]
    position: Mapped[dict[str, Any] | None]
    remarks: Mapped[list[Any]]
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)

    @property
    def seen(self) -> Seen:
        """The visit as the rule of place states sees it."""
        return Seen(self.timeliness, self.skipped)
