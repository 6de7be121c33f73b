"""What the worker does for labels."""

from typing import cast
from uuid import UUID

from flask import current_app

from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db
from webapp.core.jobs import Job, enqueue
from webapp.ground.labels.prints import service as prints
from webapp.ground.labels.prints.service import Press


def press() -> Press:
    """Answer where this installation draws its labels."""
    settings = cast(Settings, current_app.extensions["rounds.settings"])
    return Press(settings.data_dir, settings.public_url)


def _draw(estate_id: str, job_id: str) -> None:
    key = UUID(estate_id), UUID(job_id)
    try:
        prints.draw(press(), *key, now=clock.now())
    except Exception:
        prints.note_failure(*key, now=clock.now())
        raise


def _resume() -> None:
    for job in prints.unfinished(db.session()):
        enqueue(DRAW.name, str(job.estate_id), str(job.id))


def _sweep() -> None:
    prints.sweep(press(), now=clock.now())


DRAW = Job(name="labels.draw", act=_draw)
RESUME = Job(name="labels.resume", act=_resume, first=True)
SWEEP = Job(name="labels.sweep", act=_sweep, daily=(19, 40))  # 03:40 in China
