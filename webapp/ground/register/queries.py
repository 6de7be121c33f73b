"""Reads of uploads, of what columns mean in an estate, and of the units that a register is compared with."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.ground.places.models import Building, Stairwell
from webapp.ground.places.models import Unit as UnitRow
from webapp.ground.register.difference import Stored
from webapp.ground.register.models import ColumnMeaning, Upload, UploadState
from webapp.ground.register.rules import Field

LAST_UPLOADS = 10


def last_uploads(session: Session, estate_id: UUID) -> Sequence[Upload]:
    """Answer the estate's last uploads, newest first."""
    query = select(Upload).where(Upload.estate_id == estate_id)
    return session.scalars(query.order_by(Upload.at.desc(), Upload.id.desc()).limit(LAST_UPLOADS)).all()


def upload_called(session: Session, estate_id: UUID, upload_id: UUID, *, lock: bool = False) -> Upload:
    """Answer the estate's upload with this id; raises NotFound. `lock` holds it until the transaction ends."""
    found = session.get(Upload, (estate_id, upload_id), with_for_update=lock, populate_existing=True)
    if found is None:
        raise NotFound(upload=str(upload_id))
    return found


def uploads_at_work(session: Session) -> Sequence[Upload]:
    """Answer the uploads of all estates that the worker has, or had, in hand."""
    at_work = (UploadState.READING, UploadState.KEEPING)
    return session.scalars(select(Upload).where(Upload.state.in_(at_work)).order_by(Upload.at)).all()


def chosen_columns(session: Session, estate_id: UUID) -> dict[str, Field]:
    """Answer what columns mean in this estate because somebody once said so."""
    query = select(ColumnMeaning.title, ColumnMeaning.meaning).where(ColumnMeaning.estate_id == estate_id)
    return {title: Field(meaning) for title, meaning in session.execute(query)}


def stored_units(session: Session, estate_id: UUID, *, lock: bool = False) -> list[Stored]:
    """Answer all units of the estate in the order people count them. `lock` keeps others from changing them."""
    query = (
        select(
            UnitRow.id,
            UnitRow.stairwell_id,
            Building.name,
            Stairwell.name,
            UnitRow.number,
            UnitRow.floor,
            UnitRow.area,
            UnitRow.status,
            UnitRow.renovating,
            UnitRow.received_on,
        )
        .join(Stairwell, (Stairwell.estate_id == UnitRow.estate_id) & (Stairwell.id == UnitRow.stairwell_id))
        .join(Building, (Building.estate_id == Stairwell.estate_id) & (Building.id == Stairwell.building_id))
        .where(UnitRow.estate_id == estate_id)
        .order_by(Building.position, Stairwell.position, UnitRow.floor, UnitRow.number)
    )
    if lock:
        query = query.with_for_update(of=UnitRow, key_share=True)
    rows: Sequence[Any] = session.execute(query).all()
    return [Stored(*row) for row in rows]
