"""What the stewards of the demo estate find, in the words a steward would type."""

from dataclasses import dataclass, field

from webapp.demo.picture import Scene


@dataclass(frozen=True, slots=True)
class Mishap:
    """Something that is not as it should be. `looks` changes the scene; `solved` is put right on the spot."""

    item: str
    choice: str
    description: str
    spot: str
    looks: dict[str, bool | int]
    details: dict[str, str] = field(default_factory=dict)
    solved: bool = False

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
)
EVERYDAY = (
    Mishap("ST-01", "off", "楼梯灯不亮，按开关没有反应", "电梯厅右侧", {"light_on": False}, {"number": "L-0912"}),
    Mishap("ST-03", "seepage_marks", "墙面有渗水痕，约 40 厘米宽", "楼层牌下方墙面", {"stained": True}),
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
    ),
    Mishap("ST-07", "propped_open", "防火门被砖块顶住，已取走并关好", "前室防火门", {"door_open": True}, solved=True),
)
