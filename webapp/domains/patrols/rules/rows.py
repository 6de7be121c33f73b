"""What an entry makes of a visit, pure: written when it comes in, derived again when the book is verified."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.domains.patrols.rules.rounds import Timeliness
from webapp.domains.patrols.rules.visit import Visit
from webapp.ground.photos.uses import use_rows

VISIT = "patrols.visit"


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the page, the visit on it, and the photos it uses."""
    visit = entry.read(Visit)
    return [_record(entry, visit), _visit(entry, visit), *_photos(entry, visit)]


def _record(entry: Entry, visit: Visit) -> Row:
    values = {**_round(entry, visit), "serial": entry.server["serial"]}
    key = {"estate_id": entry.estate_id, "id": UUID(entry.judged["record"])}
    return Row("patrol_records", key, values, shared=True)


def _visit(entry: Entry, visit: Visit) -> Row:
    key = {"estate_id": entry.estate_id, "id": visit.visit_id}
    values = {
        "record_id": UUID(entry.judged["record"]),
        **_round(entry, visit),
        **_place(entry, visit),
        **made_columns(entry),
        "seq": entry.item["seq"],
        **_times(entry, visit),
        "skipped": visit.skipped,
        "abnormal": visit.abnormal,
        **_as_sent(visit),
        "remarks": entry.judged["remarks"],
    }
    return Row("patrol_visits", key, values)


def _round(entry: Entry, visit: Visit) -> dict[str, Any]:
    # An extra page belongs to no route, whatever round the phone named.
    round_ = visit.round if entry.judged["ofRound"] else None
    return {
        "day": date.fromisoformat(entry.judged["day"]),
        "route_id": round_.route_id if round_ else None,
        "number": round_.number if round_ else None,
    }


def _place(entry: Entry, visit: Visit) -> dict[str, Any]:
    known: Mapping[str, Any] = entry.judged["place"] or {}
    return {"place_id": visit.place_id, "place_name": known.get("name"), "place_type": known.get("type")}


def _times(entry: Entry, visit: Visit) -> dict[str, Any]:
    return {
        "scanned_at": datetime.fromisoformat(entry.judged["scannedAt"]),
        "phone_scanned_at": visit.scanned_at,
        "phone_finished_at": visit.finished_at,
        "timeliness": Timeliness(entry.judged["timeliness"]),
    }


def _as_sent(visit: Visit) -> dict[str, Any]:
    return {
        "scan_method": visit.scan.method,
        "scan_reason": visit.scan.reason,
        "label": visit.label,
        "checklist_type": visit.checklist.type,
        "checklist_version": visit.checklist.version,
        "checklist_hash": visit.checklist.hash,
        "answers": visit.answers,
        "observation": visit.observation,
        "photos": visit.photos,
        "position": visit.position,
    }


def _photos(entry: Entry, visit: Visit) -> list[Row]:
    return use_rows(entry, VISIT, visit.visit_id, (photo.sha256 for photo in visit.photos))
