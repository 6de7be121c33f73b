"""What follows from a sheet: the manager's signature, slips, fault reports (`patrol.md` 9). Pure."""

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.domains.checks.rules import codes
from webapp.domains.checks.rules.bodies import IssueSlip, ReportFault, SignSheet
from webapp.domains.checks.rules.facts import Facts
from webapp.domains.checks.rules.sheets import Sheet, in_a_row
from webapp.domains.checks.rules.writing import KIND
from webapp.ground.signatures.rules import differing

# 不合格单, 员工过错报告单.
SLIP, FAULT = "BH", "GC"


def decide_sign(item: Item, facts: Facts) -> Decision:
    """Let the manager sign what another wrote, once every serious line has its slip; what patrols found is frozen."""
    body: SignSheet = item.body
    sheet = _sheet(item, facts)
    if isinstance(sheet, Refused):
        return sheet
    if not facts.manages(item):
        return Refused(NotAllowed.code)
    if sheet.signer_id:
        return Refused(codes.SIGNED)
    if sheet.by_id == item.by:
        return Refused(codes.OWN_SHEET)
    if sheet.without_slip:
        return Refused(codes.SLIP_MISSING, {"n": len(sheet.without_slip)})
    whole = {sheet.item_id, *sheet.slips.values()}
    unseen = whole - {one.id for one in body.seen}
    if unseen or differing(body.seen, facts.hashes):
        return Refused(codes.NOT_SEEN, {"items": [str(id_) for id_ in sorted(unseen)]})
    return Applied({"patrols": facts.patrols[item.id]}, changes=((KIND, sheet.id),))


def decide_slip(item: Item, facts: Facts) -> Decision:
    """Let the manager issue a slip for a serious line, once."""
    body: IssueSlip = item.body
    sheet = _sheet(item, facts)
    if isinstance(sheet, Refused):
        return sheet
    if not facts.manages(item):
        return Refused(NotAllowed.code)
    row = sheet.row(body.row_id)
    if row is None:
        return Refused(codes.UNKNOWN_ROW)
    if not row.needs_slip:
        return Refused(codes.NOT_SERIOUS)
    if body.row_id in sheet.slips:
        return Refused(codes.SLIP_ISSUED)
    judged: dict[str, JsonValue] = {"who": row.subject}
    return Applied(judged, page=(SLIP, str(item.id)), changes=((KIND, sheet.id),))


def decide_fault(item: Item, facts: Facts) -> Decision:
    """Let a supervisor report somebody who was found at fault twice in a row, once."""
    body: ReportFault = item.body
    sheet = _sheet(item, facts)
    if isinstance(sheet, Refused):
        return sheet
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    if not facts.reported.isdisjoint(body.rows):
        return Refused(codes.FAULT_REPORTED)
    repeated = in_a_row(facts.of_department(sheet.dept))
    if not any(one.person_id == body.person_id and set(one.rows) == set(body.rows) for one in repeated):
        return Refused(codes.NOT_IN_A_ROW)
    judged: dict[str, JsonValue] = {"personName": facts.names.get(body.person_id, "")}
    told = [one.id for one in facts.of_department(sheet.dept) if any(one.row(row) for row in body.rows)]
    return Applied(judged, page=(FAULT, str(item.id)), changes=tuple((KIND, id_) for id_ in told))


def _sheet(item: Item, facts: Facts) -> Sheet | Refused:
    if item.about != item.body.sheet_id:
        return Refused("core.bad_shape", {"field": "about"})
    return facts.sheets.get(item.about) or Refused(codes.UNKNOWN_SHEET)
