"""The QR code of a text as one line drawing, for printing at any size."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

# Modules that stay white around a code.
QUIET_ZONE = 4
# Trying all eight masks takes six times as long, and every decoder reads any of them.
MASK = 3
_RUN = re.compile(rb"\x01+|\x00+")


def code_path(text: str) -> tuple[str, int]:
    """Answer the SVG path of the code of `text`, to be stroked one module wide, and its side in modules.

    text  in the letters of the alphanumeric mode
    """
    code = _code(text, _version(len(text)))
    code.make(fit=False)
    return "".join(_strokes(y, row) for y, row in enumerate(code.modules)), len(code.modules)


def side_of(text: str) -> int:
    """Answer how many modules the code of `text` has in a row."""
    return 17 + 4 * _version(len(text))


@lru_cache
def _version(length: int) -> int:
    """Answer the smallest version that holds so many letters: finding it takes as long as drawing the code."""
    return int(_code("A" * length, None).best_fit())


def _code(text: str, version: int | None) -> "QRCode[Any]":
    code = QRCode(version=version, error_correction=ERROR_CORRECT_M, mask_pattern=MASK, border=0)
    code.add_data(text, optimize=0)
    return code


def _strokes(y: int, row: Sequence[bool | None]) -> str:
    runs = _RUN.findall(bytes(map(bool, row)))
    return f"M0 {y}.5" + "".join(_stroke(run) for run in runs)


@lru_cache(maxsize=512)
def _stroke(run: bytes) -> str:
    return f"h{len(run)}" if run[0] else f"m{len(run)} 0"
