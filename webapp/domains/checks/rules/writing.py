"""Writing a sheet: who may, once a day or week, and what a line must say (`patrol.md` 9). Pure."""

from collections.abc import Iterator
from uuid import UUID

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.domains.checks.rules import codes
from webapp.domains.checks.rules.bodies import CheckRow, Period, Write
from webapp.domains.checks.rules.facts import Facts
from webapp.domains.checks.rules.sheets import WEEK_END, sheet_id
from webapp.ground.calendar.rules import day_of

KIND = "checks.sheet"
# 管理服务中心内部工作日检查表, 工作周检查表.
FORMS = {Period.DAILY: "RJ", Period.WEEKLY: "ZJ"}
MONDAY = 0


def decide_write(item: Item, facts: Facts) -> Decision:
    """Open the sheet's page. A weekly sheet is the manager's own, and signed with the writing of it."""
    body: Write = item.body
    own_id = sheet_id(item.estate_id, body.period, body.dept, body.day)
    if not (item.about == body.sheet_id == own_id) or (body.period is Period.WEEKLY and body.day.weekday() != MONDAY):
        return Refused("core.bad_shape", {"field": "sheetId"})
    if refused := _may_not(item, body, facts) or next(_lacking(body, facts), None):
        return refused
    today = day_of(item.corrected_at, facts.zone)
    if body.day > today:
        return Refused(codes.DAY_AHEAD, {"day": body.day.isoformat()})
    last = body.day + WEEK_END if body.period is Period.WEEKLY else body.day
    remarks = [codes.TIME_DOUBTFUL] if item.time_doubtful else []
    judged: dict[str, JsonValue] = {
        "names": {str(id_): name for id_, name in facts.names.items() if id_ in {row.person_id for row in body.rows}},
        "remarks": [{"code": code, "params": {}} for code in [*remarks, *([codes.WRITTEN_LATE] * (today > last))]],
        "signed": body.period is Period.WEEKLY,
    }
    return Applied(judged, page=(FORMS[body.period], str(body.sheet_id)), changes=((KIND, body.sheet_id),))


def _may_not(item: Item, body: Write, facts: Facts) -> Refused | None:
    if body.period is Period.WEEKLY and not facts.manages(item):
        return Refused(NotAllowed.code)
    if not facts.supervises(item, body.dept):
        return Refused(codes.NOT_YOURS, {"dept": body.dept.value})
    return Refused(codes.WRITTEN, {"day": body.day.isoformat()}) if body.sheet_id in facts.sheets else None


def _lacking(body: Write, facts: Facts) -> Iterator[Refused]:
    known = {row.row_id for sheet in facts.of_department(body.dept) for row in sheet.rows}
    for number, row in enumerate(body.rows, start=1):
        if not _is_whole(row):
            yield Refused(codes.ROW_INCOMPLETE, {"n": number})
        if row.person_id and row.person_id not in facts.names:
            yield Refused(codes.UNKNOWN_PERSON, {"n": number})
        if row.rechecks and row.rechecks not in known:
            yield Refused(codes.UNKNOWN_ROW, {"n": number})
    if body.period is Period.WEEKLY and body.rating is None:
        yield Refused(codes.RATING_MISSING)


def _is_whole(row: CheckRow) -> bool:
    """A line names whom or where, and says what was found; a recheck says what became of it."""
    return bool(row.subject.strip() and row.finding.strip()) and (row.rechecks is None) == (row.right is None)


def concerned(body: Write) -> set[UUID]:
    """Answer whom the lines name."""
    return {row.person_id for row in body.rows if row.person_id}
