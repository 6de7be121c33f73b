"""The QR code of a text as one line drawing, for printing at any size."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_ZONE = 4
# Trying all eight masks takes six times as long, and every decoder reads any of them.
MASK = 3


def code_path(text: str) -> tuple[str, int]:
    """Answer the SVG path of the code of `text`, to be stroked one module wide, and its side in modules."""
    code = QRCode(error_correction=ERROR_CORRECT_M, mask_pattern=MASK, border=0)
    code.add_data(text, optimize=0)
    code.make(fit=True)
    rows = code.modules
    return "".join(part for y, row in enumerate(rows) for part in _strokes(y, row)), len(rows)


def _strokes(y: int, row: Sequence[bool | None]) -> Iterator[str]:
    yield f"M0 {y}.5"
    for dark, run in groupby(row):
        length = len(list(run))
        yield f"h{length}" if dark else f"m{length} 0"
