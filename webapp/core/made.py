"""What holds of records of every kind alike: who made them and how far the phone's clock was off; none comes twice."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Item


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


def brought_again(items: Iterable[Item], there: Iterable[UUID]) -> frozenset[UUID]:
    """Answer the items whose record (`about`) is there already, or comes with an item before them."""
    known, again = set(there), set()
    for item in items:
        if item.about in known:
            again.add(item.id)
        known.add(item.about)
    return frozenset(again)
