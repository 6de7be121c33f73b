"""Cards to be cut out and worn, eight or so a sheet: a photo, a few lines, a code that says nothing by itself."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from webapp.ground.paper.render import code_drawing, put, set_pdf, suffix

TEMPLATE = Path(__file__).with_name("cards.typ")


@dataclass(frozen=True, slots=True)
class Card:
    """One card. `address` is what its code says, `shown` the code as people read it out; `photo` as forms take it.

    face  somebody is shown on it; without a photo the frame stays empty, to paste one in
    """

    title: str
    serial: str
    lines: Sequence[tuple[str, str]]
    address: str
    shown: str
    photo: bytes | None = None
    face: bool = True


def render_cards(cards: Sequence[Card], *, title: str, estate: str, language: str, now: datetime) -> bytes:
    """Answer the cards in their order as PDF, as many sheets as they need; `now` is when they are printed."""
    with TemporaryDirectory(prefix="rounds-paper-") as folder:
        root = Path(folder)
        told = [_card(card, root, number) for number, card in enumerate(cards)]
        data = {"title": title, "estate": estate, "language": language, "cards": told}
        return set_pdf(put(root, "cards.typ", TEMPLATE.read_bytes()), json.dumps(data), now=now)


def _card(card: Card, root: Path, number: int) -> dict[str, Any]:
    photo = put(root, f"{number}{suffix(card.photo)}", card.photo).name if card.photo else None
    return {**asdict(card), "photo": photo, "code": code_drawing(card.address)}
