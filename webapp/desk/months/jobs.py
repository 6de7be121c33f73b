"""What the worker does for months: bundles, and what was to be destroyed."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from flask import current_app

from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db
from webapp.core.domain import PushKind
from webapp.core.jobs import Job, enqueue
from webapp.desk.months import purge_job
from webapp.desk.months.bundle import service as bundles
from webapp.desk.months.bundle.place import Shelf


def settings() -> Settings:
    """Answer the settings of this installation."""
    return cast(Settings, current_app.extensions["rounds.settings"])


def _bundle(estate_id: str, closing_id: str) -> None:
    key = UUID(estate_id), UUID(closing_id)
    try:
        bundles.make_bundle(settings(), key, now=clock.now())
    except Exception:
        bundles.note_failure(key, now=clock.now())
        raise


def _purge(estate_id: str, purge_id: str) -> None:
    kinds = cast(Mapping[str, PushKind], current_app.extensions["rounds.push_kinds"])
    shelf = Shelf(settings().bundles)
    purge_job.carry_out(shelf, UUID(estate_id), UUID(purge_id), kinds, now=clock.now())


def _look() -> None:
    """Take up what was asked for since: nobody tells the worker of an item."""
    _take_up(begun=False)


def _resume() -> None:
    _take_up(begun=True)


def _take_up(*, begun: bool) -> None:
    for estate_id, closing_id in bundles.unfinished(db.session(), begun=begun):
        enqueue(BUNDLE.name, str(estate_id), str(closing_id))
    for estate_id, purge_id in purge_job.unfinished(db.session()):
        enqueue(PURGE.name, str(estate_id), str(purge_id))


BUNDLE = Job(name="months.bundle", act=_bundle)
PURGE = Job(name="months.purge", act=_purge)
LOOK = Job(name="months.look", act=_look, minutely=True)
RESUME = Job(name="months.resume", act=_resume, first=True)
