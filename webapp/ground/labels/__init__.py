"""Labels: the codes that hang at places, their sheets to print, and hanging them."""

from webapp.core.domain import Domain
from webapp.ground.labels.badges.views import bp as badge_bp
from webapp.ground.labels.cli import labels
from webapp.ground.labels.prints.jobs import DRAW, RESUME, SWEEP
from webapp.ground.labels.prints.views import bp as job_bp
from webapp.ground.labels.sync import PULL, PUSH
from webapp.ground.labels.views import bp

ROOM = Domain(
    name="labels",
    blueprints=(job_bp, badge_bp, bp),
    push=PUSH,
    pull=PULL,
    commands=(labels,),
    jobs=(DRAW, RESUME, SWEEP),
    errors=(
        "labels.unknown",
        "labels.elsewhere",
        "labels.revoked",
        "labels.unclaimed",
        "labels.claimed",
        "labels.not_blank",
        "labels.no_place",
    ),
)
