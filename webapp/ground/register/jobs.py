"""What the worker does for the import of registers."""

from pathlib import Path
from typing import cast
from uuid import UUID

from flask import current_app

from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db
from webapp.core.jobs import Job, enqueue
from webapp.ground.register.files import sweep_files
from webapp.ground.register.models import UploadState
from webapp.ground.register.queries import uploads_at_work
from webapp.ground.register.work import give_up, keep_upload, read_upload


def uploads_folder() -> Path:
    """Answer where this installation keeps files until they are imported."""
    return cast(Settings, current_app.extensions["rounds.settings"]).data_dir / "uploads"


def _read(estate_id: str, upload_id: str) -> None:
    read_upload(uploads_folder(), UUID(estate_id), UUID(upload_id))


def _keep(estate_id: str, upload_id: str) -> None:
    keep_upload(uploads_folder(), UUID(estate_id), UUID(upload_id))


def _sweep() -> None:
    sweep_files(uploads_folder(), now=clock.now())


def _resume() -> None:
    for upload in uploads_at_work(db.session()):
        ids = str(upload.estate_id), str(upload.id)
        if upload.state is UploadState.KEEPING:
            enqueue(KEEP.name, *ids)
        elif upload.of == 0:
            enqueue(READ.name, *ids)
        else:
            give_up(upload.estate_id, upload.id)


READ = Job(name="register.read", act=_read)
KEEP = Job(name="register.keep", act=_keep)
RESUME = Job(name="register.resume", act=_resume, first=True)
SWEEP = Job(name="register.sweep", act=_sweep, daily=(19, 40))  # 03:40 in China
JOBS = (READ, KEEP, RESUME, SWEEP)
