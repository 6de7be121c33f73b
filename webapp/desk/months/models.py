"""Tables of closed months. Closings and purges are written from entries alone; what the worker makes of them is not."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class MonthClosing(Base):
    """A month that was closed: the pages first written in the entries after `since`, up to `up_to`.

    forms  {form: {first, last, count, gaps, voids, late}}; serials
    open   serials of findings that are carried over
    """

    __tablename__ = "month_closings"
    __table_args__ = (UniqueConstraint("estate_id", "month"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    month: Mapped[str] = mapped_column(String(7))
    since: Mapped[int] = mapped_column(BigInteger)
    up_to: Mapped[int] = mapped_column(BigInteger)
    forms: Mapped[dict[str, Any]]
    open: Mapped[list[Any]]
    closed_at: Mapped[datetime]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class MonthPurge(Base):
    """Somebody had the records of a closed month destroyed: `numbers` are runs [first, last] of entries (PAT-R11)."""

    __tablename__ = "month_purges"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    closing_id: Mapped[UUID]
    numbers: Mapped[list[Any]]
    pages: Mapped[int]
    kept_until: Mapped[date]
    purged_at: Mapped[datetime]
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    drift_ms: Mapped[int] = mapped_column(BigInteger)
    marks: Mapped[list[Any]]
    entry: Mapped[int] = mapped_column(BigInteger)


class MonthBundle(Base):
    """What the worker has made of a closed month: `done` of `total` papers and photos; the file's hash is in the book.

    entry         that tells the hash
    purge_entry   of the newest purge that was carried out
    """

    __tablename__ = "month_bundles"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    closing_id: Mapped[UUID] = mapped_column(primary_key=True)
    total: Mapped[int] = mapped_column(default=0)
    done: Mapped[int] = mapped_column(default=0)
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    failed_at: Mapped[datetime | None]
    size: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))
    entry: Mapped[int | None] = mapped_column(BigInteger)
    purge_entry: Mapped[int | None] = mapped_column(BigInteger)
