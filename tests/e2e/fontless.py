"""A machine without any font: opens a PDF there, keeps a picture of every page, and says what each page shows.

`python -m tests.e2e.fontless FILE FOLDER` prints one JSON line a page. A process of its own, because PDFium looks for the
machine's fonts once, as it starts.
"""

import ctypes
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from tests.e2e.server import ROOT

SCALE = 2.0  # 144 dpi: a comma is three pixels
INK = 160  # of 255: darker is written on


def read(paper: Path, folder: Path) -> list[dict[str, Any]]:
    """Open a PDF on such a machine, keep its pages in `folder` as pictures, and answer what each shows."""
    command = [sys.executable, "-m", "tests.e2e.fontless", str(paper), str(folder)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [json.loads(page) for page in told.splitlines()]


def _forget_the_machines_fonts() -> None:
    """Start PDFium anew with an empty list of font folders."""
    nowhere = (ctypes.POINTER(ctypes.c_char) * 1)()
    pdfium.FPDF_DestroyLibrary()
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2, m_pUserFontPaths=nowhere))


def _pages(file: Path, folder: Path) -> Iterator[dict[str, Any]]:
    """Answer of each page its text, its characters that left no ink, and how many Chinese ones look different."""
    with pypdfium2.PdfDocument(file) as document:
        for number, page in enumerate(document, start=1):
            picture = page.render(scale=SCALE).to_pil().convert("L")
            picture.save(folder / f"{file.stem}-{number}.png")
            yield _shown(page, picture)


def _shown(page: pypdfium2.PdfPage, picture: Image.Image) -> dict[str, Any]:
    text, blank, looks = page.get_textpage(), set[str](), dict[str, bytes]()
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip() and letter.isprintable():
            cut = picture.crop(_box(text.get_charbox(index, loose=True), picture.height))
            blank |= {letter} if min(cut.tobytes()) > INK else set()
            looks.setdefault(letter, cut.resize((24, 24)).tobytes())
    chinese = [look for letter, look in looks.items() if "\u4e00" <= letter <= "\u9fff"]
    return {"text": text.get_text_range(), "blank": sorted(blank), "chinese": len(chinese), "looks": len({*chinese})}


def _box(box: tuple[float, float, float, float], height: int) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(side * SCALE) for side in box)
    return left, height - top, max(right, left + 1), max(height - bottom, height - top + 1)


if __name__ == "__main__":
    _forget_the_machines_fonts()
    for told in _pages(Path(sys.argv[1]), Path(sys.argv[2])):
        print(json.dumps(told, ensure_ascii=False))
