"""Notices, whom they are for, the estate's channels, and what went out by them."""

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Notice(Base):
    """Something people were told of. `words` is {language: {title, line}}, as they were on that day."""

    __tablename__ = "notices"
    __table_args__ = (UniqueConstraint("estate_id", "key"), Index(None, "estate_id", "made_at"))

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(64))
    key: Mapped[str] = mapped_column(String(160))
    urgent: Mapped[bool]
    words: Mapped[dict[str, Any]]
    path: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime]


class NoticeAudience(Base):
    """Whom a notice is for: a role's word, or a person's id as text."""

    __tablename__ = "notice_audiences"

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    notice_id: Mapped[UUID] = mapped_column(primary_key=True)
    audience: Mapped[str] = mapped_column(String(40), primary_key=True)


class NoticeChannel(Base):
    """A way out of the house: a group's robot, a mailbox.

    url      of apprise; holds a secret, so it is never told again
    urgent_only  nothing else goes out by it
    quiet_*  `HH:MM`, both or none
    """

    __tablename__ = "notice_channels"

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(40))
    url: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(8))
    urgent_only: Mapped[bool]
    quiet_from: Mapped[str | None] = mapped_column(String(5))
    quiet_to: Mapped[str | None] = mapped_column(String(5))
    active: Mapped[bool]
    made_at: Mapped[datetime]


class DeliveryState(enum.StrEnum):
    """What has become of a notice on its way out."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"


class NoticeDelivery(Base):
    """One notice by one channel. `next_at`: when it is tried (again); `error`: what the last failure said."""

    __tablename__ = "notice_deliveries"
    __table_args__ = (Index(None, "state", "next_at"), Index(None, "estate_id", "made_at"))

    estate_id: Mapped[UUID] = mapped_column(primary_key=True)
    notice_id: Mapped[UUID] = mapped_column(primary_key=True)
    channel_id: Mapped[UUID] = mapped_column(primary_key=True)
    state: Mapped[DeliveryState]
    tries: Mapped[int] = mapped_column(default=0)
    made_at: Mapped[datetime]
    next_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    error: Mapped[str | None] = mapped_column(String(300))
