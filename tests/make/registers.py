"""Makes registers as offices may lay them out, with what has to come out of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.make.sheets import Page

STATES = {
    "已入住": ("occupied_owner", False), "自住": ("occupied_owner", False), "出租": ("occupied_tenant", False),
    "空置": ("vacant_unsold", False), "未售": ("vacant_unsold", False), "未收楼": ("sold_not_moved_in", False),
    "闲置": ("idle", False), "已收楼未住": ("idle", False), "装修中": ("idle", True), "已入住(装修中)": ("occupied_owner", True),
}  # fmt: skip
TITLES = {
    "serial": ("序号", "编号"), "building": ("楼栋", "楼号", "栋号", "幢号"), "stairwell": ("单元", "单元号", "梯号"),
    "floor": ("楼层", "所在层"), "number": ("房号", "室号", "房间号"), "path": ("房号", "房屋地址", "门牌号"),
    "area": ("建筑面积", "面积(㎡)", "建面"), "status": ("状态", "入住情况", "房态"), "owner": ("业主姓名", "业主"),
    "phone": ("联系电话", "手机"), "layout": ("户型",),
}  # fmt: skip
_TRADITIONAL = str.maketrans(
    "楼栋单号层门积态况业电话户装闲联机产办属实状筑听涛园备注见计两厅总间账编",
    "樓棟單號層門積態況業電話戶裝閒聯機產辦屬實狀築聽濤園備註見計兩廳總間賬編",
)
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@dataclass(frozen=True)
class Row:
    """A row of a register; `bad` says what is wrong with it on purpose."""

    building: int
    stairwell: int
    floor: int
    door: int
    word: str
    area: float
    bad: str = ""

    @property
    def number(self) -> str:
        """Answer what stands on the door."""
        return f"{self.floor}{self.door:02}"


@dataclass(frozen=True)
class Style:
    """How an office keeps its register."""

    columns: tuple[str, ...]
    words: int = 0
    titles: int = 0
    houses: str = "repeated"  # or once, merged
    subtotals: bool = False
    blanks: bool = False
    page: int = 0
    traditional: bool = False
    wide: bool = False
    per_building: bool = False
    building: str = "{}栋"
    path: str = "{}-{}-{}"


@dataclass
class Made:
    """The sheets, and what has to come out: keys of units, and refused rows."""

    pages: list[Page] = field(default_factory=list)
    units: set[tuple[Any, ...]] = field(default_factory=set)
    refused: set[tuple[str, int, str]] = field(default_factory=set)


WHY = {
    "number": "unit_number_missing",
    "area": "area_not_a_number",
    "state": "state_unknown",
    "again": "duplicate_unit",
}


def register(rows: list[Row], style: Style) -> Made:
    """Lay the rows out in the style; rows come building after building, stairwell after stairwell."""
    made = Made()
    buildings = list(dict.fromkeys(row.building for row in rows))
    groups = [[one] for one in buildings] if style.per_building else [buildings]
    for group in groups:
        name = f"{group[0]}栋" if style.per_building else "台账"
        made.pages.append(_page(name, [row for row in rows if row.building in group], style, made))
    return made


def _page(name: str, rows: list[Row], style: Style, made: Made) -> Page:
    header = [TITLES[column][style.words % len(TITLES[column])] for column in style.columns]
    cells: list[list[Any]] = [["听涛花园房屋台账"], ["制表:客服中心 单位:㎡"]][: style.titles]
    cells.append(header)
    spans: dict[tuple[int, int, int], list[int]] = {}
    before: Row | None = None
    for nth, row in enumerate(rows, start=1):
        if before and before.building != row.building:
            cells += [*_subtotal(style), *([[]] if style.blanks else [])]
        if style.page and nth > 1 and nth % style.page == 1:
            cells.append(header)
            before = before if style.houses != "merged" else None
        cells.append([_cell(column, row, before, nth, style) for column in style.columns])
        _expect(name, len(cells), row, made)
        for at, column in enumerate(style.columns):
            key = (at, row.building, row.stairwell if column == "stairwell" else 0)
            if column in ("building", "stairwell"):
                spans.setdefault(key, []).append(len(cells))
        before = row
    cells += _subtotal(style)
    merges = list(_merges(spans)) if style.houses == "merged" and not style.page else []
    return Page([[_written(cell, style) for cell in row] for row in cells], name, merges)


def _merges(spans: dict[tuple[int, int, int], list[int]]) -> Iterator[str]:
    for (at, _, _), rows in spans.items():
        if len(rows) > 1:
            yield f"{chr(65 + at)}{rows[0]}:{chr(65 + at)}{rows[-1]}"


def _subtotal(style: Style) -> list[list[Any]]:
    if not style.subtotals:
        return []
    return [["小计" if at == 0 else 99.5 if column == "area" else "" for at, column in enumerate(style.columns)]]


def _cell(column: str, row: Row, before: Row | None, nth: int, style: Style) -> Any:
    same_building = before is not None and before.building == row.building
    same = same_building and before is not None and before.stairwell == row.stairwell
    once = style.houses != "repeated" and not (style.page and style.houses == "merged")
    cells: dict[str, Any] = {
        "serial": nth,
        "building": "" if once and same_building else style.building.format(row.building),
        "stairwell": "" if once and same else f"{row.stairwell}单元" if nth % 2 else row.stairwell,
        "floor": row.floor,
        "number": "" if row.bad == "number" else int(row.number) if nth % 3 == 0 else f"{row.number} ",
        "path": "见备注" if row.bad == "number" else style.path.format(row.building, row.stairwell, row.number),
        "area": "九十" if row.bad == "area" else row.area,
        "status": "不明" if row.bad == "state" else row.word,
        "owner": "施文",
        "phone": 13402389572.0 if nth % 2 else "13402389572",
        "layout": "两室一厅",
    }
    return cells[column]


def _expect(sheet: str, at: int, row: Row, made: Made) -> None:
    status, renovating = STATES[row.word]
    unit = (str(row.building), str(row.stairwell), row.number, row.floor, status, renovating, round(row.area * 100))
    if row.bad:
        made.refused.add((sheet, at, row.bad))
    else:
        made.units.add(unit)


def _written(cell: Any, style: Style) -> Any:
    if not isinstance(cell, str):
        return cell
    cell = cell.translate(_TRADITIONAL) if style.traditional else cell
    return cell.translate(_WIDE) if style.wide else cell
