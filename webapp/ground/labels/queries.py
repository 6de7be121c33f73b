"""Reads of labels, and of routes with how far they are labelled."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.rules import Label, LabelState
from webapp.ground.places.models import Place, Route
from webapp.ground.places.queries import places_of, routes

PLACE = "place"


@dataclass(frozen=True, slots=True)
class RouteLabels:
    """A route and how far its places are labelled; a place counts once, by the best label it has."""

    route: Route
    places: int
    printed: int
    active: int

    @property
    def missing(self) -> int:
        """Answer how many places have no label that counts."""
        return self.places - self.printed - self.active


def as_label(row: LabelRow, target_name: str = "") -> Label:
    """Answer a stored label as rules see it."""
    return Label(
        id=row.id,
        code=row.code,
        target=row.target_id,
        target_name=target_name,
        generation=row.generation,
        hung_at=row.hung_at,
        revoked_at=row.revoked_at,
        reason=row.reason,
    )


def labels_about(
    session: Session, estate_id: UUID, codes: Collection[str] = (), places: Collection[UUID] = ()
) -> list[Label]:
    """Answer the labels of these codes and all labels of these places, with the names of their places."""
    query = (
        select(LabelRow, Place.name)
        .outerjoin(Place, (Place.estate_id == LabelRow.estate_id) & (Place.id == LabelRow.target_id))
        .where(LabelRow.estate_id == estate_id)
        .where(or_(LabelRow.code.in_(codes), (LabelRow.target_kind == PLACE) & LabelRow.target_id.in_(places)))
    )
    return [as_label(row, name or "") for row, name in session.execute(query)]


def label_by_code(session: Session, estate_id: UUID, code: str) -> LabelRow | None:
    """Answer the estate's label with this code."""
    return session.scalars(select(LabelRow).where(LabelRow.estate_id == estate_id, LabelRow.code == code)).one_or_none()


def route_labels(session: Session, estate_id: UUID) -> list[RouteLabels]:
    """Answer every route with the state of its labels."""
    return [_count(session, estate_id, route) for route in routes(session, estate_id)]


def _count(session: Session, estate_id: UUID, route: Route) -> RouteLabels:
    on_route = {place.id for place in places_of(session, estate_id, route.id)}
    held = [(label.target, label.state) for label in labels_about(session, estate_id, places=on_route)]
    active = {place for place, state in held if state is LabelState.ACTIVE}
    printed = {place for place, state in held if state is LabelState.PRINTED} - active
    return RouteLabels(route, places=len(on_route), printed=len(printed), active=len(active))
