"""Reads of photos and of the records that show them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from webapp.ground.photos.models import Photo, PhotoUse
from webapp.ground.photos.rules import Use


def arrived(session: Session, estate_id: UUID, hashes: Collection[str]) -> set[str]:
    """Answer which of these photos the estate has."""
    statement = select(Photo.sha256).where(Photo.estate_id == estate_id, Photo.sha256.in_(hashes))
    return set(session.scalars(statement))


def photo(session: Session, estate_id: UUID, sha256: str) -> Photo | None:
    """Answer the photo, if it has arrived."""
    return session.get(Photo, (estate_id, sha256))


def uses_of(session: Session, estate_id: UUID, sha256: str) -> list[Use]:
    """Answer the records that show the photo."""
    statement = select(PhotoUse.origin_kind, PhotoUse.made_by).where(
        PhotoUse.estate_id == estate_id, PhotoUse.sha256 == sha256
    )
    return [Use(kind, made_by) for kind, made_by in session.execute(statement)]


def awaited(session: Session, estate_id: UUID, *, used_before: datetime) -> Sequence[PhotoUse]:
    """Answer the uses whose photo has not arrived, oldest first: the record names phone and maker."""
    has_come = exists().where(Photo.estate_id == PhotoUse.estate_id, Photo.sha256 == PhotoUse.sha256)
    statement = (
        select(PhotoUse)
        .where(PhotoUse.estate_id == estate_id, PhotoUse.used_at < used_before, ~has_come)
        .order_by(PhotoUse.used_at)
    )
    return session.scalars(statement).all()


def unused(session: Session, *, received_before: datetime, limit: int) -> Sequence[Photo]:
    """Answer photos of any estate that no record shows."""
    is_used = exists().where(PhotoUse.estate_id == Photo.estate_id, PhotoUse.sha256 == Photo.sha256)
    statement = select(Photo).where(Photo.received_at < received_before, ~is_used).limit(limit)
    return session.scalars(statement).all()
