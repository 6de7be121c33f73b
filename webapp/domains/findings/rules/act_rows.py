"""What an entry of an act makes: its line in the finding's history, and the finding as it stands since. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.core.wire import plain, read
from webapp.domains.findings.rules.acting import Way
from webapp.domains.findings.rules.bodies import OfFinding
from webapp.domains.findings.rules.standing import Standing, columns
from webapp.domains.findings.rules.states import Act, FindingState
from webapp.ground.photos.uses import use_rows


def act_rows(way: Way, entry: Entry) -> Sequence[Row]:
    """Answer the act, the finding it changes, and the photos it shows."""
    body = entry.read(way.body)
    standing = read(Standing, entry.judged["standing"])
    id_ = UUID(entry.item["id"])
    changed = columns(standing)
    if way.act in (Act.DISPATCH, Act.ORDER):
        changed["order_no"] = entry.server["serial"]
    uses = use_rows(entry, way.act.kind, id_, (photo.sha256 for photo in getattr(body, "photos", ())))
    return [
        Row("finding_acts", {"estate_id": entry.estate_id, "id": id_}, _values(way.act, entry, body, standing)),
        Row("findings", {"estate_id": entry.estate_id, "id": body.finding_id}, changed, new=False),
        *uses,
    ]


def _values(act: Act, entry: Entry, body: OfFinding, standing: Standing) -> dict[str, Any]:
    judged = entry.judged
    said = plain(body)
    del said["findingId"]
    return {
        "finding_id": body.finding_id,
        "act": act,
        "at": datetime.fromisoformat(judged["at"]),
        "phone_at": datetime.fromisoformat(entry.item["recordedAt"]),
        "before": FindingState(judged["before"]),
        "state": standing.state,
        "due_at": datetime.fromisoformat(judged["dueAt"]) if judged["dueAt"] else None,
        "serial": entry.server["serial"],
        "said": said,
        "remarks": judged["remarks"],
        **made_columns(entry),
    }
