"""Taking photos in, making their sizes, sweeping those that no record ever showed."""

import io
import tempfile
from datetime import datetime
from typing import IO
from uuid import UUID

from sqlalchemy import ColumnElement, delete

from webapp.core.actor import Maker
from webapp.core.bodies import Readable, receive
from webapp.core.db import insert_into, unit_of_work
from webapp.ground.photos import queries
from webapp.ground.photos.look import look_of, parts_of
from webapp.ground.photos.models import Photo, PhotoLook
from webapp.ground.photos.picture import examine, shrink
from webapp.ground.photos.refusals import HashMismatch, PhotoTooLarge
from webapp.ground.photos.rules import MADE, MAX_BYTES, UNUSED_KEPT, Size
from webapp.ground.photos.store import drop, fetch, keep, key_of

IN_MEMORY = 1024 * 1024  # what phones send after shrinking fits; larger ones go to a temporary file
SWEPT_AT_ONCE = 500
PARTS = ("part1", "part2", "part3", "part4")


def take_in(location: str, estate_id: UUID, sha256: str, body: Readable, maker: Maker, *, now: datetime) -> None:
    """Receive a photo, believe nothing about it, and keep it: bytes first, then the row that says they are there.

    sha256  what the sender says the bytes are

    Raises PhotoTooLarge as soon as there is too much, HashMismatch, NotAPicture, PhotoAnimated or PhotosBusy.
    """
    with tempfile.SpooledTemporaryFile(max_size=IN_MEMORY) as file:
        size = _receive(body, file, sha256)
        facts = examine(file)
        file.seek(0)
        keep(location, key_of(estate_id, sha256), file)
    row = {
        "estate_id": estate_id,
        "sha256": sha256,
        "mime": facts.mime,
        "size": size,
        "width": facts.width,
        "height": facts.height,
        "bare": facts.bare,
        "sent_by": maker.person_id,
        "device_id": maker.device_id,
        "received_at": now,
    }
    with unit_of_work() as session:
        session.execute(insert_into(session, Photo).on_conflict_do_nothing().values(row))


def in_size(location: str, photo: Photo, size: Size) -> tuple[bytes, str] | None:
    """Answer bytes and MIME type of a photo in a size, made now if it was not yet; None when the bytes are lost."""
    if size is Size.ORIGINAL or (size is Size.SCREEN and photo.bare):
        original = fetch(location, key_of(photo.estate_id, photo.sha256))
        return (original, photo.mime) if original else None
    made = fetch(location, key_of(photo.estate_id, photo.sha256, size))
    if made is None:
        made = make_sizes(location, photo.estate_id, photo.sha256, [size]).get(size)
    return (made, f"image/{MADE[size][1].lower()}") if made else None


def make_sizes(location: str, estate_id: UUID, sha256: str, sizes: list[Size]) -> dict[Size, bytes]:
    """Make a photo's sizes and keep them; making them again changes nothing. Empty when the bytes are lost."""
    original = fetch(location, key_of(estate_id, sha256))
    made = shrink(io.BytesIO(original), sizes) if original else {}
    for size, data in made.items():
        keep(location, key_of(estate_id, sha256, size), data)
    return made


def keep_look(estate_id: UUID, sha256: str, thumb: bytes | None) -> None:
    """Keep what a photo looks like, by its small size; keeping it again changes nothing."""
    look = look_of(thumb) if thumb else None
    parts = dict(zip(PARTS, parts_of(look), strict=True)) if look else dict.fromkeys(PARTS)
    row = {"estate_id": estate_id, "sha256": sha256, "look": look, **parts, "weighed": False}
    with unit_of_work() as session:
        session.execute(insert_into(session, PhotoLook).on_conflict_do_nothing().values(row))


def sweep(location: str, *, now: datetime) -> int:
    """Delete some photos that no record showed for 100 days (protocol.md 11); answers how many, 0 at the end."""
    with unit_of_work() as session:
        old = queries.unused(session, received_before=now - UNUSED_KEPT, limit=SWEPT_AT_ONCE)
        keys = [key_of(photo.estate_id, photo.sha256, size) for photo in old for size in Size]
        for photo in old:
            session.delete(photo)
            session.execute(delete(PhotoLook).where(*_of(photo)))
    drop(location, keys)
    return len(old)


def _of(photo: Photo) -> tuple[ColumnElement[bool], ...]:
    return PhotoLook.estate_id == photo.estate_id, PhotoLook.sha256 == photo.sha256


def _receive(body: Readable, file: IO[bytes], sha256: str) -> int:
    size, came = receive(body, file, most=MAX_BYTES, refusal=PhotoTooLarge)
    if came != sha256:
        raise HashMismatch()
    return size
