"""What is done to patrols besides visiting: setting the plan of a route."""

from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.ids import computed_id
from webapp.domains.patrols.models import PatrolPlan
from webapp.domains.patrols.rules.rounds import Plan


def set_plan(session: Session, estate_id: UUID, route_id: UUID, plan: Plan) -> PatrolPlan:
    """Let `plan` hold for the route from its `valid_from` on, and tell the phones; answer the stored plan.

    A plan of the same route and day is replaced; earlier ones stay, for the rounds that were walked by them.
    """
    plan_id = computed_id(estate_id, route_id, plan.valid_from.isoformat(), "plan")
    stored = session.merge(
        PatrolPlan(
            estate_id=estate_id,
            id=plan_id,
            route_id=route_id,
            windows=[{"number": one.number, "start": one.start, "end": one.end} for one in plan.windows],
            rounds_on_working_day=plan.rounds_on_working_day,
            rounds_on_rest_day=plan.rounds_on_rest_day,
            valid_from=plan.valid_from,
        )
    )
    touch(session, estate_id, [("patrols.plan", plan_id)])
    return stored
