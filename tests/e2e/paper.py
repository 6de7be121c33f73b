"""The printed sheet as paper: rasterised, one label cut out, its code read as a person would type it."""

from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

from webapp.ground.labels.code import parse

DPI = 300


def first_label(sheet: Path) -> tuple[Image.Image, str]:
    """Answer the picture of the sheet's first label and its code."""
    page = pypdfium2.PdfDocument(sheet)[0].render(scale=DPI / 72).to_pil().convert("RGB")
    label = page.crop((0, 0, page.width // 3, page.height // 8))
    (found,) = zxingcpp.read_barcodes(label)
    code = parse(found.text)
    assert isinstance(code, str)
    return label, code
