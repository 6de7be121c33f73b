"""What the worker does with an upload: reads and compares it, or keeps it whole in one transaction.

Done twice, or begun again after the worker was killed, it ends the same.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.errors import DomainError, JsonValue
from webapp.ground.register.difference import compare, fingerprint
from webapp.ground.register.files import path_of
from webapp.ground.register.models import UploadState
from webapp.ground.register.progress import Progress
from webapp.ground.register.queries import chosen_columns, stored_units, upload_called
from webapp.ground.register.reading.register import read_register
from webapp.ground.register.refusals import ChangedMeanwhile, FileGone, Interrupted
from webapp.ground.register.report import refused_rows, report
from webapp.ground.register.rules import Field, Register
from webapp.ground.register.store import keep_difference, lock_register


@dataclass(frozen=True, slots=True)
class InHand:
    """An upload that the worker has in hand, in the state in which it took it."""

    estate_id: UUID
    id: UUID
    name: str
    path: Path
    state: UploadState


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who had an upload kept."""

    id: UUID
    name: str


def read_upload(folder: Path, estate_id: UUID, upload_id: UUID) -> None:
    """Read the file and say what keeping it would change; a file that cannot be read is refused and deleted."""
    upload = _take(folder, estate_id, upload_id, UploadState.READING)
    if upload is None:
        return
    with _refusing(upload, UploadState.REFUSED):
        chosen = chosen_columns(db.session(), estate_id)
        progress = Progress(estate_id, upload_id)
        register = _read(upload, chosen, progress)
        stored = stored_units(db.session(), estate_id)
        _settle(
            upload,
            UploadState.READ,
            done=progress.of,
            of=progress.of,
            report=report(register, compare(stored, register.units), {one.building for one in stored}),
            refused=refused_rows(register),
            chosen=dict(chosen),
            seen=fingerprint(stored),
        )


def keep_upload(folder: Path, estate_id: UUID, upload_id: UUID) -> None:
    """Keep all good rows of the file, as its report promised, or none."""
    upload = _take(folder, estate_id, upload_id, UploadState.KEEPING)
    if upload is None:
        return
    with _refusing(upload, UploadState.READ):
        chosen = upload_called(db.session(), estate_id, upload_id).chosen
        progress = Progress(estate_id, upload_id)
        register = _read(upload, {title: Field(meaning) for title, meaning in chosen.items()}, progress)
        _keep(upload, register, rows=progress.of)
        upload.path.unlink(missing_ok=True)


def _take(folder: Path, estate_id: UUID, upload_id: UUID, state: UploadState) -> InHand | None:
    row = upload_called(db.session(), estate_id, upload_id)
    path = path_of(folder, estate_id, upload_id, row.name)
    return InHand(estate_id, upload_id, row.name, path, state) if row.state is state else None


def _read(upload: InHand, chosen: Mapping[str, Field], progress: Progress) -> Register:
    if not upload.path.exists():
        raise FileGone(name=upload.name)
    progress.begin()
    return read_register(upload.path, chosen, name=upload.name, heard=progress)


def _keep(upload: InHand, register: Register, *, rows: int) -> None:
    with unit_of_work() as session:
        row = upload_called(session, upload.estate_id, upload.id, lock=True)
        if row.state is not UploadState.KEEPING:
            return
        lock_register(session, upload.estate_id)
        stored = stored_units(session, upload.estate_id, lock=True)
        if fingerprint(stored) != row.seen:
            raise ChangedMeanwhile()
        now, by = clock.now(), Keeper(row.by_id, row.by_name)
        found = compare(stored, register.units)
        keep_difference(session, upload.estate_id, found, by=by, now=now, reason=upload.name)
        row.state, row.done, row.of, row.heard_at = UploadState.KEPT, rows, rows, now


@contextmanager
def _refusing(upload: InHand, state: UploadState) -> Iterator[None]:
    """Write down why an upload came no further, and leave it in `state`."""
    try:
        yield
    except DomainError as error:
        if state is UploadState.REFUSED:
            upload.path.unlink(missing_ok=True)
        _settle(upload, state, refusal=_refusal(error.code, error.params))
    except Exception:
        _settle(upload, state, refusal=_refusal(Interrupted.code, {}))
        raise  # into the log; the worker's next try finds it settled


def _refusal(code: str, params: Mapping[str, JsonValue]) -> dict[str, Any]:
    return {"code": code, "params": dict(params)}


def _settle(upload: InHand, state: UploadState, **columns: Any) -> None:
    with unit_of_work() as session:
        row = upload_called(session, upload.estate_id, upload.id, lock=True)
        if row.state is not upload.state:
            return  # another worker was sooner
        row.state, row.heard_at = state, clock.now()
        for name, value in columns.items():
            setattr(row, name, value)


def give_up(estate_id: UUID, upload_id: UUID) -> None:
    """Say of a file in whose reading the worker was killed that it can be tried again: it may be the file's doing."""
    upload = _take(Path(), estate_id, upload_id, UploadState.READING)
    if upload is not None:
        _settle(upload, UploadState.REFUSED, refusal=_refusal(Interrupted.code, {}))
