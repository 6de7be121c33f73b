"""Reads one line of the register: a Unit, or a Refusal that says why not. Free of database and files."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any

from webapp.ground.places.rules import UnitStatus
from webapp.ground.register.layouts import Line
from webapp.ground.register.rules import Field, Refusal, Unit

# What offices call the statuses of `vacancy.md` 1 (`protocol.md` 14).
STATUSES: dict[str, UnitStatus] = {
    **dict.fromkeys(("已入住", "入住", "自住"), UnitStatus.OCCUPIED_OWNER),
    **dict.fromkeys(("出租", "租住"), UnitStatus.OCCUPIED_TENANT),
    **dict.fromkeys(("空置", "空置房", "未售"), UnitStatus.VACANT_UNSOLD),
    **dict.fromkeys(("未收楼", "未入住"), UnitStatus.SOLD_NOT_MOVED_IN),
    **dict.fromkeys(("已收楼未住", "闲置", "闲置房", "装修", "装修中"), UnitStatus.IDLE),
    "视为入住": UnitStatus.DEEMED_MOVED_IN,
    "空置房出租": UnitStatus.LET_VACANT,
}
RENOVATING = ("装修", "装修中")

_FLOOR = re.compile(r"(-?\d{1,3})[层楼F]?")
_SEAM = re.compile(r"(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])")
_NAMES = (Field.BUILDING, Field.STAIRWELL, Field.NUMBER)
_LONGEST_NAME = 40
# A hectare; more is a slip of the pen.
_LARGEST_AREA = Decimal(10_000)


def read_line(line: Line) -> Unit | Refusal:
    """Answer the unit of the line, or the first thing wrong with it."""
    text = {field: _text(cell) for field, cell in line.cells.items()}
    floor = _FLOOR.fullmatch(text[Field.FLOOR])
    area = _area(text[Field.AREA])
    status = STATUSES.get(text[Field.STATUS])
    if why := _first_wrong(text, floor, area, status):
        return Refusal(line.sheet, line.row, why)
    assert floor is not None
    assert status is not None
    assert not isinstance(area, str)
    return Unit(
        building=_named(text[Field.BUILDING], "栋"),
        stairwell=_named(text[Field.STAIRWELL], "单元"),
        floor=int(floor[1]),
        number=text[Field.NUMBER],
        area=area,
        status=status,
        renovating=text[Field.STATUS] in RENOVATING,
        sheet=line.sheet,
        row=line.row,
    )


def _first_wrong(text: dict[Field, str], floor: object, area: int | str | None, status: object) -> str | None:
    wrongs = (
        (not text[Field.BUILDING], "building_missing"),
        (not text[Field.STAIRWELL], "stairwell_missing"),
        (not text[Field.NUMBER], "unit_number_missing"),
        (max(len(text[field]) for field in _NAMES) > _LONGEST_NAME, "name_too_long"),
        (not floor, "floor_not_a_number"),
        (isinstance(area, str), "area_not_a_number"),
        (not status, "state_unknown"),
    )
    return next((why for is_wrong, why in wrongs if is_wrong), None)


def _text(cell: Any) -> str:
    # Workbooks keep 1 as 1.0.
    whole = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return unicodedata.normalize("NFKC", "" if whole is None else str(whole)).strip()


def _area(text: str) -> int | str | None:
    """Answer hundredths, None for an empty cell, or the text itself when it is no area."""
    if not text:
        return None
    try:
        area = Decimal(text)
        return round(area * 100) if 0 < area < _LARGEST_AREA else text
    except InvalidOperation:
        return text


def _named(text: str, kind: str) -> str:
    """Answer the name as it is written in Chinese, with a space at the seam: 3栋 and 3 become 3 栋."""
    return _SEAM.sub(" ", re.sub(r"\s+", "", f"{text}{kind}" if text.isdigit() else text))
