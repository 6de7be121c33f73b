"""Many labels as one PDF, set slice by slice so that memory does not grow with their number."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PdfWriter

from webapp.ground.labels.rules import Printed
from webapp.ground.labels.sheet.layouts import SheetLayout
from webapp.ground.labels.sheet.render import render_sheet
from webapp.ground.paper.memory import forget

# Full sheets of every paper. Larger slices are hardly quicker and take more memory.
SLICE = 480


def write_sheets(
    out: Path,
    labels: Sequence[Printed],
    *,
    estate: str,
    public_url: str,
    layout: SheetLayout,
    advance: Callable[[int], object] = int,
) -> None:
    """Write a PDF with `labels` in their order to `out`, telling `advance` how many are set."""
    whole = PdfWriter()
    whole.add_metadata({"/Title": estate})
    for start in range(0, len(labels), SLICE):
        some = labels[start : start + SLICE]
        whole.append(BytesIO(render_sheet(some, estate=estate, public_url=public_url, layout=layout)))
        forget()
        advance(start + len(some))
    whole.write(out)
