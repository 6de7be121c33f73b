"""A supervisor has looked into a visit and says what came of it: an entry like any other act (`patrols.review`)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, PushKind, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.domains.patrols.models import PatrolVisit

KIND = "patrols.review"


class Review(Wire, frozen=True, kw_only=True):
    """Body of `patrols.review`: the visit, and what was found out."""

    visit_id: UUID
    note: Annotated[str, Meta(min_length=2, max_length=500)]


def _known(session: Session, estate_id: UUID, items: Sequence[Item]) -> frozenset[UUID]:
    """Answer which of the visits the estate has."""
    named = {item.body.visit_id for item in items}
    query = select(PatrolVisit.id).where(PatrolVisit.estate_id == estate_id, PatrolVisit.id.in_(named))
    return frozenset(session.scalars(query))


def decide(item: Item, known: frozenset[UUID]) -> Decision:
    """Let an overseer write beside any visit of the estate."""
    review: Review = item.body
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    if item.about != review.visit_id:
        return Refused("core.bad_shape", {"field": "about"})
    if review.visit_id not in known:
        return Refused("patrols.unknown_visit", {"visit": str(review.visit_id)})
    return Applied({"reviewedAt": item.corrected_at.isoformat()})


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the review."""
    review = entry.read(Review)
    values = {
        "visit_id": review.visit_id,
        "note": review.note,
        "reviewed_at": datetime.fromisoformat(entry.judged["reviewedAt"]),
        **made_columns(entry),
    }
    return [Row("patrol_reviews", {"estate_id": entry.estate_id, "id": UUID(entry.item["id"])}, values)]


REVIEW = PushKind(
    name=KIND,
    version=1,
    body=Review,
    facts=_known,
    decide=decide,
    rows=rows,
    owns=("patrol_reviews",),
    acts=True,
)
