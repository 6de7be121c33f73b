"""Label papers on the market, in millimetres; sizes of letters in points."""

from dataclasses import dataclass, replace

from webapp.ground.paper.modules import QUIET_ZONE


@dataclass(frozen=True, slots=True)
class Words:
    """Where the words of a label stand, from the label's corner, and how large they are.

    caption         sizes to try for the place's name, the largest first; none: the label shows nothing but its code
    caption_height  what of the height is the name's
    estate          size of the estate's name; 0 leaves it out
    typed           size of the code as people type it
    centred         below the code and centred, else beside it and with a line above the code to type
    """

    x: float
    y: float
    width: float
    height: float
    caption: tuple[float, ...]
    caption_height: float
    estate: float
    typed: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet of equal labels without gaps, filled row by row.

    left, top       where the first label begins
    code            side of the QR code with its quiet zone
    code_x, code_y  where that begins, from the label's corner
    """

    page_width: float
    page_height: float
    columns: int
    rows: int
    left: float
    top: float
    width: float
    height: float
    code: float
    code_x: float
    code_y: float
    words: Words

    def module(self, modules: int) -> float:
        """Answer how large one of so many modules in a row is, the quiet zone of four on each side not counted."""
        return self.code / (modules + 2 * QUIET_ZONE)

    @property
    def capacity(self) -> int:
        """Answer how many labels a sheet holds."""
        return self.columns * self.rows

    def corner(self, index: int) -> tuple[float, float]:
        """Answer where the label of this index on its sheet begins: x, y."""
        row, column = divmod(index, self.columns)
        return self.left + column * self.width, self.top + row * self.height

    def cuts(self) -> list[tuple[float, float]]:
        """Answer where lines to cut along cross, inside the sheet."""
        xs = [self.left + column * self.width for column in range(1, self.columns)]
        ys = [self.top + row * self.height for row in range(1, self.rows)]
        return [(x, y) for y in ys for x in xs]

    def code_corner(self, index: int) -> tuple[float, float]:
        """Answer where its code with quiet zone begins: x, y."""
        x, y = self.corner(index)
        return x + self.code_x, y + self.code_y

    def single(self) -> "SheetLayout":
        """Answer the paper that is one such label and nothing more."""
        return replace(self, page_width=self.width, page_height=self.height, columns=1, rows=1, left=0, top=0)


def _roll(side: float, *, code: float, code_y: float, words: Words) -> SheetLayout:
    """Answer square labels one a page, as printers with a roll want them; the code is centred."""
    page = {"page_width": side, "page_height": side, "width": side, "height": side}
    centred = (side - code) / 2
    return SheetLayout(**page, columns=1, rows=1, left=0, top=0, code=code, code_x=centred, code_y=code_y, words=words)


# The common 24-label sheet of 70 × 37 mm, without gaps. 33 modules with quiet zone make more than 1 mm a module; the
# millimetre left around them is for printers that pull the paper in askew.
A4_3X8 = SheetLayout(
    page_width=210,
    page_height=297,
    columns=3,
    rows=8,
    left=0,
    top=0.5,
    width=70,
    height=37,
    code=35,
    code_x=1,
    code_y=1,
    words=Words(
        x=36,
        y=5.24,
        width=32,
        height=26.52,
        caption=(18, 16, 15, 14, 13, 12, 11, 10, 9, 8),
        caption_height=13.2,
        estate=8,
        typed=11.2,
    ),
)
# 105 × 74 mm: read from across a landing.
A4_2X4 = SheetLayout(
    page_width=210,
    page_height=297,
    columns=2,
    rows=4,
    left=0,
    top=0.5,
    width=105,
    height=74,
    code=60,
    code_x=3,
    code_y=7,
    words=Words(
        x=63.5,
        y=14.3,
        width=38.5,
        height=45.4,
        caption=(26, 24, 22, 20, 18, 16, 14, 12),
        caption_height=29,
        estate=10,
        typed=13.2,
    ),
)
ROLL_50 = _roll(
    50,
    code=33.6,
    code_y=0,
    words=Words(
        x=2,
        y=34.3,
        width=46,
        height=14.4,
        caption=(14, 12, 11, 10, 9, 8, 7, 6),
        caption_height=6.1,
        estate=7,
        typed=10,
        centred=True,
    ),
)
ROLL_30 = _roll(
    30,
    code=21,
    code_y=0.2,
    words=Words(
        x=1.5,
        y=21.8,
        width=27,
        height=7.2,
        caption=(9, 8, 7, 6, 5, 4.5),
        caption_height=4.2,
        estate=0,
        typed=6.6,
        centred=True,
    ),
)
# A key tag shows nothing that says what its keys open.
TAG_25 = _roll(
    25,
    code=20.6,
    code_y=0.4,
    words=Words(x=1.5, y=21, width=22, height=2.6, caption=(), caption_height=0, estate=0, typed=7.2, centred=True),
)
LAYOUTS = {"a4-3x8": A4_3X8, "a4-2x4": A4_2X4, "roll-50": ROLL_50, "roll-30": ROLL_30, "tag-25": TAG_25}
