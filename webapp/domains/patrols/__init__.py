"""Building patrols (楼宇巡查): plans, rounds, visits."""

from webapp.core.domain import Domain
from webapp.domains.patrols.rules.codes import CODES
from webapp.domains.patrols.sync import PLAN, VISIT, VISITS
from webapp.domains.patrols.views import bp

DOMAIN = Domain(
    name="patrols",
    blueprints=(bp,),
    push=(VISIT,),
    pull=(PLAN, VISITS),
    errors=CODES,
)
