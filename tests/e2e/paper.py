"""The printed sheet as paper: rasterised, its labels cut out, their codes read as a person would type them."""

from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image

from webapp.ground.labels.code import parse

DPI = 300
COLUMNS, ROWS = 3, 8


def first_label(sheet: Path) -> tuple[Image.Image, str]:
    """Answer the picture of the sheet's first label and its code."""
    return labels(sheet, 1)[0]


def labels(sheet: Path, count: int) -> list[tuple[Image.Image, str]]:
    """Answer the pictures of the first labels of a sheet of 3 × 8, row by row, each with its code."""
    page = pypdfium2.PdfDocument(sheet)[0].render(scale=DPI / 72).to_pil().convert("RGB")
    return [_cut(page, index) for index in range(count)]


def _cut(page: Image.Image, index: int) -> tuple[Image.Image, str]:
    row, column = divmod(index, COLUMNS)
    width, height = page.width // COLUMNS, page.height // ROWS
    label = page.crop((column * width, row * height, (column + 1) * width, (row + 1) * height))
    (found,) = zxingcpp.read_barcodes(label)
    code = parse(found.text)
    assert isinstance(code, str)
    return label, code
