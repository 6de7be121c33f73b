"""What the worker does for photos."""

from datetime import timedelta
from typing import cast
from uuid import UUID

from flask import current_app

from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db
from webapp.core.jobs import Job
from webapp.ground.photos import queries
from webapp.ground.photos.rules import Size
from webapp.ground.photos.service import in_size, keep_look, make_sizes, sweep

LOOKED_BACK = timedelta(days=30)
LOOKED_AT_ONCE = 50


def photo_store() -> str:
    """Answer where this installation keeps its photos."""
    return cast(Settings, current_app.extensions["rounds.settings"]).photo_store


def _make_sizes(estate_id: str, sha256: str) -> None:
    photo = queries.photo(db.session(), UUID(estate_id), sha256)
    if photo is not None:
        sizes = [Size.THUMB] if photo.bare else [Size.THUMB, Size.SCREEN]
        made = make_sizes(photo_store(), photo.estate_id, sha256, sizes)
        keep_look(photo.estate_id, sha256, made.get(Size.THUMB))


def _sweep() -> None:
    while sweep(photo_store(), now=clock.now()):
        continue


def _look_at_the_rest() -> None:
    """Look at photos that came while nobody looked: of an older version, of a backup, of the demo."""
    while unseen := queries.unlooked(db.session(), received_after=clock.now() - LOOKED_BACK, limit=LOOKED_AT_ONCE):
        for photo in unseen:
            found = in_size(photo_store(), photo, Size.THUMB)
            keep_look(photo.estate_id, photo.sha256, found[0] if found else None)


MAKE_SIZES = Job(name="photos.make_sizes", act=_make_sizes)
LOOK = Job(name="photos.look", act=_look_at_the_rest, first=True)
SWEEP = Job(name="photos.sweep", act=_sweep, daily=(19, 20))  # 03:20 in China
