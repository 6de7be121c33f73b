"""Where uploaded workbooks lie: in the data folder, estates apart, until they are kept or too old."""

import os
import re
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from webapp.core.bodies import Readable, receive

MAX_BYTES = 20 * 1024 * 1024
KEPT_FOR = timedelta(days=30)

_ENDING = re.compile(r"\.[a-z0-9]{1,5}")


def path_of(folder: Path, estate_id: UUID, upload_id: UUID, name: str) -> Path:
    """Answer where the file of an upload lies: nothing of `name` is used but how it ends."""
    ending = _ENDING.fullmatch(Path(name).suffix.lower())
    return folder / str(estate_id) / f"{upload_id}{ending[0] if ending else ''}"


def take_file(path: Path, body: Readable) -> tuple[int, str]:
    """Receive a file whole or not at all; answer its bytes and its SHA-256. Raises TooLarge."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            taken = receive(body, file, most=MAX_BYTES)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return taken


def sweep_files(folder: Path, *, now: datetime) -> int:
    """Delete the files that nobody kept for 30 days; answer how many."""
    oldest = (now - KEPT_FOR).timestamp()
    old = [path for path in folder.glob("*/*") if path.stat().st_mtime < oldest]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
