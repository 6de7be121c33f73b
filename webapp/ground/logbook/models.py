"""The book: entries in one chain an estate, their contents apart, page numbers, receipts and witnesses."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class LogbookEntry(Base):
    """One link of an estate's chain. It never changes and never goes, whatever becomes of its content."""

    __tablename__ = "logbook_entries"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    kind: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]
    content_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class LogbookContent(Base):
    """What an entry says, as the very text that was hashed; gone once it is lawfully purged."""

    __tablename__ = "logbook_contents"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    salt: Mapped[str] = mapped_column(String(32))
    content: Mapped[str] = mapped_column(Text)
    personal_salt: Mapped[str | None] = mapped_column(String(32))
    personal: Mapped[str | None] = mapped_column(Text)


class SerialPage(Base):
    """A numbered page of a form: `key` says what stands on it, `entry` which entry was the first there."""

    __tablename__ = "serial_pages"
    __table_args__ = (UniqueConstraint("estate_id", "serial"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    form: Mapped[str] = mapped_column(String(16), primary_key=True)
    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    serial: Mapped[str] = mapped_column(String(32))
    entry: Mapped[int] = mapped_column(BigInteger)


class Receipt(Base):
    """What the server answered to an item, for good. `content` is kept here only when no entry holds it."""

    __tablename__ = "logbook_receipts"
    __table_args__ = (
        Index(
            None,
            "estate_id",
            "outcome",
            "received_at",
            sqlite_where=text("outcome <> 'applied'"),
            postgresql_where=text("outcome <> 'applied'"),
        ),
        Index(
            "ix_logbook_receipts_estate_id_decided_again",
            "estate_id",
            "by_id",
            sqlite_where=text("decided_again_at IS NOT NULL"),
            postgresql_where=text("decided_again_at IS NOT NULL"),
        ),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    item_id: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64))
    by_id: Mapped[UUID]
    device_id: Mapped[UUID]
    received_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(16))
    entry: Mapped[int | None] = mapped_column(BigInteger)
    answer: Mapped[str] = mapped_column(Text)
    content: Mapped[str | None] = mapped_column(Text)
    decided_again_at: Mapped[datetime | None]


class Witness(Base):
    """A head of the chain that a phone has seen: whoever rewrites the book cannot reach into the phones."""

    __tablename__ = "logbook_witnesses"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    device_id: Mapped[UUID] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    seen_at: Mapped[datetime]


class DailyHead(Base):
    """Where the chain stood at the end of a day of the estate's zone, to be sent out of the house."""

    __tablename__ = "logbook_daily_heads"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))
    sent_at: Mapped[datetime | None]


class Epoch(Base):
    """A life of this store. A restore begins a new one, and phones then send again what they still hold."""

    __tablename__ = "logbook_epochs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    began_at: Mapped[datetime]


class SafePoint(Base):
    """The newest entry that stands in a verified backup."""

    __tablename__ = "logbook_safe_points"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    entry: Mapped[int] = mapped_column(BigInteger)
    verified_at: Mapped[datetime]
