"""Builders of findings as phones report them."""

from datetime import datetime
from typing import Any

from tests.make.patrols import PHOTO, checklist, iso
from tests.make.phones import example
from webapp.core.ids import new_id
from webapp.ground.places.models import Place, Unit


def finding_photo(at: datetime, *, sha256: str = PHOTO, moment: str = "before", live: bool = True) -> dict[str, Any]:
    """Answer a photo of a finding."""
    return {"sha256": sha256, "takenAt": iso(at), "moment": moment, "live": live}


def finding_body(place: Place | Unit, at: datetime, visit_id: str | None = None, **fields: Any) -> dict[str, Any]:
    """Answer a whole report of things piled up in the escape passage, found at `at` by the phone's clock."""
    body = {
        "findingId": str(new_id()),
        "origin": {"kind": "patrols.visit", "id": visit_id} if visit_id else None,
        "placeId": str(place.id),
        "checklist": checklist(),
        "item": "ST-09",
        "choice": "piled",
        "description": "纸箱 2 个、自行车 1 辆",
        "spot": "防火门外",
        "action": "reported",
        "foundAt": iso(at),
        "details": {"unit": "902", "plate": "unreadable", "number": None, "expiry": None, "reading": None},
        "photos": [finding_photo(at)],
    }
    return {**body, **fields}


def sighting_body(finding_id: str, at: datetime, visit_id: str | None = None, **fields: Any) -> dict[str, Any]:
    """Answer a finding seen again on a visit, still there at `at` by the phone's clock."""
    body = {
        "sightingId": str(new_id()),
        "findingId": finding_id,
        "origin": {"kind": "patrols.visit", "id": visit_id} if visit_id else None,
        "outcome": "still_there",
        "note": "",
        "seenAt": iso(at),
    }
    return {**body, **fields}


def finding_act(act: str, finding_id: str, **fields: Any) -> dict[str, Any]:
    """Answer the shared example of an act on a finding, about this one; `fields` say what differs."""
    return {**example(f"findings.{act}")["body"], "findingId": finding_id, **fields}
