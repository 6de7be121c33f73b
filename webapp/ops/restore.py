"""Puts a backup back. What was there before is moved aside, never deleted; phones then send again what they hold."""

import shutil
import tarfile
import tempfile
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from webapp.config import Settings
from webapp.ops.backup import MANIFEST, STORE, BackupFailed, Manifest, folders
from webapp.ops.programs import flask, pg_restore


def put_back(settings: Settings, source: Path, now: datetime) -> Manifest:
    """Restore what `source` holds and begin a new epoch. Raises BackupFailed before anything is touched."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.data_dir) as folder:
        unpacked = Path(folder)
        with tarfile.open(source) as tar:
            _unpack(tar, unpacked)
        manifest = _manifest(unpacked, settings)
        _put_store_back(settings, unpacked / STORE, now)
        for name, place in folders(settings).items():
            _put_files_back(unpacked / name, place)
    for command in (("db", "upgrade"), ("logbook", "new-epoch")):
        done = flask(*command, database_url=settings.database_url)
        if done.returncode:
            raise BackupFailed(done.stdout + done.stderr)
    return manifest


def _unpack(tar: tarfile.TarFile, folder: Path) -> None:
    """Write every file of `tar` below `folder`. By hand: the oldest Python that we run on has no filter for it."""
    for member in tar:
        target = (folder / member.name).resolve()
        if not target.is_relative_to(folder.resolve()):
            raise BackupFailed("this is not a backup of ours")
        content = tar.extractfile(member)
        if content is None:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        with content, target.open("wb") as file:
            shutil.copyfileobj(content, file)


def _manifest(unpacked: Path, settings: Settings) -> Manifest:
    if not (unpacked / MANIFEST).is_file() or not (unpacked / STORE).is_file():
        raise BackupFailed("this is not a backup of ours")
    manifest = Manifest.read((unpacked / MANIFEST).read_bytes())
    kind = make_url(settings.database_url).get_backend_name()
    if manifest.store != kind:
        raise BackupFailed(f"the backup holds a {manifest.store} store, this installation runs on {kind}")
    return manifest


def _put_store_back(settings: Settings, kept: Path, now: datetime) -> None:
    url = make_url(settings.database_url)
    if url.get_backend_name() == "postgresql":
        said = pg_restore(settings.database_url, kept)
        if said:
            raise BackupFailed(said)
        return
    store = Path(url.database or "")
    for suffix in ("", "-wal", "-shm"):
        old = store.with_name(store.name + suffix)
        if old.exists():
            old.rename(store.with_name(f"{store.name}{suffix}.before-{now:%Y%m%d-%H%M%S}"))
    shutil.copyfile(kept, store)


def _put_files_back(kept: Path, place: Path) -> None:
    if kept.is_dir():
        # Photos are named by their hashes, bundles by their closings: a file that is there already is the same file.
        shutil.copytree(kept, place, dirs_exist_ok=True)
