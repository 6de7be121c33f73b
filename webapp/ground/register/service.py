"""What people do with an upload: bring it, say what its columns mean, have it kept. The reading is the worker's."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from webapp.core.actor import Person
from webapp.core.bodies import Readable
from webapp.core.db import insert_into, unit_of_work
from webapp.core.ids import new_id
from webapp.ground.register.difference import fingerprint
from webapp.ground.register.files import path_of, take_file
from webapp.ground.register.models import ColumnMeaning, Upload, UploadState
from webapp.ground.register.queries import stored_units
from webapp.ground.register.refusals import ChangedMeanwhile, FileGone, NothingToKeep, StillBusy, UploadNotRead
from webapp.ground.register.rules import Field

# The worker says more often than this how far it is; who is silent for so long was stopped.
SILENT_FOR = timedelta(minutes=10)
_AT_WORK = (UploadState.READING, UploadState.KEEPING)


def take_in(folder: Path, estate_id: UUID, body: Readable, name: str, *, by: Person, now: datetime) -> UUID:
    """Receive a file, put it into `folder`, and answer the id of its upload, which is then to be read.

    Raises TooLarge.
    """
    upload_id = new_id()
    size, sha256 = take_file(path_of(folder, estate_id, upload_id, name), body)
    with unit_of_work() as session:
        session.add(
            Upload(
                estate_id=estate_id,
                id=upload_id,
                name=name,
                sha256=sha256,
                size=size,
                state=UploadState.READING,
                by_id=by.id,
                by_name=by.name,
                at=now,
                heard_at=now,
            )
        )
    return upload_id


def choose_columns(
    session: Session, folder: Path, upload: Upload, meanings: Mapping[str, Field | None], *, by: Person, now: datetime
) -> None:
    """Remember for the estate what columns mean, and have the file read again; without meanings it is only read again.

    meanings  by the column's heading; None forgets what was said before
    Raises UploadNotRead for what is kept, StillBusy, FileGone.
    """
    if upload.state is UploadState.KEPT:
        raise UploadNotRead(state=upload.state)
    _require_idle(upload, now)
    _require_file(folder, upload)
    forgotten = [title for title, meaning in meanings.items() if meaning is None]
    ours = ColumnMeaning.estate_id == upload.estate_id
    session.execute(delete(ColumnMeaning).where(ours, ColumnMeaning.title.in_(forgotten)))
    for title, meaning in meanings.items():
        if meaning is not None:
            _remember(session, upload.estate_id, title, meaning, by, now)
    upload.report = upload.refused = upload.seen = None
    _hand_over(upload, UploadState.READING, now)


def ask_to_keep(session: Session, folder: Path, upload: Upload, *, by: Person, now: datetime) -> None:
    """Have the worker keep all good rows of a file whose report was seen; from now on it is this person's.

    Raises UploadNotRead, NothingToKeep, StillBusy, FileGone, or ChangedMeanwhile where the report holds no longer.
    """
    if upload.state not in (UploadState.READ, UploadState.KEEPING) or upload.report is None:
        raise UploadNotRead(state=upload.state)
    _require_idle(upload, now)
    keeping = select(Upload).where(Upload.estate_id == upload.estate_id, Upload.state == UploadState.KEEPING)
    for other in session.scalars(keeping):
        _require_idle(other, now)
    if not upload.report["good_units"]:
        raise NothingToKeep(refused=upload.report["refused"])
    _require_file(folder, upload)
    if fingerprint(stored_units(session, upload.estate_id)) != upload.seen:
        raise ChangedMeanwhile()
    upload.by_id, upload.by_name = by.id, by.name
    _hand_over(upload, UploadState.KEEPING, now)


def _require_idle(upload: Upload, now: datetime) -> None:
    if upload.state in _AT_WORK and now - upload.heard_at < SILENT_FOR:
        raise StillBusy(name=upload.name, state=upload.state)


def _require_file(folder: Path, upload: Upload) -> None:
    if not path_of(folder, upload.estate_id, upload.id, upload.name).exists():
        raise FileGone(name=upload.name)


def _hand_over(upload: Upload, state: UploadState, now: datetime) -> None:
    upload.state, upload.refusal, upload.heard_at = state, None, now
    upload.done = upload.of = 0


def _remember(session: Session, estate_id: UUID, title: str, meaning: Field, by: Person, now: datetime) -> None:
    said = {"meaning": meaning.value, "by_id": by.id, "at": now}
    statement = insert_into(session, ColumnMeaning).values(estate_id=estate_id, title=title, **said)
    session.execute(statement.on_conflict_do_update(index_elements=["estate_id", "title"], set_=said))
