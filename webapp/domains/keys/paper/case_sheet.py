"""What the sheets of loans and memos share: cells as the register says them, signatures, photos."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from webapp.domains.keys.models import KeyActRow
from webapp.domains.keys.paper.cases import CasePage
from webapp.domains.keys.registers.cells import Reader
from webapp.domains.keys.registers.queries import Data
from webapp.ground.paper.form import Box, Picture, Section
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.signatures.drawing import drawing_of

WORDS = Path(__file__).with_name("words.yaml")


def words_of(page: CasePage) -> Lexicon:
    """Answer the words of paper in the estate's language."""
    return read_words(WORDS, page.language)


def facts(reader: Reader, line: Data, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Answer the register's columns of one line as facts; what is empty is a dash."""
    for head, name in zip(reader.heads(names), names, strict=True):
        yield head, str(reader.cell(line, name)) or "—"


def clock(page: CasePage, moment: str | datetime) -> str:
    """Answer a moment by the estate's clocks."""
    at = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return moment_text(at, page.estate.timezone)


def signed(page: CasePage, title: str, name: str, act: KeyActRow | None) -> Box:
    """Answer where somebody signed by an act; empty, for a pen, where nobody did."""
    if act is None:
        return Box(title)
    strokes = (act.private or {}).get("strokes")
    return Box(title, name=name, at=clock(page, act.at), drawing=drawing_of(strokes) if strokes else None)


def pictures(page: CasePage, photos: Mapping[str, bytes], heading: str) -> list[Section]:
    """Answer the photos as a section, if there are any."""
    shown = [Picture(str(number), photos.get(sha256)) for number, sha256 in enumerate(page.photos, start=1)]
    return [Section(heading, pictures=shown)] if shown else []
