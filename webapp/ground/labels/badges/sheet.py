"""Draws badges of the size of a bank card, ten a sheet, with marks to cut by."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import typst

from webapp.ground.labels.address import label_text
from webapp.ground.labels.code import shown
from webapp.ground.paper.fonts import FONTS
from webapp.ground.paper.modules import QUIET_ZONE, code_path

TEMPLATE = Path(__file__).with_name("badge.typ")


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge shows."""

    code: str
    name: str
    role: str


def render_badges(badges: Sequence[Badge], *, estate: str, title: str, public_url: str) -> bytes:
    """Answer a PDF with these badges in their order."""
    told = [_told(one, public_url) for one in badges]
    made = typst.compile(
        str(TEMPLATE),
        sys_inputs={"data": json.dumps({"estate": estate, "title": title, "badges": told})},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="pdf",
    )
    assert isinstance(made, bytes)
    return made


def _told(badge: Badge, public_url: str) -> dict[str, str]:
    drawing = _drawing(label_text(public_url, badge.code))
    return {"name": badge.name, "role": badge.role, "typed": shown(badge.code), "code": drawing}


def _drawing(text: str) -> str:
    path, side = code_path(text)
    wide = side + 2 * QUIET_ZONE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {wide}" stroke="#000">'
        f'<path transform="translate({QUIET_ZONE} {QUIET_ZONE})" d="{path}"/></svg>'
    )
