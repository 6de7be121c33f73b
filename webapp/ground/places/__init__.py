"""Places: estate, building, stairwell, floor, unit; the places on a round."""

from webapp.core.domain import Domain
from webapp.ground.places import views
from webapp.ground.places.offers import RoutesToPassOn
from webapp.ground.places.proposals import views as proposals
from webapp.ground.places.routes import views as routes
from webapp.ground.places.sync import PULL
from webapp.ground.places.units import views as units

ROOM = Domain(
    name="places",
    blueprints=(views.bp, units.bp, routes.bp, proposals.bp),
    pull=PULL,
    offers=(RoutesToPassOn(),),
)
