"""Reads of photos and of the records that show them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, exists, or_, select, update
from sqlalchemy.orm import Session

from webapp.ground.photos.look import alike, parts_of
from webapp.ground.photos.models import Photo, PhotoLook, PhotoUse
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


def unlooked(session: Session, *, received_after: datetime, limit: int) -> Sequence[Photo]:
    """Answer photos of any estate that nobody has looked at yet."""
    has_look = exists().where(PhotoLook.estate_id == Photo.estate_id, PhotoLook.sha256 == Photo.sha256)
    statement = select(Photo).where(Photo.received_at > received_after, ~has_look).limit(limit)
    return session.scalars(statement).all()


def unweighed(session: Session, estate_id: UUID, *, limit: int) -> Sequence[str]:
    """Answer photos that came since the records that show them were last weighed."""
    statement = select(PhotoLook.sha256).where(PhotoLook.estate_id == estate_id, ~PhotoLook.weighed).limit(limit)
    return session.scalars(statement).all()


def estates_unweighed() -> Select[UUID]:
    """Answer the statement that names the estates with such photos."""
    return select(PhotoLook.estate_id).where(~PhotoLook.weighed).distinct()


def note_weighed(session: Session, estate_id: UUID, hashes: Collection[str]) -> None:
    """Write down that the records which show these photos were weighed."""
    these = (PhotoLook.estate_id == estate_id, PhotoLook.sha256.in_(hashes))
    session.execute(update(PhotoLook).where(*these).values(weighed=True))


def looking_alike(session: Session, estate_id: UUID, hashes: Collection[str]) -> dict[str, set[str]]:
    """Answer for each of these photos the other ones of the estate that show the same picture; two reads."""
    looks = _looks(session, estate_id, hashes)
    parts = list(zip(*map(parts_of, looks.values()), strict=True))
    if not parts:
        return {}
    columns = (PhotoLook.part1, PhotoLook.part2, PhotoLook.part3, PhotoLook.part4)
    near = or_(*(column.in_(set(part)) for column, part in zip(columns, parts, strict=True)))
    statement = select(PhotoLook.sha256, PhotoLook.look).where(PhotoLook.estate_id == estate_id, near)
    others = [(sha256, look) for sha256, look in session.execute(statement) if look]
    return {sha256: _like(sha256, look, others) for sha256, look in looks.items()}


def _looks(session: Session, estate_id: UUID, hashes: Collection[str]) -> Mapping[str, bytes]:
    statement = select(PhotoLook.sha256, PhotoLook.look).where(
        PhotoLook.estate_id == estate_id, PhotoLook.sha256.in_(hashes)
    )
    return {sha256: look for sha256, look in session.execute(statement) if look}


def _like(sha256: str, look: bytes, others: Iterable[tuple[str, bytes]]) -> set[str]:
    return {other for other, seen in others if other != sha256 and alike(look, seen)}
