"""Labels: the codes that hang at places, their sheets to print, and hanging them."""

from webapp.core.domain import Domain
from webapp.ground.labels.cli import labels
from webapp.ground.labels.sync import PULL, PUSH
from webapp.ground.labels.views import bp

ROOM = Domain(
    name="labels",
    blueprints=(bp,),
    push=PUSH,
    pull=PULL,
    commands=(labels,),
    errors=("labels.unknown", "labels.elsewhere", "labels.revoked"),
)
