"""A register as paper: lines under titles that are repeated on every page, on wide sheets, as PDF/A."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from webapp.ground.paper.render import set_pdf
from webapp.ground.paper.words import read_words

TEMPLATE = Path(__file__).with_name("listing.typ")
WORDS = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell that is drawn, a signature for instance, with a name below; `drawing` is SVG."""

    drawing: str
    name: str


Cell = str | Drawn


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of a register, all words in their language already. `widths` are shares; `span` says of which days."""

    language: str
    title: str
    estate: str
    span: str
    columns: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[Cell]]


def render_listing(listing: Listing, *, now: datetime, printed: str) -> bytes:
    """Answer the register as PDF; `printed` says in words when, `now` is that moment."""
    words = read_words(WORDS, listing.language)
    plain = {name: value for name, value in asdict(listing).items() if name != "rows"}
    rows = [[_cell(cell) for cell in row] for row in listing.rows]
    foot = words("printed", at=printed, lines=len(rows))
    return set_pdf(TEMPLATE, json.dumps({**plain, "rows": rows, "words": words.words, "foot": foot}), now=now)


def _cell(cell: Cell) -> dict[str, str | None]:
    return {"text": cell, "drawing": None} if isinstance(cell, str) else {"text": cell.name, "drawing": cell.drawing}
