"""Label sheets on the market, in millimetres."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet of equal labels without gaps, filled row by row.

    left, top  where the first label begins
    code       side of the QR code with its quiet zone, in the left of the label and centred in its height
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
        inset = (self.height - self.code) / 2
        return x + inset, y + inset


# The common 24-label sheet of 70 × 37 mm, without gaps. 33 modules with quiet zone make more than 1 mm a module; the
# millimetre left around them is for printers that pull the paper in askew.
A4_3X8 = SheetLayout(page_width=210, page_height=297, columns=3, rows=8, left=0, top=0.5, width=70, height=37, code=35)
LAYOUTS = {"a4-3x8": A4_3X8}
