"""What entries of the book make of an emergency entry, pure: written when they come in, derived again when verified."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.core.wire import plain
from webapp.domains.emergencies.rules.bodies import Enter, Leave
from webapp.ground.photos.uses import use_rows

TABLE = "emergency_entries"
ENTER, LEAVE = "emergencies.enter", "emergencies.leave"


def enter_rows(entry: Entry) -> Sequence[Row]:
    """Answer the record, and the photos it shows."""
    body, judged = entry.read(Enter), entry.judged
    values = {
        "serial": entry.server["serial"],
        "finding_id": body.finding_id,
        "unit": body.unit,
        "reason": body.reason,
        "authoriser_id": body.authorised_by,
        "authoriser_name": judged["authoriserName"],
        "authorised_at": datetime.fromisoformat(judged["authorisedAt"]),
        "present": plain(body.present),
        "entered_at": datetime.fromisoformat(judged["enteredAt"]),
        "photos": plain(body.photos),
        "stands": judged["stands"],
        "remarks": judged["remarks"],
        **made_columns(entry),
    }
    uses = use_rows(entry, ENTER, body.entry_id, (photo.sha256 for photo in body.photos))
    return [Row(TABLE, {"estate_id": entry.estate_id, "id": body.entry_id}, values), *uses]


def leave_rows(entry: Entry) -> Sequence[Row]:
    """Answer the record as it stands once everybody is out."""
    body, judged = entry.read(Leave), entry.judged
    values = {
        "left_at": datetime.fromisoformat(judged["leftAt"]),
        "done": body.done,
        "told_who": body.resident.who if body.resident else None,
        "told_at": datetime.fromisoformat(judged["toldAt"]) if judged["toldAt"] else None,
        "not_told": body.not_told,
        "left_photos": plain(body.photos),
        "left_remarks": judged["remarks"],
        "left_by_id": UUID(entry.item["by"]),
        "left_by_name": entry.server["byName"],
        "left_entry": entry.number,
    }
    uses = use_rows(entry, LEAVE, UUID(entry.item["id"]), (photo.sha256 for photo in body.photos))
    return [Row(TABLE, {"estate_id": entry.estate_id, "id": body.entry_id}, values, new=False), *uses]
