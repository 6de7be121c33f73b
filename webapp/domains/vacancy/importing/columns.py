"""Which column of an office's list of units says what; the register that is printed here can be filled in and read."""

from webapp.ground.register.lists import Heads

HEADS: Heads = {
    "place": ("房号", "单位", "房屋", "单位编号", "房间号", "UNIT"),
    "developer": ("开发商", "发展商", "建设单位", "DEVELOPER"),
    "layout": ("户型", "房型", "LAYOUT"),
    "finish": ("装修标准", "装修", "装修情况", "交付标准", "FINISH"),
    "westRooms": ("西晒房间", "西晒", "WEST ROOMS"),
    "appliances": ("电器", "电器清单", "家电", "APPLIANCES"),
    "completedOn": ("竣工日期", "竣工", "COMPLETED"),
    "takenOverOn": ("接管日期", "接管", "TAKEN OVER"),
    "movingInNoticeOn": ("入住通知日期", "入住通知", "收楼通知日期"),
    "note": ("备注", "NOTE"),
}
NEEDED = ("place",)
