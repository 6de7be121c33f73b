"""Which column of an office's key list says what. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from webapp.ground.register.reading.sheet import Sheet
from webapp.ground.register.reading.writing import compact

# By field, how offices head its column; in simplified script, compared without spaces.
HEADS: Mapping[str, Sequence[str]] = {
    "key_no": ("钥匙编号", "钥匙号", "编号", "KEYNO."),
    "place": ("单位", "房号", "房屋", "单位编号", "房间", "位置", "UNIT"),
    "kind": ("托管类别", "类别", "类型", "KIND"),
    "quantity": ("数量", "钥匙数量", "把数", "QUANTITY"),
    "front_door": ("大门", "大门钥匙", "入户门"),
    "room": ("房间钥匙", "房门"),
    "mailbox": ("信箱", "信报箱"),
    "card": ("门卡", "门禁卡"),
    "slot": ("柜位", "钥匙柜位", "挂钩", "钩号", "HOOK"),
    "ring": ("同环", "环号"),
    "owner": ("业主", "业主姓名", "OWNER"),
    "phone": ("电话", "业主电话", "联系电话", "手机", "PHONE"),
    "basis": ("依据", "接收依据", "备注"),
    "received": ("接收日期", "登记日期", "日期"),
    "until": ("托管到期", "托管到期日", "到期日", "到期日期"),
}
NEEDED = ("key_no", "place")
_MEANS = {compact(head): name for name, heads in HEADS.items() for head in heads}
_LOOKED_AT = 15


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a sheet's titles stand, and which column says what; `unread` are titles that mean nothing here."""

    head: int
    columns: Mapping[str, int]
    unread: Sequence[str]


def layout_of(sheet: Sheet) -> Layout | None:
    """Answer how a sheet is laid out; None when no row of it titles the number and the place."""
    for row in range(min(_LOOKED_AT, len(sheet.rows))):
        told = {column: sheet.text(row, column) for column in sheet.told(row)}
        means = {column: _MEANS.get(compact(text)) for column, text in told.items()}
        # The first column of a meaning counts.
        columns = {name: column for column, name in reversed(means.items()) if name}
        if all(name in columns for name in NEEDED):
            return Layout(row, columns, [told[column] for column, name in means.items() if name is None])
    return None
