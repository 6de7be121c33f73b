"""Tables of vacant units, written from logbook entries alone; what a unit is stands in `ground.places`."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.domains.vacancy.rules.items import Finish
from webapp.domains.vacancy.rules.planning import PlanState


class _Made:
    """Who made a record, and which entry wrote it (`core.made`)."""

    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class VacantCard(_Made, Base):
    """What is known of a unit besides its status (空置房登记表); `id` is the unit's. The newest word holds.

    west_rooms  names of rooms with the sun from the west; appliances [{name, model, manual}]
    """

    __tablename__ = "vacancy_cards"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    taken_over_on: Mapped[date | None]
    completed_on: Mapped[date | None]
    developer: Mapped[str] = mapped_column(String(120))
    layout: Mapped[str] = mapped_column(String(120))
    finish: Mapped[Finish | None] = mapped_column(String(16))
    west_rooms: Mapped[list[Any]]
    appliances: Mapped[list[Any]]
    moving_in_notice_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime]


class VacantCheck(_Made, Base):
    """One visit of a vacant unit (空置房检查记录). Moments are corrected, UTC; `day` is the estate's.

    complete  it counts for the week and the month
    mould     walls or ceiling were not dry: the unit is to be dried (SE-02)
    readable  the meter's reading is a number
    answers   as sent, and so are scan, checklist, valves, open_valves, photos; remarks [{code, params}]
    """

    __tablename__ = "vacancy_checks"
    __table_args__ = (Index(None, "estate_id", "unit_id", "left_at"), Index(None, "estate_id", "day"))

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID]
    serial: Mapped[str] = mapped_column(String(32))
    unit_name: Mapped[str] = mapped_column(String(200))
    day: Mapped[date]
    entered_at: Mapped[datetime]
    left_at: Mapped[datetime]
    loan_id: Mapped[UUID | None]
    complete: Mapped[bool]
    mould: Mapped[bool]
    abnormal: Mapped[int]
    remarks: Mapped[list[Any]]
    scan: Mapped[dict[str, Any]]
    checklist: Mapped[dict[str, Any]]
    answers: Mapped[list[Any]]
    water_reading: Mapped[str] = mapped_column(String(12))
    readable: Mapped[bool]
    aired_minutes: Mapped[int | None]
    valves: Mapped[dict[str, Any]]
    open_valves: Mapped[list[Any]]
    windows_closed: Mapped[bool]
    care: Mapped[list[Any]]
    observation: Mapped[str] = mapped_column(Text)
    photos: Mapped[list[Any]]


class VacantPaper(_Made, Base):
    """A dynamic table or a half-year summary as it was filed; `period` is 2026-11 or 2026-H2, `content` is frozen."""

    __tablename__ = "vacancy_papers"
    __table_args__ = (UniqueConstraint("estate_id", "kind", "period"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    period: Mapped[str] = mapped_column(String(8))
    content: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(Text)
    filed_at: Mapped[datetime]


class VacantPlan(_Made, Base):
    """The yearly maintenance plan of vacant units (空置房维护管理计划) as it stands.

    items  [{task, what, frequency, measures, cost}], cost in fen
    tasks  [{task, from, due}], the year's tasks that its approval created
    acts   [{act, at, byName, note}], oldest first
    """

    __tablename__ = "vacancy_plans"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    year: Mapped[int]
    state: Mapped[PlanState] = mapped_column(String(16))
    items: Mapped[list[Any]]
    tasks: Mapped[list[Any]]
    acts: Mapped[list[Any]]


class VacantConsent(_Made, Base):
    """What the developer answered when asked whether a unit may be let; a yes has the number of its paper."""

    __tablename__ = "vacancy_consents"
    __table_args__ = (Index(None, "estate_id", "unit_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID]
    asked_on: Mapped[date]
    granted: Mapped[bool]
    answered_on: Mapped[date]
    paper_no: Mapped[str] = mapped_column(String(120))
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(Text)


class VacantLetting(_Made, Base):
    """A vacant unit that is let by its developer's consent (空置房出租), and how it ended."""

    __tablename__ = "vacancy_lettings"
    __table_args__ = (Index(None, "estate_id", "unit_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID]
    consent_id: Mapped[UUID]
    tenant: Mapped[str] = mapped_column(String(120))
    contract_no: Mapped[str] = mapped_column(String(120))
    begins_on: Mapped[date]
    until: Mapped[date | None]
    keys_handed_over: Mapped[bool]
    note: Mapped[str] = mapped_column(Text)
    ended_on: Mapped[date | None]
    ended_because: Mapped[str | None] = mapped_column(String(120))
    end_entry: Mapped[int | None] = mapped_column(BigInteger)


class VacantWish(_Made, Base):
    """A wish to rent; `unit_id` where one was named. `private` {phone} is set apart by the book and can be erased."""

    __tablename__ = "vacancy_wishes"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    unit_id: Mapped[UUID | None]
    name: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(Text)
    private: Mapped[dict[str, Any] | None]
    noted_at: Mapped[datetime]


class VacantPurge(_Made, Base):
    """That records of units sold before a day were destroyed; `numbers` are runs of entries."""

    __tablename__ = "vacancy_purges"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    sold_before: Mapped[date]
    numbers: Mapped[list[Any]]
    purged_at: Mapped[datetime]


class VacantCare(_Made, Base):
    """One task of care done to one unit (空置房维护保养), by a check or besides one. `cost` in fen, the unit's share.

    origin_id  the check, or the record of care of all its units; `origin_kind` is the kind of that item
    """

    __tablename__ = "vacancy_cares"
    __table_args__ = (
        Index(None, "estate_id", "unit_id", "task", "day"),
        Index(None, "estate_id", "day"),
        Index(None, "estate_id", "origin_id"),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    origin_kind: Mapped[str] = mapped_column(String(32))
    origin_id: Mapped[UUID]
    unit_id: Mapped[UUID]
    task: Mapped[str] = mapped_column(String(8))
    step: Mapped[str] = mapped_column(String(8))
    day: Mapped[date]
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(Text)
    cost: Mapped[int | None]
    remarks: Mapped[list[Any]]
