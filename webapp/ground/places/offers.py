"""What places offer to other rooms."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.leaving import Held
from webapp.ground.places.models import Route

ROUTE = "places.route"


class RoutesToPassOn:
    """Answers whose rounds somebody walks (`core.leaving.Holdings`)."""

    def held_by(self, session: Session, estate_id: UUID, person_id: UUID) -> Sequence[Held]:
        """Answer the routes in use that are a person's, by name."""
        theirs = (Route.estate_id == estate_id, Route.steward_id == person_id, Route.active)
        query = select(Route.id, Route.name).where(*theirs).order_by(Route.name)
        return [Held(ROUTE, id_, name) for id_, name in session.execute(query)]
