"""Reads CSV as offices save it: UTF-8, UTF-16, GB18030 or Big5; commas, semicolons or tabs."""

import csv
import io
from pathlib import Path

from webapp.ground.register.reading.refusals import NotAWorkbook, RegisterTooLarge
from webapp.ground.register.reading.sheet import Row
from webapp.ground.register.reading.states import state_of
from webapp.ground.register.reading.words import meant

MOST_ROWS = 100_000
MOST_COLUMNS = 256
_LONGEST_CELL = 2_000
# The first of equals is taken, so GB18030, which reads nearly everything, comes before Big5.
_LEGACY = ("gb18030", "big5hkscs", "cp950")
_SEPARATORS = ",\t;|，"
_LOOKED_AT = 200


def read_separated(path: Path) -> list[Row]:
    """Answer the rows of the text; raises NotAWorkbook, RegisterTooLarge."""
    text = _decoded(path.read_bytes())
    if text.count("\n") > 2 * MOST_ROWS:
        raise RegisterTooLarge(most=MOST_ROWS)
    rows: list[Row] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False):
            rows.append(list(cells[:MOST_COLUMNS]))
            if len(rows) > MOST_ROWS:
                raise RegisterTooLarge(most=MOST_ROWS)
    except csv.Error as error:
        raise NotAWorkbook from error
    return rows


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _by(content, "utf-16") or _refuse()
    if (text := _by(content, "utf-8-sig")) is not None:
        return text
    texts = [text for name in _LEGACY if (text := _by(content, name)) is not None]
    return max(texts, key=_known_words) if texts else _refuse()


def _by(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _refuse() -> str:
    raise NotAWorkbook


def _known_words(text: str) -> int:
    """Answer how many cells of the first rows are a register's words: a wrong reading knows hardly any."""
    lines = text.splitlines()[:_LOOKED_AT]
    cells = (cell for line in lines for cell in line.translate(str.maketrans(';\t|，"', ",,,, ")).split(","))
    return sum(1 for cell in cells if 0 < len(cell) < 20 and (meant(cell) or state_of(cell)))


def _separator(text: str) -> str:
    """Answer the separator that splits the most of the first rows into as many cells."""
    lines = [line for line in text.splitlines()[:_LOOKED_AT] if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        commonest = max(set(counts), key=counts.count, default=0)
        return (counts.count(commonest) if commonest else 0, sum(counts))

    return max(_SEPARATORS, key=evenness)
