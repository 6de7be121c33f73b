"""Places: estate, building, stairwell, floor, unit; the places on a round, and the labels that hang there."""

from webapp.core.domain import Domain
from webapp.ground.places.sync import PULL, PUSH

ROOM = Domain(name="places", push=PUSH, pull=PULL, errors=("labels.unknown", "labels.elsewhere", "labels.revoked"))
