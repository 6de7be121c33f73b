"""What the person at the terminal reads: tables that line up with Chinese words in them, and a QR code."""

import io
import sys
import unicodedata
from collections.abc import Sequence

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_L


def say(*lines: str) -> None:
    """Print at once, also into a pipe."""
    print(*lines, sep="\n", flush=True)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Answer `rows` under `head`, each column as wide as its widest cell."""
    lines = [head, *rows]
    widths = [max(_width(line[column]) for line in lines) for column in range(len(head))]
    drawn = ["  ".join(_padded(cell, width) for cell, width in zip(line, widths, strict=True)) for line in lines]
    drawn.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(f"  {line.rstrip()}" for line in drawn)


def qr(text: str) -> str:
    """Answer `text` as a QR code of half blocks, dark on light whatever the terminal's colours."""
    code = QRCode(error_correction=ERROR_CORRECT_L, border=2)
    code.add_data(text)
    out = io.StringIO()
    code.print_ascii(out=out)
    if not sys.stdout.isatty():
        return out.getvalue().rstrip("\n")
    return "\n".join(f"\033[30;107m{line}\033[0m" for line in out.getvalue().rstrip("\n").split("\n"))


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(cell: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in cell)
