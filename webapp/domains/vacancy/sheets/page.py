"""One paper, told once: the same facts and tables are set as PDF and written into a workbook."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper.form import Box, Form, Proof, Table
from webapp.ground.paper.words import Lexicon
from webapp.ground.paper.workbook import Line, write_workbook


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. `widths` are shares of the paper's width; `folds`: on paper so many lines stand beside each other."""

    heading: str
    columns: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Line]
    folds: int = 1


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in the estate's language. `proved`: the entries that froze it; None for a draft."""

    estate: Estate
    say: Lexicon
    title: str
    facts: Sequence[tuple[str, str | int]]
    sheets: Sequence[Sheet]
    boxes: Sequence[Box]
    proved: Proved | None


def form_of(paper: Paper, proof: Proof | None) -> Form:
    """Answer the paper as a form; tables without a line are left out."""
    return Form(
        language=paper.say.language,
        title=paper.title,
        serial="",
        estate=paper.estate.name,
        facts=[(label, str(value)) for label, value in paper.facts],
        parts=[_table(sheet) for sheet in paper.sheets if sheet.rows],
        boxes=paper.boxes,
        proof=proof,
    )


def _table(sheet: Sheet) -> Table:
    folds = min(sheet.folds, len(sheet.rows))
    return Table(
        heading=sheet.heading,
        columns=[*sheet.columns] * folds,
        widths=[*sheet.widths] * folds,
        rows=list(_folded(sheet.rows, folds)),
    )


def _folded(rows: Sequence[Line], folds: int) -> Iterator[list[str]]:
    """Answer the lines as they stand on paper, down the left side first."""
    height = -(-len(rows) // folds)
    for top in range(height):
        beside = [rows[at] for at in range(top, len(rows), height)]
        cells = [str(cell) for line in beside for cell in line]
        yield cells + [""] * (len(rows[0]) * folds - len(cells))


def workbook_of(paper: Paper) -> bytes:
    """Answer the paper as XLSX: what it says of the whole on the first sheet, every table on its own."""
    file = io.BytesIO()
    head: list[Line] = [(paper.say("head"), paper.say("value")), *paper.facts]
    write_workbook(file, {paper.title: head, **{one.heading: [one.columns, *one.rows] for one in paper.sheets}})
    return file.getvalue()
