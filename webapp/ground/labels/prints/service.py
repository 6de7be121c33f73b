"""Prints of many labels: chosen at once, drawn by the worker file by file. A file once drawn stays drawn."""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from webapp.core.bulk import insert_many
from webapp.core.db import unit_of_work
from webapp.core.ids import new_id
from webapp.ground.estates.models import Estate
from webapp.ground.labels.models import LabelJob, LabelPrint, LabelRow
from webapp.ground.labels.queries import caption
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.sheet import LAYOUTS, write_sheets
from webapp.ground.places.models import Place

# Full sheets of every paper, and no file of more than a thousand labels.
PER_FILE = 960
KEPT = timedelta(days=7)
_NEW = insert(LabelPrint)


@dataclass(frozen=True, slots=True)
class Press:
    """Where prints lie, and the address that their codes say."""

    data_dir: Path
    public_url: str

    def folder(self, estate_id: UUID, job_id: UUID) -> Path:
        """Answer where the files of one print lie."""
        return self.data_dir / "labels" / str(estate_id) / str(job_id)

    def file(self, estate_id: UUID, job_id: UUID, number: int) -> Path:
        """Answer where a file of a print lies once it is drawn; the first is number 1."""
        return self.folder(estate_id, job_id) / f"{number}.pdf"


def start_print(
    session: Session, estate_id: UUID, labels: Iterable[UUID], layout: str, *, by: UUID, now: datetime
) -> LabelJob:
    """Keep what is to be printed: these labels in their order."""
    ids = list(labels)
    job = LabelJob(estate_id=estate_id, id=new_id(), layout=layout, labels=len(ids), drawn=0, made_at=now, made_by=by)
    session.add(job)
    session.flush()
    rows = [
        {"estate_id": estate_id, "job_id": job.id, "position": position, "label_id": label_id}
        for position, label_id in enumerate(ids)
    ]
    insert_many(session, _NEW, rows)
    return job


def draw(press: Press, estate_id: UUID, job_id: UUID, *, now: datetime) -> None:
    """Draw the files of a print that are not drawn yet; a print that is drawn or swept is left alone."""
    with unit_of_work() as session:
        job = session.get(LabelJob, (estate_id, job_id))
        if job is None or job.finished_at:
            return
        job.started_at, job.failed_at = job.started_at or now, None
        total, layout, estate = job.labels, job.layout, session.get_one(Estate, estate_id).name
    press.folder(estate_id, job_id).mkdir(parents=True, exist_ok=True)
    for number, first in enumerate(range(0, total, PER_FILE), start=1):
        if not press.file(estate_id, job_id, number).exists():
            _draw_file(press, (estate_id, job_id), number, estate=estate, layout=layout)
        _note(estate_id, job_id, drawn=min(first + PER_FILE, total))
    _note(estate_id, job_id, finished_at=now)


def _draw_file(press: Press, job: tuple[UUID, UUID], number: int, *, estate: str, layout: str) -> None:
    first = (number - 1) * PER_FILE
    with unit_of_work() as session:
        labels = labels_of_print(session, *job, first)
    file = press.file(*job, number)
    # Two workers may draw the same file; neither may find half of it.
    half = file.with_suffix(f".{os.getpid()}-{new_id()}")
    try:
        write_sheets(
            half,
            labels,
            estate=estate,
            public_url=press.public_url,
            layout=LAYOUTS[layout],
            advance=lambda drawn: _note(*job, drawn=first + drawn),
        )
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def labels_of_print(session: Session, estate_id: UUID, job_id: UUID, first: int) -> list[Printed]:
    """Answer the labels of the file that begins with this one, as they are called today."""
    query = (
        select(LabelRow.code, Place.name, LabelRow.spot, LabelRow.target_kind)
        .join(LabelPrint, (LabelPrint.estate_id == LabelRow.estate_id) & (LabelPrint.label_id == LabelRow.id))
        .outerjoin(Place, (Place.estate_id == LabelRow.estate_id) & (Place.id == LabelRow.target_id))
        .where(LabelPrint.estate_id == estate_id, LabelPrint.job_id == job_id)
        .where(LabelPrint.position >= first, LabelPrint.position < first + PER_FILE)
        .order_by(LabelPrint.position)
    )
    return [Printed(code, caption(name, spot, kind)) for code, name, spot, kind in session.execute(query)]


def note_failure(estate_id: UUID, job_id: UUID, *, now: datetime) -> None:
    """Keep that drawing failed; a later try takes it back."""
    _note(estate_id, job_id, failed_at=now)


def _note(estate_id: UUID, job_id: UUID, **values: datetime | int) -> None:
    with unit_of_work() as session:
        job = session.get(LabelJob, (estate_id, job_id))
        for name, value in values.items() if job else ():
            setattr(job, name, value)


def unfinished(session: Session) -> Sequence[LabelJob]:
    """Answer the prints of all estates that somebody still waits for."""
    return session.scalars(select(LabelJob).where(LabelJob.finished_at.is_(None))).all()


def recent(session: Session, estate_id: UUID, most: int = 10) -> Sequence[LabelJob]:
    """Answer the estate's newest prints, the newest first."""
    query = select(LabelJob).where(LabelJob.estate_id == estate_id)
    return session.scalars(query.order_by(LabelJob.made_at.desc(), LabelJob.id.desc()).limit(most)).all()


def sweep(press: Press, *, now: datetime) -> int:
    """Remove prints older than a week with their files; answer how many there were. The labels stay."""
    with unit_of_work() as session:
        old = session.scalars(select(LabelJob).where(LabelJob.made_at < now - KEPT)).all()
        for job in old:
            shutil.rmtree(press.folder(job.estate_id, job.id), ignore_errors=True)
            session.execute(
                delete(LabelPrint).where(LabelPrint.estate_id == job.estate_id, LabelPrint.job_id == job.id)
            )
            session.delete(job)
        return len(old)
