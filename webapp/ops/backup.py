"""One file that holds an installation: store, photos, closed months, and a manifest that says how far it is safe.

A backup counts only once its own copy of the logbook has been verified; phones then let go of what stands in it.
"""

import json
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import create_engine, make_url, text

from webapp.config import Settings
from webapp.ops.programs import flask, pg_dump

MANIFEST = "manifest.json"
STORE = "store"
PHOTOS = "photos"
BUNDLES = "months"


class BackupFailed(Exception):
    """The backup was not made, or its copy of the logbook does not verify; the text says which."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: which kind of store it holds, and the newest entry of each estate."""

    store: str
    made_at: str
    entries: dict[str, int]

    @classmethod
    def read(cls, content: bytes) -> "Manifest":
        """Answer the manifest of a backup; raises BackupFailed when it is none of ours."""
        try:
            return cls(**json.loads(content))
        except (ValueError, TypeError) as error:
            raise BackupFailed("the file has no manifest of ours") from error

    @property
    def safe(self) -> dict[UUID, int]:
        """The newest entry of each estate."""
        return {UUID(estate): entry for estate, entry in self.entries.items()}


def back_up(settings: Settings, target: Path, now: datetime) -> Manifest:
    """Write a verified backup to `target` and answer its manifest. Raises BackupFailed; then no file is left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        copy = Path(folder) / STORE
        kind = make_url(settings.database_url).get_backend_name()
        entries = COPIES[kind](settings, copy)
        manifest = Manifest(store=kind, made_at=now.isoformat(), entries=entries)
        part = Path(folder) / "part"
        _pack(part, manifest, copy, folders(settings))
        part.replace(target)
    return manifest


def folders(settings: Settings) -> dict[str, Path]:
    """Answer the folders that are kept beside the store, by their names in the backup."""
    photos = photo_folder(settings.photo_store)
    return {BUNDLES: settings.bundles} | ({PHOTOS: photos} if photos else {})


def photo_folder(photo_store: str) -> Path | None:
    """Answer the folder of photos; None when they lie in an object store that is backed up elsewhere."""
    return None if "://" in photo_store else Path(photo_store)


def _pack(part: Path, manifest: Manifest, copy: Path, beside: Mapping[str, Path]) -> None:
    (copy.parent / MANIFEST).write_text(
        json.dumps({"store": manifest.store, "made_at": manifest.made_at, "entries": manifest.entries})
    )
    with tarfile.open(part, "w") as tar:
        tar.add(copy.parent / MANIFEST, MANIFEST)
        tar.add(copy, STORE)
        for name, folder in beside.items():
            if folder.is_dir():
                tar.add(folder, name)


def _copy_sqlite(settings: Settings, copy: Path) -> dict[str, int]:
    """Copy the running store consistently and verify the copy itself."""
    source = make_url(settings.database_url).database or ""
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as kept:
        live.backup(kept)
    url = f"sqlite:///{copy}"
    _verify(url)
    entries = _entries(url)
    for left in copy.parent.glob(f"{STORE}-*"):
        left.unlink()
    return entries


def _copy_postgresql(settings: Settings, copy: Path) -> dict[str, int]:
    """Verify the running store, note its heads, then dump it: what the heads name stands in the dump."""
    _verify(settings.database_url)
    entries = _entries(settings.database_url)
    said = pg_dump(settings.database_url, copy)
    if said:
        raise BackupFailed(said)
    return entries


COPIES: dict[str, Callable[[Settings, Path], dict[str, int]]] = {
    "sqlite": _copy_sqlite,
    "postgresql": _copy_postgresql,
}


def _verify(database_url: str) -> None:
    done = flask("logbook", "verify", database_url=database_url)
    if done.returncode:
        raise BackupFailed(f"the logbook does not verify:\n{done.stdout}{done.stderr}")


def _entries(database_url: str) -> dict[str, int]:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT estate_id, entry FROM estate_heads")).all()
    engine.dispose()
    return {str(UUID(str(estate_id))): entry for estate_id, entry in rows}
