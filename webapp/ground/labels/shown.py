"""What became of the labels of a place, as the doors tell it."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.ground.labels.queries import as_label, history, names_of
from webapp.ground.labels.rules import REPLACED

Data = dict[str, Any]


def label_history(session: Session, estate_id: UUID, place_id: UUID) -> list[Data]:
    """Answer every label that a place ever had, the newest first, with who hung and who revoked it."""
    rows = history(session, estate_id, place_id)
    names = names_of(session, {id_ for row in rows for id_ in (row.hung_by, row.revoked_by) if id_})
    return [
        {
            "code": row.code,
            "spot": row.spot,
            "generation": row.generation,
            "state": as_label(row).state.value,
            "made_at": row.made_at,
            "hung_at": row.hung_at,
            "hung_by": names.get(row.hung_by) if row.hung_by else None,
            "revoked_at": row.revoked_at,
            "revoked_by": names.get(row.revoked_by) if row.revoked_by else None,
            "kind": row.revoked_as or (REPLACED if row.reason == REPLACED else None),
            "reason": None if row.reason == REPLACED else row.reason,
        }
        for row in rows
    ]
