"""Makes the file of a bundle: every part with its hash in the manifest, and one hash over all of it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.config import Settings
from webapp.desk.books.lines import heads_of
from webapp.desk.months.bundle.pages import bind
from webapp.desk.months.bundle.tables import as_csv
from webapp.desk.months.contents import Contents
from webapp.desk.months.models import MonthClosing
from webapp.ground.books import Books, Cells, language_of
from webapp.ground.estates.models import Estate
from webapp.ground.paper.memory import forget
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.paper.workbook import write_workbook
from webapp.ground.photos.models import Photo
from webapp.ground.photos.rules import Size
from webapp.ground.photos.service import in_size

WORDS = Path(__file__).with_name("words.yaml")
FORMAT = "rounds.month/1"
# Papers after which the typesetter is made to forget: it takes 0.06 s, and a paper with photos is megabytes.
_UNTIL_FORGET = 20
_PRESSED = frozenset({"pdf", "jpg", "png", "webp", "heic", "xlsx"})
# The same for every part: the file is the same whenever the same is put into it.
_STAMP = (1980, 1, 1, 0, 0, 0)


@dataclass(slots=True)
class Packed:
    """What has gone in so far."""

    zip: ZipFile
    files: list[dict[str, Any]] = field(default_factory=list)

    def put(self, name: str, data: bytes) -> dict[str, Any]:
        """Put a part in and answer what the manifest tells of it."""
        how = ZIP_STORED if name.rpartition(".")[2] in _PRESSED else ZIP_DEFLATED
        self.zip.writestr(ZipInfo(name, _STAMP), data, how)
        told = {"file": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        self.files.append(told)
        return told


def write_bundle(
    path: Path,
    session: Session,
    settings: Settings,
    books: Books,
    closing: MonthClosing,
    found: Contents,
    *,
    now: datetime,
    advance: Callable[[int, int], object],
) -> dict[str, Any]:
    """Write the bundle of a closing to `path` and answer its manifest.

    advance  is told how much is done of how much: papers and photos
    """
    estate = session.get_one(Estate, closing.estate_id)
    tables: defaultdict[str, list[Cells]] = defaultdict(list)
    told, hashes = [], set[str]()
    with ZipFile(path, "w", allowZip64=True) as file:
        packed = Packed(file)
        for done, page in enumerate(found.pages, start=1):
            bound = bind(session, settings, estate, books[page.form], page, closing.month, now)
            told.append({**bound.told, **packed.put(bound.file, bound.paper), "photos": sorted(bound.photos)})
            for name, lines in bound.tables.items():
                tables[name] += lines
            hashes |= bound.photos
            advance(done, len(found.pages) + len(hashes))
            if done % _UNTIL_FORGET == 0:
                forget()
        papers, all_ = len(told), len(told) + len(hashes)
        photos = _photos(packed, session, settings, estate, sorted(hashes), lambda n: advance(papers + n, all_))
        _tables(packed, books, tables, closing, language_of(estate))
        manifest = {**_head(estate, closing, now), "pages": told, **photos, "files": list(packed.files)}
        packed.put("manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1).encode())
    return manifest


def _head(estate: Estate, closing: MonthClosing, now: datetime) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "estate": {"id": str(estate.id), "name": estate.name, "timezone": estate.timezone},
        "month": closing.month,
        "closedAt": closing.closed_at.isoformat(),
        "closedBy": closing.by_name,
        "madeAt": now.isoformat(),
        "entries": {"after": closing.since, "upTo": closing.up_to, "closing": closing.entry},
        "forms": closing.forms,
        "openFindings": closing.open,
    }


def _photos(
    packed: Packed,
    session: Session,
    settings: Settings,
    estate: Estate,
    hashes: Sequence[str],
    advance: Callable[[int], object],
) -> dict[str, Any]:
    """Put the originals in; answer which there are and which are still awaited."""
    here, awaited = [], []
    for done, sha256 in enumerate(hashes, start=1):
        photo = session.scalar(select(Photo).where(Photo.estate_id == estate.id, Photo.sha256 == sha256))
        found = in_size(settings.photo_store, photo, Size.ORIGINAL) if photo else None
        if found is None:
            awaited.append(sha256)
        else:
            suffix = found[1].rpartition("/")[2].replace("jpeg", "jpg")
            here.append(packed.put(f"photos/{sha256}.{suffix}", found[0]))
        advance(done)
    return {"photos": here, "photosAwaited": awaited}


def _tables(packed: Packed, books: Books, tables: dict[str, list[Cells]], closing: MonthClosing, language: str) -> None:
    """Put every table that has a line in, as CSV each and as one workbook."""
    say = read_words(WORDS, language)
    whole: dict[str, list[Cells]] = {}
    for book in books.values():
        for name, title, head in heads_of(book, language):
            if lines := tables.pop(name, None):  # books may share one
                packed.put(f"tables/{name}.csv", as_csv(head, lines))
                whole[title] = [head, *lines]
    notes = [(say("serial"), say("what")), *_notes(closing, say)]
    packed.put("tables/notes.csv", as_csv(notes[0], notes[1:]))
    with TemporaryDirectory(prefix="rounds-month-") as folder:
        path = Path(folder) / "month.xlsx"
        write_workbook(path, {**whole, say("notes"): notes})
        packed.put(f"{closing.month}.xlsx", path.read_bytes())


def _notes(closing: MonthClosing, say: Lexicon) -> Iterable[Cells]:
    for form in closing.forms.values():
        yield from ((serial, say("gap")) for serial in form["gaps"])
        yield from ((serial, say("void")) for serial in form["voids"])
        yield from ((serial, say("late")) for serial in form["late"])
    yield from ((serial, say("open")) for serial in closing.open)
