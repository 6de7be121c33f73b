"""Places: estate, building, stairwell, floor, unit; the places on a round, and the labels that hang there."""

from webapp.core.domain import Domain
from webapp.ground.places.cli import import_register, labels
from webapp.ground.places.sync import PULL, PUSH
from webapp.ground.places.views import bp

ROOM = Domain(
    name="places",
    blueprints=(bp,),
    push=PUSH,
    pull=PULL,
    commands=(import_register, labels),
    errors=("labels.unknown", "labels.elsewhere", "labels.revoked"),
)
