"""An emergency entry of the demo estate: water under a door the evening before, entered on the manager's word."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.demo.acts import Act, people
from webapp.demo.cast import MANAGER
from webapp.demo.days import ZONE, past_days
from webapp.demo.picture import Scene
from webapp.ground.calendar.rules import moment_at

FLOOR = 11


def emergency_acts(*, now: datetime) -> Iterator[Act]:
    """Answer how the home was entered and left again."""
    (yesterday,) = past_days(now, 1)
    entered = moment_at(yesterday, "20:36", ZONE)
    about, known = str(new_id()), people()
    enter = {
        "unit": "5-1-1102",
        "reason": "门缝往外冒水，已漫到楼下 1002，屋内无人应答，电话打不通",
        "authorisedBy": str(known[MANAGER][0]),
        "authorisedAt": plain(entered - timedelta(minutes=6)),
        "present": [_there(*known["guan"]), _there(*known["wang"]), {"personId": None, "name": "锁匠 王师傅"}],
        "enteredAt": plain(entered),
    }
    leave = {
        "leftAt": plain(entered + timedelta(minutes=18)),
        "done": "厨房软管爆裂，已关入户水阀、拖干地面，门已锁好",
        "resident": {"who": "业主 周先生", "at": plain(entered + timedelta(minutes=14))},
    }
    for act, body, minutes in (("enter", enter, 1), ("leave", leave, 19)):
        at = entered + timedelta(minutes=minutes)
        yield Act(at, "guan", f"emergencies.{act}", about, {"entryId": about, **body}, shows=Scene(FLOOR, stained=True))


def _there(person_id: object, name: str) -> dict[str, Any]:
    return {"personId": str(person_id), "name": name}
