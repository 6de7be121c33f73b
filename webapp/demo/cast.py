"""Who works on the demo estate. The passwords are public: they are refused anywhere but on the own machine."""

from dataclasses import dataclass

from webapp.core.actor import Role
from webapp.ground.people.departments.rules import DepartmentKind


@dataclass(frozen=True, slots=True)
class Player:
    """A demo account; `phone` only for those who send something, `buildings` for those who walk."""

    login: str
    name: str
    role: Role
    phone: str = ""
    buildings: tuple[int, ...] = ()

    @property
    def password(self) -> str:
        """Answer what to type."""
        return f"{self.login}-wangjiang"


STEWARDS = (
    Player("lin", "林晓岚", Role.STEWARD, "华为 nova 12", (3, 6)),
    Player("zhou", "周启明", Role.STEWARD, "红米 Note 13", (5,)),
    Player("he", "何志远", Role.STEWARD, "荣耀 X50", (4,)),
    Player("chen", "陈可欣", Role.STEWARD, "iPhone 13", (2,)),
    Player("zheng", "郑国华", Role.STEWARD, "vivo Y100", (1,)),
)
# Who puts right what stewards find.
MENDERS = (
    Player("wang", "王建国", Role.ENGINEER, "红米 Note 12"),
    Player("luo", "罗文斌", Role.ENGINEER),
    Player("guan", "关大勇", Role.GUARD, "OPPO A2"),
    Player("sun", "孙桂兰", Role.CLEANER, "vivo Y36"),
    Player("tian", "田秀英", Role.CLEANER),
)
CAST = (
    Player("shen", "沈若水", Role.SUPERVISOR, "客服中心平板"),
    Player("jiang", "蒋一鸣", Role.MANAGER, "华为 Pura 70"),
    Player("qian", "钱慧", Role.FINANCE, "财务室电脑"),
    *STEWARDS,
    *MENDERS,
    Player("admin", "系统管理员", Role.ADMIN),
)
# Whose phone has been silent for a while, with records on it.
SILENT = "he"
# Heads of departments, and the one who looks after the plants though hired as a cleaner.
HEADS = {
    DepartmentKind.ENGINEERING: "wang",
    DepartmentKind.SECURITY: "guan",
    DepartmentKind.CLEANING: "sun",
    DepartmentKind.CUSTOMER_SERVICE: "shen",
}
GARDENERS = ("tian",)
OVERSEER, MANAGER, CASHIER = "shen", "jiang", "qian"
# Who follows up what stewards find, and checks and decides, each on the own phone.
FOLLOWERS = tuple(player for player in CAST if player.login in {OVERSEER, MANAGER, CASHIER, *HEADS.values()})
