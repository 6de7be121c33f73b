"""What makes labels of one paper worse than they could be (`protocol.md` 12)."""

from webapp.ground.labels.address import address_warnings, label_text
from webapp.ground.labels.code import LENGTH
from webapp.ground.labels.sheet.layouts import SheetLayout
from webapp.ground.paper.modules import side_of

# Millimetres. Below it, cheap printers let modules run together and phones must come close.
SMALLEST_MODULE = 0.5


def warnings(public_url: str, layout: SheetLayout) -> list[str]:
    """Answer codes of what is wrong with the address and with what it makes of this paper; empty when all is well."""
    side = side_of(label_text(public_url, "0" * LENGTH))
    small = ["labels.modules_small"] if layout.module(side) < SMALLEST_MODULE else []
    return address_warnings(public_url) + small
