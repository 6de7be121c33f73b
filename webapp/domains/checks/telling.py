"""Check sheets as phones hold them: with slips, signature, fault reports, and who is to be reported."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.wire import plain
from webapp.domains.checks.models import CheckFault, CheckSheet, CheckSlip
from webapp.domains.checks.queries import LOOKED_BACK, faults_of, people_in, sheets_of, slips_of, standing
from webapp.domains.checks.rules.sheets import Repeated, Sheet, in_a_row
from webapp.ground.logbook.receipts import hashes_of

Data = dict[str, Any]


def told(session: Session, estate_id: UUID, sheets: Sequence[CheckSheet]) -> dict[UUID, Data]:
    """Answer each of these sheets as phones hold it, in their order."""
    if not sheets:
        return {}
    since = min(sheet.day for sheet in sheets) - LOOKED_BACK
    around = sheets_of(session, estate_id, {sheet.dept for sheet in sheets}, since)
    slips = slips_of(session, estate_id, around.keys())
    known = [standing(sheet, slips) for sheet in around.values()]
    faults = faults_of(session, estate_id, people_in(known))
    hashes = hashes_of(session, estate_id, [*(one.item_id for one in sheets), *(slip.id for slip in slips)])
    return {
        sheet.id: {
            **_written(sheet, hashes),
            "slips": [_slip(slip, hashes) for slip in slips if slip.sheet_id == sheet.id],
            **_repeats(sheet, [one for one in known if one.dept is sheet.dept], faults),
        }
        for sheet in sheets
    }


def _written(sheet: CheckSheet, hashes: Mapping[UUID, str]) -> Data:
    signed = {"at": plain(sheet.signed_at), "byId": plain(sheet.signer_id), "byName": sheet.signer_name}
    return {
        "serial": sheet.serial,
        "item": {"id": str(sheet.item_id), "sha256": hashes.get(sheet.item_id)},
        "period": sheet.period.value,
        "dept": sheet.dept.value,
        "day": sheet.day.isoformat(),
        "rows": sheet.rows,
        "note": sheet.note,
        "rating": sheet.rating,
        "remarks": sheet.remarks,
        "byId": str(sheet.by_id),
        "byName": sheet.by_name,
        "at": plain(sheet.received_at),
        "signature": signed if sheet.signer_id else None,
        "patrols": sheet.patrols,
    }


def _slip(slip: CheckSlip, hashes: Mapping[UUID, str]) -> Data:
    return {
        "id": str(slip.id),
        "sha256": hashes.get(slip.id),
        "rowId": str(slip.row_id),
        "serial": slip.serial,
        "fact": slip.fact,
        "dueOn": slip.due_on.isoformat(),
        "byName": slip.by_name,
    }


def _repeats(sheet: CheckSheet, of_dept: Sequence[Sheet], faults: Sequence[CheckFault]) -> Data:
    """Answer who is to be reported, told on the later of both sheets, and who was."""
    own = {row["rowId"] for row in sheet.rows}
    reported = [fault for fault in faults if own & set(fault.rows)]
    waiting = in_a_row(of_dept, (UUID(row) for fault in faults for row in fault.rows))
    return {
        "faults": [_fault(fault) for fault in reported],
        "repeated": [_repeated(one, sheet) for one in waiting if str(one.rows[-1]) in own],
    }


def _fault(fault: CheckFault) -> Data:
    return {
        "serial": fault.serial,
        "personId": str(fault.person_id),
        "personName": fault.person_name,
        "fact": fault.fact,
        "byName": fault.by_name,
    }


def _repeated(one: Repeated, sheet: CheckSheet) -> Data:
    person = str(one.person_id)
    return {"personId": person, "personName": sheet.names.get(person, ""), "rows": [str(row) for row in one.rows]}
