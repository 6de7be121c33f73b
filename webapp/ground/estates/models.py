"""The estate: one housing estate with its zone and its settings."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class Estate(Base):
    """One estate (小区/项目). `settings` holds only what differs from the defaults in `settings.py`."""

    __tablename__ = "estates"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120), unique=True)
    timezone: Mapped[str] = mapped_column(String(64), default="Asia/Shanghai")
    settings: Mapped[dict[str, Any]] = mapped_column(default=dict)
    settings_version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime]


class EstateSettings(Base):
    """One version of an estate's settings, as it held from `since` on; never changed, so that old work is judged by it.

    The first version is what the estate was founded with: it has a row only once there is a second.
    """

    __tablename__ = "estate_settings"

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    settings: Mapped[dict[str, Any]]
    since: Mapped[datetime]
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(String(80), default="")
