"""What phones hold of labels, and the one thing they do to them: hang one."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.domain import Decision, Item, PushKind, Refused
from webapp.core.held import held_by_all
from webapp.core.wire import plain
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import as_label, labels_about
from webapp.ground.labels.rules import Hang, Label, decide_hang, hang_rows

Data = dict[str, Any]


def _labels(session: Session, rows: Sequence[LabelRow]) -> Iterable[Data]:
    return [
        {
            "code": row.code,
            "targetKind": row.target_kind,
            "targetId": str(row.target_id),
            "generation": row.generation,
            "state": as_label(row).state.value,
            "revokedAt": plain(row.revoked_at),
            "reason": row.reason,
        }
        for row in rows
    ]


def _hang_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Sequence[Label]:
    codes = {item.body.code for item in items}
    places = {item.body.place_id for item in items}
    return labels_about(session, estate_id, codes, places)


def _hang(item: Item, labels: Sequence[Label]) -> Decision:
    # Sync keeps items about one record in order: two scans at a place must know of each other.
    if item.about != item.body.place_id:
        return Refused("core.bad_shape", {"field": "about"})
    return decide_hang(item.body, labels)


PULL = (held_by_all("places.label", LabelRow, _labels),)
HANG = PushKind(name="labels.hang", version=1, body=Hang, facts=_hang_facts, decide=_hang, rows=hang_rows, acts=True)
PUSH = (HANG,)
