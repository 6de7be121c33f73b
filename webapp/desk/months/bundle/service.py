"""Makes bundles: with progress, once, and with the file's hash in the book."""

import hashlib
import os
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.core.db import db, unit_of_work
from webapp.core.feed import lock_head
from webapp.core.ids import new_id
from webapp.desk.months.bundle.archive import write_bundle
from webapp.desk.months.bundle.place import Shelf
from webapp.desk.months.contents import contents_between
from webapp.desk.months.models import MonthBundle, MonthClosing
from webapp.ground.books import books_of_all_rooms
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.book import Draft, write
from webapp.ground.logbook.chain import moment

BUNDLED = "months.bundle"
Key = tuple[UUID, UUID]


def unfinished(session: Session, *, begun: bool) -> list[Key]:
    """Answer the closings of all estates that have no bundle yet, by (estate, closing).

    begun  also those that a worker had in hand
    """
    made = (MonthBundle.estate_id == MonthClosing.estate_id) & (MonthBundle.closing_id == MonthClosing.id)
    query = select(MonthClosing.estate_id, MonthClosing.id).outerjoin(MonthBundle, made)
    waiting = MonthBundle.finished_at.is_(None) & MonthBundle.purge_entry.is_(None)
    waiting = waiting if begun else waiting & MonthBundle.started_at.is_(None)
    return [(estate_id, id_) for estate_id, id_ in session.execute(query.where(waiting).order_by(MonthClosing.entry))]


def make_bundle(settings: Settings, key: Key, *, now: datetime) -> None:
    """Make the bundle of a closing and write its hash into the book; one that lies there is left alone."""
    path = Shelf(settings.bundles).file(*key)
    if not _begin(key, path, now):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(f".{os.getpid()}-{new_id()}")  # two workers may make the same; neither may find half of it
    try:
        session = db.session()
        session.rollback()
        closing = session.get_one(MonthClosing, key)
        estate = session.get_one(Estate, closing.estate_id)
        books = books_of_all_rooms()
        found = contents_between(session, books, estate, closing.month, closing.since, closing.up_to)
        manifest = write_bundle(
            half,
            session,
            settings,
            books,
            closing,
            found,
            now=now,
            advance=lambda done, of: _note(key, done=done, total=of),
        )
        _finish(key, half, path, manifest_pages=len(manifest["pages"]), now=now)
    finally:
        half.unlink(missing_ok=True)


def _begin(key: Key, path: Path, now: datetime) -> bool:
    with unit_of_work() as session:
        bundle = session.get(MonthBundle, key)
        if bundle is None:
            bundle = MonthBundle(estate_id=key[0], closing_id=key[1])
            session.add(bundle)
        if bundle.purge_entry or (bundle.finished_at and path.exists()):
            return False
        bundle.started_at, bundle.failed_at, bundle.finished_at = now, None, None
    return True


def _finish(key: Key, half: Path, path: Path, *, manifest_pages: int, now: datetime) -> None:
    with half.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size = half.stat().st_size
    with unit_of_work() as session:
        head = lock_head(session, key[0])
        bundle = session.get_one(MonthBundle, key, populate_existing=True)
        if bundle.finished_at or bundle.purge_entry:
            return
        judged = {"closing": str(key[1]), "sha256": sha256, "size": size, "pages": manifest_pages}
        zone = ZoneInfo(session.get_one(Estate, key[0]).timezone)
        (written,) = write(session, head, [Draft(BUNDLED, now, {}, {"receivedAt": moment(now)}, judged)], zone)
        half.replace(path)
        bundle.finished_at, bundle.size, bundle.sha256, bundle.entry = now, size, sha256, written.entry.number


def note_failure(key: Key, *, now: datetime) -> None:
    """Keep that making failed; a later try takes it back."""
    with unit_of_work() as session:
        bundle = session.get(MonthBundle, key)
        if bundle:
            bundle.failed_at = now


def _note(key: Key, *, done: int, total: int) -> None:
    if done % 5 and done != total:  # five papers take a second
        return
    with unit_of_work() as session:
        bundle = session.get_one(MonthBundle, key)
        bundle.done, bundle.total = done, total
