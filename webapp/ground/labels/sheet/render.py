"""Renders labels to PDF, SVG or PNG. Texts travel as data, so no name can be markup; no system font is looked at.

The codes of a sheet are one drawing and the words of a label one block: apart they take twice the memory.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import typst
from PIL import Image

from webapp.ground.labels.address import label_text
from webapp.ground.labels.code import shown
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.sheet.captions import set_caption
from webapp.ground.labels.sheet.layouts import SheetLayout
from webapp.ground.paper.fonts import FONTS
from webapp.ground.paper.modules import QUIET_ZONE, code_path

# What the typesetter calls the size of a drawing: in points.
_SIZE = re.compile(rb' width="[\d.]+pt" height="[\d.]+pt"')
# Arms of a mark to cut by, in millimetres: short of the quiet zones.
_ARM = 0.8
TEMPLATE = Path(__file__).with_name("sheet.typ")


def render_sheet(labels: Sequence[Printed], *, estate: str, public_url: str, layout: SheetLayout) -> bytes:
    """Answer a PDF with `labels` in their order, as many sheets as they need."""
    return _compile(_data(labels, estate, public_url, layout), "pdf")


def render_svg(label: Printed, *, estate: str, public_url: str, layout: SheetLayout) -> bytes:
    """Answer one label of that paper as a drawing at its true size; letters are outlines, no font is needed."""
    drawing = _compile(_data([label], estate, public_url, layout.single()), "svg")
    return _SIZE.sub(f' width="{layout.width}mm" height="{layout.height}mm"'.encode(), drawing, count=1)


def render_png(label: Printed, *, estate: str, public_url: str, layout: SheetLayout, dpi: int) -> bytes:
    """Answer one label of that paper as pixels, `dpi` to the inch; the picture says so to whoever prints it."""
    drawn = _compile(_data([label], estate, public_url, layout.single()), "png", dpi)
    sized = BytesIO()
    with Image.open(BytesIO(drawn)) as picture:
        picture.convert("L").save(sized, "png", dpi=(dpi, dpi))
    return sized.getvalue()


def _compile(data: str, form: Literal["pdf", "svg", "png"], dpi: int | None = None) -> bytes:
    made = typst.compile(
        str(TEMPLATE),
        sys_inputs={"data": data},
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format=form,
        ppi=dpi,
        pdf_tags=False,  # nobody reads a label sheet aloud, and tags are 40 % of the file
    )
    assert isinstance(made, bytes)
    return made


def _data(labels: Sequence[Printed], estate: str, public_url: str, layout: SheetLayout) -> str:
    size = layout.capacity
    sheets = [_sheet(labels[start : start + size], public_url, layout) for start in range(0, len(labels), size)]
    return json.dumps({"estate": estate, "layout": asdict(layout), "sheets": sheets})


def _sheet(labels: Sequence[Printed], public_url: str, layout: SheetLayout) -> dict[str, Any]:
    codes = (_code(index, label_text(public_url, label.code), layout) for index, label in enumerate(labels))
    box = f'viewBox="0 0 {layout.page_width} {layout.page_height}"'
    return {
        "codes": f'<svg xmlns="http://www.w3.org/2000/svg" {box} stroke="#000">{"".join(codes)}{_marks(layout)}</svg>',
        "words": [[_caption(label, layout), shown(label.code)] for label in labels],
    }


def _caption(label: Printed, layout: SheetLayout) -> dict[str, Any] | None:
    if label.caption is None or not layout.words.caption:
        return None
    return asdict(set_caption(label.caption, layout.words))


def _marks(layout: SheetLayout) -> str:
    arms = (f"M{x - _ARM} {y}h{2 * _ARM}M{x} {y - _ARM}v{2 * _ARM}" for x, y in layout.cuts())
    return f'<path stroke="#999" stroke-width="0.1" d="{"".join(arms)}"/>'


def _code(index: int, text: str, layout: SheetLayout) -> str:
    path, side = code_path(text)
    module = layout.module(side)
    x, y = (corner + QUIET_ZONE * module for corner in layout.code_corner(index))
    return f'<path transform="translate({x:.3f} {y:.3f}) scale({module:.5f})" d="{path}"/>'
