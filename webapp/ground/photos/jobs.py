"""What the worker does for photos."""

from typing import cast
from uuid import UUID

from flask import current_app

from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db
from webapp.core.jobs import Job
from webapp.ground.photos import queries
from webapp.ground.photos.rules import Size
from webapp.ground.photos.service import make_sizes, sweep


def photo_store() -> str:
    """Answer where this installation keeps its photos."""
    return cast(Settings, current_app.extensions["rounds.settings"]).photo_store


def _make_sizes(estate_id: str, sha256: str) -> None:
    photo = queries.photo(db.session(), UUID(estate_id), sha256)
    if photo is not None:
        sizes = [Size.THUMB] if photo.bare else [Size.THUMB, Size.SCREEN]
        make_sizes(photo_store(), photo.estate_id, sha256, sizes)


def _sweep() -> None:
    while sweep(photo_store(), now=clock.now()):
        continue


MAKE_SIZES = Job(name="photos.make_sizes", act=_make_sizes)
SWEEP = Job(name="photos.sweep", act=_sweep, daily=(19, 20))  # 03:20 in China
