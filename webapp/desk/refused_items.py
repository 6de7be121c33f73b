"""Items that came in and were not taken: refused, or waiting in quarantine. They are kept as they were sent."""

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from webapp.desk.trouble import RefusedLine
from webapp.ground.calendar.rules import moment_at
from webapp.ground.logbook.models import Receipt
from webapp.ground.logbook.receipts import APPLIED
from webapp.ground.people.models import Person

AT_ONCE = 100


def newest(session: Session, estate_id: UUID) -> list[RefusedLine]:
    """Answer the newest items that were refused, or wait in quarantine."""
    return _lines(session, _not_applied(estate_id))


def on(session: Session, estate_id: UUID, day: date, zone: str) -> list[RefusedLine]:
    """Answer those of them that came in on the day."""
    start, end = moment_at(day, "00:00", zone), moment_at(day + timedelta(days=1), "00:00", zone)
    return _lines(session, _not_applied(estate_id).where(Receipt.received_at >= start, Receipt.received_at < end))


def _not_applied(estate_id: UUID) -> Select[Receipt, str | None]:
    return (
        select(Receipt, Person.name)
        .outerjoin(Person, Person.id == Receipt.by_id)
        .where(Receipt.estate_id == estate_id, Receipt.outcome != APPLIED)
        .order_by(Receipt.received_at.desc())
        .limit(AT_ONCE)
    )


def _lines(session: Session, query: Select[Receipt, str | None]) -> list[RefusedLine]:
    return [_refused(receipt, name) for receipt, name in session.execute(query)]


def _refused(receipt: Receipt, by_name: str | None) -> RefusedLine:
    answer, sent = _json(receipt.answer), _json(receipt.content)
    body = sent.get("body")
    return RefusedLine(
        id=receipt.item_id,
        kind=str(sent.get("kind", "")),
        outcome=receipt.outcome,
        code=answer.get("code"),
        by_name=by_name,
        received_at=receipt.received_at,
        place_id=_uuid(body.get("placeId")) if isinstance(body, dict) else None,
    )


def _json(text: str | None) -> dict[str, Any]:
    # A refused item is kept as it was sent, and it may have been refused for being no JSON.
    try:
        value = json.loads(text or "{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _uuid(text: Any) -> UUID | None:
    try:
        return UUID(text) if isinstance(text, str) else None
    except ValueError:
        return None
