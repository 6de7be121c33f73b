"""Which column of an office's key list says what. Pure."""

from webapp.ground.register.lists import Heads

HEADS: Heads = {
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
