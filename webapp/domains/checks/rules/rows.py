"""What entries of the book make of sheets, signatures, slips and fault reports. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.core.wire import plain
from webapp.domains.checks.rules.bodies import IssueSlip, ReportFault, SignSheet, Write

SHEETS, SLIPS, FAULTS = "check_sheets", "check_slips", "check_faults"


def write_rows(entry: Entry) -> Sequence[Row]:
    """Answer the sheet; a weekly one is signed by who wrote it."""
    body, judged = entry.read(Write), entry.judged
    values = {
        "serial": entry.server["serial"],
        "item_id": UUID(entry.item["id"]),
        "period": body.period,
        "dept": body.dept,
        "day": body.day,
        "rows": plain(body.rows),
        "names": judged["names"],
        "note": body.note,
        "rating": body.rating,
        "remarks": judged["remarks"],
        **made_columns(entry),
        **(_signature(entry) if judged["signed"] else {}),
    }
    return [Row(SHEETS, {"estate_id": entry.estate_id, "id": body.sheet_id}, values)]


def sign_rows(entry: Entry) -> Sequence[Row]:
    """Answer the signature on the sheet, with what patrols had found by then."""
    body = entry.read(SignSheet)
    values = {**_signature(entry), "patrols": entry.judged["patrols"]}
    return [Row(SHEETS, {"estate_id": entry.estate_id, "id": body.sheet_id}, values, new=False)]


def slip_rows(entry: Entry) -> Sequence[Row]:
    """Answer the slip."""
    body = entry.read(IssueSlip)
    values = {
        "sheet_id": body.sheet_id,
        "row_id": body.row_id,
        "who": entry.judged["who"],
        "fact": body.fact,
        "due_on": body.due_on,
        "serial": entry.server["serial"],
        **made_columns(entry),
    }
    return [Row(SLIPS, {"estate_id": entry.estate_id, "id": UUID(entry.item["id"])}, values)]


def fault_rows(entry: Entry) -> Sequence[Row]:
    """Answer the fault report."""
    body = entry.read(ReportFault)
    values = {
        "sheet_id": body.sheet_id,
        "person_id": body.person_id,
        "person_name": entry.judged["personName"],
        "rows": [str(row) for row in body.rows],
        "fact": body.fact,
        "serial": entry.server["serial"],
        **made_columns(entry),
    }
    return [Row(FAULTS, {"estate_id": entry.estate_id, "id": UUID(entry.item["id"])}, values)]


def _signature(entry: Entry) -> dict[str, Any]:
    return {
        "signed_at": datetime.fromisoformat(entry.server["correctedAt"]),
        "signer_id": UUID(entry.item["by"]),
        "signer_name": entry.server["byName"],
        "signed_entry": entry.number,
    }
