"""Builders of what registers say, and of workbooks that say it."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.rules import Unit

HEADER = ("楼栋", "单元", "楼层", "房号", "建筑面积", "房屋状态")


def unit(building: str = "3 栋", stairwell: str = "1 单元", floor: int = 1, number: str = "101", **values: Any) -> Unit:
    """Make a unit as a register gives it."""
    given = {"area": 9000, "status": UnitStatus.VACANT_UNSOLD, "renovating": False, **values}
    return Unit(building, stairwell, floor, number, **given)


def workbook(rows: Iterable[Sequence[Any]], *, header: Sequence[str] = HEADER, sheet: str = "房屋台账") -> bytes:
    """Make a workbook of one sheet, as Excel writes it."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate((header, *rows)):
            page.write_row(number, 0, row)
    return file.getvalue()
