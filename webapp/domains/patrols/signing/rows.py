"""What an act on a page leaves behind, pure: written when it comes in, derived again when the book is verified."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from webapp.core.domain import Entry, Row
from webapp.core.made import made_columns
from webapp.domains.patrols.signing.rules import Act
from webapp.ground.photos.uses import use_rows

LOOK = "patrols.supervise"


def page_rows(entry: Entry) -> Sequence[Row]:
    """Answer the page, which no visit may have opened, and the act on it."""
    body = entry.item["body"]
    round_ = body.get("round")
    values = {
        "day": date.fromisoformat(entry.judged["day"]),
        "route_id": UUID(round_["routeId"]) if round_ else None,
        "number": round_["number"] if round_ else None,
        "serial": entry.server["serial"],
    }
    key = {"estate_id": entry.estate_id, "id": UUID(body["recordId"])}
    return [Row("patrol_records", key, values, shared=True), *act_rows(entry)]


def act_rows(entry: Entry) -> Sequence[Row]:
    """Answer the act."""
    body, judged = entry.item["body"], entry.judged
    values = {
        "record_id": UUID(body["recordId"]),
        "day": date.fromisoformat(judged["day"]),
        "act": Act(entry.kind.partition(".")[2]),
        "at": datetime.fromisoformat(judged["at"]),
        "signer_id": UUID(judged["signer"]["id"]),
        "signer_name": judged["signer"]["name"],
        "means": body.get("means"),
        "note": _note(body),
        "detail": judged["detail"],
        "seen": [one["id"] for one in body.get("seen", ())],
        "strokes": body.get("strokes"),
        **made_columns(entry),
    }
    return [Row("patrol_acts", {"estate_id": entry.estate_id, "id": UUID(entry.item["id"])}, values)]


def look_rows(entry: Entry) -> Sequence[Row]:
    """Answer the page of a supervisor's round, the look on it, and the photos it uses."""
    photos = (photo["sha256"] for photo in entry.item["body"].get("photos", ()))
    return [*page_rows(entry), *use_rows(entry, LOOK, UUID(entry.item["id"]), photos)]


def _note(body: dict[str, Any]) -> str | None:
    return body.get("lateReason") or body.get("remark") or body.get("reason") or body.get("observation")
