"""What an entry makes of a report, pure: written when it comes in, derived again when the book is verified."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.core.wire import plain, read
from webapp.domains.findings.rules.report import Report
from webapp.domains.findings.rules.standing import Standing, columns
from webapp.domains.findings.rules.states import FindingState, Priority
from webapp.ground.photos.uses import use_rows

REPORT = "findings.report"


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the finding, and the photos that the report uses."""
    report = entry.read(Report)
    key = {"estate_id": entry.estate_id, "id": report.finding_id}
    values = {
        **_as_sent(report),
        **_judged(entry),
        **columns(_standing(entry.judged)),
        **made_columns(entry),
        "serial": entry.server["serial"],
        "item_id": UUID(entry.item["id"]),
    }
    uses = use_rows(entry, REPORT, report.finding_id, (photo.sha256 for photo in report.photos))
    return [Row("findings", key, values), *uses]


def _as_sent(report: Report) -> dict[str, Any]:
    return {
        "origin_kind": report.origin.kind if report.origin else None,
        "origin_id": report.origin.id if report.origin else None,
        "place_id": report.place_id,
        "checklist_type": report.checklist.type,
        "checklist_version": report.checklist.version,
        "checklist_hash": report.checklist.hash,
        "item": report.item,
        "choice": report.choice,
        "description": report.description,
        "spot": report.spot,
        "details": plain(report.details),
        # Empty in reports made before there were steps.
        "steps": plain(report.steps) or None,
        "photos": plain(report.photos),
        "phone_found_at": report.found_at,
    }


def _standing(judged: Mapping[str, Any]) -> Standing:
    if "standing" in judged:
        return read(Standing, judged["standing"])
    # Reported before findings had deadlines.
    return Standing(state=FindingState(judged["state"]), priority=Priority(judged["priority"]), dept=judged["dept"])


def _judged(entry: Entry) -> dict[str, Any]:
    judged = entry.judged
    place: Mapping[str, Any] = judged["place"] or {}
    return {
        "place_name": place.get("name"),
        "place_type": place.get("type"),
        "found_at": datetime.fromisoformat(judged["foundAt"]),
        "remarks": judged["remarks"],
    }
