"""What an entry of another room says of a unit, as the rows in which this room keeps it. Pure."""

from datetime import datetime
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.ground.places.rules import StatusSource
from webapp.ground.places.units.rules import Standing


def standing_rows(entry: Entry, unit_id: UUID, said: Standing, reason: str) -> list[Row]:
    """Answer what a unit is from now on, and the line of its history; once an entry. The caller tells phones."""
    columns = {"status": said.status, "renovating": said.renovating, "since": said.since}
    by = {"by_id": UUID(entry.item["by"]), "by_name": entry.server["byName"]}
    at = datetime.fromisoformat(entry.judged["at"])
    told = {"unit_id": unit_id, **columns, "reason": reason, "source": StatusSource.HAND, **by, "at": at}
    return [
        Row("unit_statuses", {"estate_id": entry.estate_id, "id": UUID(entry.item["id"])}, told),
        Row("units", {"estate_id": entry.estate_id, "id": unit_id}, columns, new=False),
    ]
