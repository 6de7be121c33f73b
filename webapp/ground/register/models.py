"""Tables of the import: workbooks that were uploaded, and what the columns of an estate's own layout mean."""

import enum
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base


class UploadState(enum.StrEnum):
    """How far an upload has come. REFUSED is the whole file; single rows are refused in a report."""

    READING = "reading"
    READ = "read"
    KEEPING = "keeping"
    KEPT = "kept"
    REFUSED = "refused"


class Upload(Base):
    """A workbook that somebody uploaded: read first, then kept whole or not at all.

    done, of  rows of the file that the worker is through with; `of` 0: it has not begun
    chosen    what columns mean by hand, as this file was read: {title: meaning}
    refusal   {code, params} why the file, or its keeping, was refused
    report    what the file would change, or has changed
    refused   all rows left out: [[sheet, row, why, value], …]
    seen      fingerprint of the estate's units against which the report was made
    by_name   who brought it, or who had it kept
    heard_at  when the worker last said how far it is
    """

    __tablename__ = "register_uploads"
    __table_args__ = (Index(None, "estate_id", "at"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    state: Mapped[UploadState]
    done: Mapped[int] = mapped_column(default=0)
    of: Mapped[int] = mapped_column(default=0)
    chosen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    refusal: Mapped[dict[str, Any] | None]
    report: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    refused: Mapped[list[Any] | None] = mapped_column(deferred=True)
    seen: Mapped[str | None] = mapped_column(String(64))
    by_id: Mapped[UUID]
    by_name: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime]
    heard_at: Mapped[datetime]


class ColumnMeaning(Base):
    """What a column means in this estate, chosen by hand once; `title` as `heading()` writes it."""

    __tablename__ = "register_columns"

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    title: Mapped[str] = mapped_column(String(200), primary_key=True)
    meaning: Mapped[str] = mapped_column(String(32))
    by_id: Mapped[UUID]
    at: Mapped[datetime]
