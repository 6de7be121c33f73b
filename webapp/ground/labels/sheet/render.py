"""Renders labels to one PDF. Texts travel as data, so no name can be markup; no system font is looked at.

The codes of a sheet are one drawing and the words of a label one block: apart they take twice the memory.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typst

from webapp.ground.labels.address import label_text
from webapp.ground.labels.code import shown
from webapp.ground.labels.service import Printed
from webapp.ground.labels.sheet.layouts import SheetLayout
from webapp.ground.labels.sheet.modules import QUIET_ZONE, code_path

# A floor must not lose its number at the end of a line: 18 | 层.
_NUMBER_AND_WORD = re.compile(r"(?<=\d) (?=[\u4e00-\u9fff])")
# Arms of a mark to cut by, in millimetres: short of the quiet zones.
_ARM = 0.8
TEMPLATE = Path(__file__).with_name("sheet.typ")
FONTS = Path(__file__).parents[3] / "fonts"


def render_sheet(labels: Sequence[Printed], *, estate: str, public_url: str, layout: SheetLayout) -> bytes:
    """Answer a PDF with `labels` in their order, as many sheets as they need."""
    return bytes(
        typst.compile(
            str(TEMPLATE),
            sys_inputs={"data": _data(labels, estate, public_url, layout)},
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            pdf_tags=False,  # nobody reads a label sheet aloud, and tags are 40 % of the file
        )
    )


def _data(labels: Sequence[Printed], estate: str, public_url: str, layout: SheetLayout) -> str:
    size = layout.capacity
    sheets = [_sheet(labels[start : start + size], public_url, layout) for start in range(0, len(labels), size)]
    return json.dumps({"estate": estate, "layout": asdict(layout), "sheets": sheets})


def _sheet(labels: Sequence[Printed], public_url: str, layout: SheetLayout) -> dict[str, Any]:
    codes = (_code(index, label_text(public_url, label.code), layout) for index, label in enumerate(labels))
    box = f'viewBox="0 0 {layout.page_width} {layout.page_height}"'
    return {
        "codes": f'<svg xmlns="http://www.w3.org/2000/svg" {box} stroke="#000">{"".join(codes)}{_marks(layout)}</svg>',
        "words": [[_NUMBER_AND_WORD.sub("\u00a0", label.caption), shown(label.code)] for label in labels],
    }


def _marks(layout: SheetLayout) -> str:
    arms = (f"M{x - _ARM} {y}h{2 * _ARM}M{x} {y - _ARM}v{2 * _ARM}" for x, y in layout.cuts())
    return f'<path stroke="#999" stroke-width="0.1" d="{"".join(arms)}"/>'


def _code(index: int, text: str, layout: SheetLayout) -> str:
    path, side = code_path(text)
    module = layout.code / (side + 2 * QUIET_ZONE)
    x, y = (corner + QUIET_ZONE * module for corner in layout.code_corner(index))
    return f'<path transform="translate({x:.3f} {y:.3f}) scale({module:.5f})" d="{path}"/>'
