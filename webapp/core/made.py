"""What every table of records says of an entry alike: who made it, on which phone, how far its clock was off."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry


def made_columns(entry: Entry) -> dict[str, Any]:
    """Answer the columns by_id, by_name, device_id, received_at, drift_ms, marks and entry.

    `drift_ms` is corrected minus phone's time when the item was saved.
    """
    drift = datetime.fromisoformat(entry.server["correctedAt"]) - datetime.fromisoformat(entry.item["recordedAt"])
    return {
        "by_id": UUID(entry.item["by"]),
        "by_name": entry.server["byName"],
        "device_id": UUID(entry.server["device"]),
        "received_at": datetime.fromisoformat(entry.server["receivedAt"]),
        "drift_ms": drift // timedelta(milliseconds=1),
        "marks": list(entry.server["marks"]),
        "entry": entry.number,
    }
