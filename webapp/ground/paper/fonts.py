"""The one font that everything printed is set in; no font of the machine is looked at."""

from pathlib import Path

FONTS = Path(__file__).parents[2] / "fonts"
REGULAR = FONTS / "NotoSansSC-Regular.ttf"
