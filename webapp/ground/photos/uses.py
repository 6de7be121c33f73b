"""How a record says which photos it shows: a kind's `rows` adds these beside its own (`core/domain.py`)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from webapp.core.domain import Entry, Row

TABLE = "photo_uses"


def use_rows(entry: Entry, origin_kind: str, origin_id: UUID, hashes: Iterable[str]) -> list[Row]:
    """Answer the rows that say the entry's record shows these photos; the same photo twice counts once.

    Name a record by the item that brought the photos when several items may add photos to it.
    """
    values = {
        "made_by": UUID(entry.item["by"]),
        "device_id": UUID(entry.server["device"]),
        "used_at": datetime.fromisoformat(entry.server["correctedAt"]),
    }
    origin = {"origin_kind": origin_kind, "origin_id": origin_id}
    return [
        Row(table=TABLE, key={"estate_id": entry.estate_id, "sha256": sha256, **origin}, values=values)
        for sha256 in dict.fromkeys(hashes)
    ]
