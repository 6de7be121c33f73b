"""Label sheets as PDF, to the tenth of a millimetre: vector codes, captions in a font that we bring along."""

from webapp.ground.labels.sheet.layouts import LAYOUTS, SheetLayout
from webapp.ground.labels.sheet.render import render_png, render_sheet, render_svg
from webapp.ground.labels.sheet.slices import write_sheets
from webapp.ground.labels.sheet.warnings import warnings

__all__ = ["LAYOUTS", "SheetLayout", "render_png", "render_sheet", "render_svg", "warnings", "write_sheets"]
