"""Where the bytes of photos lie: a local folder, or any S3-compatible store. A key says what lies under it."""

import os
from pathlib import Path
from typing import IO
from uuid import UUID

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, from_url

from webapp.ground.photos.rules import Size

# By process: obstore hangs in a child when its parent used it before the fork.
_stores: dict[tuple[int, str], ObjectStore] = {}


def key_of(estate_id: UUID, sha256: str, size: Size = Size.ORIGINAL) -> str:
    """Answer under which key a photo lies: estates apart, so that one can be moved or erased."""
    name = sha256 if size is Size.ORIGINAL else f"{sha256}.{size}"
    return f"{estate_id}/{sha256[:2]}/{name}"


def keep(location: str, key: str, file: IO[bytes] | bytes) -> None:
    """Keep bytes under `key`; they are on the disk when this returns."""
    obstore.put(_store(location), key, file)
    if _is_local(location):
        _settle(Path(location) / key)


def fetch(location: str, key: str) -> bytes | None:
    """Answer the bytes under `key`, or None."""
    try:
        return bytes(obstore.get(_store(location), key).bytes())
    except FileNotFoundError:
        return None


def drop(location: str, keys: list[str]) -> None:
    """Delete what lies under `keys`; what is not there is no fault."""
    for key in keys:
        try:
            obstore.delete(_store(location), key)
        except FileNotFoundError:
            continue


def store_answers(location: str) -> bool:
    """Say whether the photo store is there: asked for a name that nobody uses, a bucket that is missing says so."""
    try:
        next(iter(obstore.list(_store(location), prefix="readiness")), None)
    except (BaseError, OSError):
        return False
    return not _is_local(location) or os.access(location, os.W_OK)


def _is_local(location: str) -> bool:
    return "://" not in location


def _store(location: str) -> ObjectStore:
    key = (os.getpid(), location)
    if key not in _stores:
        _stores[key] = LocalStore(location, mkdir=True) if _is_local(location) else from_url(location)
    return _stores[key]


def _settle(path: Path) -> None:
    # The folders too: a file whose name is lost is lost. Two levels may be new, see `key_of`.
    for one in (path, path.parent, path.parent.parent, path.parent.parent.parent):
        descriptor = os.open(one, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
