"""What the stewards of the demo estate find, in the words a steward would type."""

from dataclasses import dataclass, field

from webapp.demo.picture import Scene


@dataclass(frozen=True, slots=True)
class Mishap:
    """Something that is not as it should be, and how it ends: put right on the spot, or by its department.

    looks   what changes in the scene
    mended  what the department says it did
    """

    item: str
    choice: str
    description: str
    spot: str
    looks: dict[str, bool | int]
    details: dict[str, str] = field(default_factory=dict)
    solved: bool = False
    mended: str = ""

    def scene(self, floor: int) -> Scene:
        """Answer what the photo shows."""
        return Scene(floor, **self.looks)  # type: ignore[arg-type]  # names of Scene's fields


BLOCKED = Mishap(
    "ST-09",
    "piled",
    "纸箱 3 个、自行车 1 辆，住户不在家",
    "防火门前",
    {"piled": True},
    {"unit": "902", "plate": "unreadable"},
    mended="联系 902 住户搬走，通道已清空",
)
EVERYDAY = (
    Mishap(
        "ST-01",
        "off",
        "楼梯灯不亮，按开关没有反应",
        "电梯厅右侧",
        {"light_on": False},
        {"number": "L-0912"},
        mended="更换灯管 1 支，试亮正常",
    ),
    Mishap(
        "ST-03",
        "seepage_marks",
        "墙面有渗水痕，约 40 厘米宽",
        "楼层牌下方墙面",
        {"stained": True},
        mended="楼上空调排水管接头松脱，已接好",
    ),
    Mishap("ST-12", "litter", "地面有纸屑和传单，已当场清走", "防火门前地面", {"littered": True}, solved=True),
)
ORDINARY = (
    *EVERYDAY,
    Mishap(
        "ST-06",
        "missing",
        "灭火器少 1 具，只剩 1 具",
        "消防栓下方",
        {"extinguishers": 1},
        {"number": "M-0417", "expiry": "unreadable"},
        mended="补放灭火器 1 具，压力正常",
    ),
    Mishap("ST-07", "propped_open", "防火门被砖块顶住，已取走并关好", "前室防火门", {"door_open": True}, solved=True),
)


def mended(item: str) -> str:
    """Answer what a department writes when it has put right what was wrong with an item."""
    return next(one.mended for one in (BLOCKED, *ORDINARY) if one.item == item)
