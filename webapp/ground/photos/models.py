"""Photos by their content, and which records show them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Photo(Base):
    """A picture that has arrived. The bytes lie in the photo store; here is what they are."""

    __tablename__ = "photos"
    __table_args__ = (Index(None, "estate_id", "received_at"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    mime: Mapped[str] = mapped_column(String(32))
    size: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    bare: Mapped[bool]
    sent_by: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    device_id: Mapped[UUID] = mapped_column(ForeignKey("devices.id"))
    received_at: Mapped[datetime]


class PhotoUse(Base):
    """A record that shows a photo, written with the record. A use without its photo is an awaited photo.

    origin   soft reference to the record, e.g. ("patrols.visit", id)
    made_by  who made the record: they may see its photos
    """

    __tablename__ = "photo_uses"
    __table_args__ = (Index(None, "estate_id", "origin_kind", "origin_id"),)

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    origin_kind: Mapped[str] = mapped_column(String(64), primary_key=True)
    origin_id: Mapped[UUID] = mapped_column(primary_key=True)
    made_by: Mapped[UUID]
    device_id: Mapped[UUID]
    used_at: Mapped[datetime]


class PhotoLook(Base):
    """What a photo that has arrived looks like (`look.py`); no look where nothing can be told apart.

    part1 … part4  quarters of its coarse hash, by which pictures like it are found
    weighed        the records that show it were weighed with it
    """

    __tablename__ = "photo_looks"
    __table_args__ = (
        *(Index(None, "estate_id", f"part{number}") for number in range(1, 5)),
        Index(
            "ix_photo_looks_estate_id_unweighed",
            "estate_id",
            sqlite_where=text("NOT weighed"),
            postgresql_where=text("NOT weighed"),
        ),
    )

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    look: Mapped[bytes | None]
    part1: Mapped[int | None]
    part2: Mapped[int | None]
    part3: Mapped[int | None]
    part4: Mapped[int | None]
    weighed: Mapped[bool] = mapped_column(default=False)
