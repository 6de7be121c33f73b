"""Label sheets as PDF, to the tenth of a millimetre: vector codes, captions in a font that we bring along."""

from webapp.ground.labels.sheet.layouts import LAYOUTS, SheetLayout
from webapp.ground.labels.sheet.render import render_sheet

__all__ = ["LAYOUTS", "SheetLayout", "render_sheet"]
