"""Builders of a supervisor's own round."""

from datetime import datetime
from typing import Any
from uuid import UUID

from tests.make.patrols import PatrolPhone, iso
from webapp.domains.patrols.signing.supervision import supervision_id
from webapp.ground.places.models import Place


def look_body(phone: PatrolPhone, place: Place, at: datetime, *, number: int = 1, **fields: Any) -> dict[str, Any]:
    """Answer a look at a place on the round of the day of `at`, by the phone's clock and in China."""
    day = at.date()
    by = UUID(phone.browser.me["id"])
    body = {
        "recordId": str(supervision_id(phone.estate_id, by, day, number)),
        "day": day.isoformat(),
        "number": number,
        "placeId": str(place.id),
        "act": "supervise",
        "service": "security",
        "scan": {"method": "camera", "reason": None},
        "label": None,
        "seenAt": iso(at),
        "observation": "门岗两人在岗，登记本当日有记录",
        "photos": [],
        "findingId": None,
    }
    return {**body, **fields}
