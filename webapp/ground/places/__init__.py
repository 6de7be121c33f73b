"""Places: estate, building, stairwell, floor, unit; the places on a round."""

from webapp.core.domain import Domain
from webapp.ground.places.sync import PULL

ROOM = Domain(name="places", pull=PULL)
