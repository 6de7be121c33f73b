"""Builders of what is said of places of a round that nobody visited."""

from datetime import date
from typing import Any
from uuid import UUID

from webapp.domains.patrols.rules.rounds import round_id
from webapp.ground.places.models import Route


def left_out_body(route: Route, day: date, *places: UUID, number: int = 2, reason: str = "电梯检修") -> dict[str, Any]:
    """Answer the body of a skip or a make-up check of these places; of all of them where none is named."""
    return {
        "recordId": str(round_id(route.estate_id, route.id, day, number)),
        "round": {"routeId": str(route.id), "date": day.isoformat(), "number": number},
        "placeIds": [str(id_) for id_ in places],
        "reason": reason,
    }
