"""Check sheets of the demo estate: three days of the customer service, the week's recheck, a slip, a fault report."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from webapp.core.ids import new_id
from webapp.demo.acts import Act, people
from webapp.demo.cast import MANAGER, OVERSEER
from webapp.demo.days import ZONE, past_days
from webapp.domains.checks.rules.bodies import Period
from webapp.domains.checks.rules.sheets import sheet_id
from webapp.ground.calendar.rules import moment_at
from webapp.ground.people.departments.rules import DepartmentKind

DEPT = DepartmentKind.CUSTOMER_SERVICE
WRITTEN, LOOKED_AGAIN = "17:40", "20:30"
# With fewer days behind it the estate has nobody found at fault twice.
DAYS = 3


def check_acts(estate_id: UUID, *, now: datetime, days: int) -> Iterator[Act]:
    """Answer what was checked in the last three days; yesterday's sheet still waits for the manager."""
    if days < DAYS:
        return
    chen, zheng = (_about(login) for login in ("chen", "zheng"))
    first, second, yesterday = past_days(now, DAYS)
    badge = _row(chen, "dress", "没戴工牌，已当面提醒")
    yield from _signed(_sheet(estate_id, first, [badge]))
    again = _row(chen, "dress", "还是没戴工牌")
    away = _row(zheng, "work", "巡查中途离岗约 40 分钟，找不到人", kind="other")
    sheet = _sheet(estate_id, second, [again, away])
    yield from _signed(sheet, slip=_slip(sheet, away))
    yield _fault(sheet, chen, [badge, again])
    corridor = _row({"personId": None, "subject": "3 栋 1 单元大堂"}, "other", "前台桌面杂乱，已当场收拾")
    yield _sheet(estate_id, yesterday, [corridor])
    put_right = {"rechecks": away["rowId"], "right": True}
    yield _week(estate_id, second, [{**_row(zheng, "work", "当晚复查，漏走的楼层已补巡"), **put_right}])


def _about(login: str) -> dict[str, Any]:
    person_id, name = people()[login]
    return {"personId": str(person_id), "subject": name}


def _row(who: dict[str, Any], item: str, finding: str, *, kind: str = "general") -> dict[str, Any]:
    return {"rowId": str(new_id()), **who, "item": item, "finding": finding, "kind": kind}


def _sheet(estate_id: UUID, day: date, rows: list[dict[str, Any]]) -> Act:
    return _written(estate_id, day, rows, moment_at(day, WRITTEN, ZONE), OVERSEER, {"period": Period.DAILY.value})


def _week(estate_id: UUID, day: date, rows: list[dict[str, Any]]) -> Act:
    monday = day - timedelta(days=day.weekday())
    said = {"period": Period.WEEKLY.value, "rating": "good", "note": "仪容仪表下周继续抽查"}
    return _written(estate_id, monday, rows, moment_at(day, LOOKED_AGAIN, ZONE), MANAGER, said)


def _written(
    estate_id: UUID, day: date, rows: list[dict[str, Any]], at: datetime, login: str, said: dict[str, Any]
) -> Act:
    about = str(sheet_id(estate_id, Period(said["period"]), DEPT, day))
    body = {"sheetId": about, "dept": DEPT.value, "day": day.isoformat(), "rows": rows, **said}
    return Act(at, login, "checks.write", about, body)


def _signed(sheet: Act, slip: Act | None = None) -> Iterator[Act]:
    seen = [sheet, slip] if slip else [sheet]
    yield from seen
    at = sheet.at + timedelta(minutes=35)
    yield Act(at, MANAGER, "checks.sign", sheet.about, {"sheetId": sheet.about}, sees=seen)


def _slip(sheet: Act, row: dict[str, Any]) -> Act:
    at = sheet.at + timedelta(minutes=30)
    due = (at + timedelta(days=3)).date().isoformat()
    said = {"rowId": row["rowId"], "fact": "9:50 至 10:30 离开巡查路线，未向主管说明", "dueOn": due}
    return Act(at, MANAGER, "checks.slip", sheet.about, {"sheetId": sheet.about, **said})


def _fault(sheet: Act, who: dict[str, Any], rows: list[dict[str, Any]]) -> Act:
    said = {"personId": who["personId"], "rows": [row["rowId"] for row in rows]}
    body = {"sheetId": sheet.about, "fact": "连续两天没戴工牌，提醒后没有改", **said}
    return Act(sheet.at + timedelta(minutes=40), OVERSEER, "checks.fault", sheet.about, body)
