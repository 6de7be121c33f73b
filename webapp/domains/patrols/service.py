"""What is done to patrols besides visiting: setting the plan of a route."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import computed_id
from webapp.domains.patrols.models import PatrolPlan
from webapp.domains.patrols.refusals import PlanInPast, PlanTooFew
from webapp.domains.patrols.rules.rounds import Plan
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Route


def set_plan(session: Session, estate_id: UUID, route_id: UUID, plan: Plan, *, now: datetime) -> PatrolPlan:
    """Let `plan` hold for the route from its `valid_from` on, tell the phones, and answer it as stored.

    A plan of the same route and day is replaced; earlier ones stay, for the rounds that were walked by them.
    Raises NotFound, PlanTooFew, PlanInPast.
    """
    if session.get(Route, (estate_id, route_id)) is None:
        raise NotFound(route=str(route_id))
    asked = max(plan.rounds_on_working_day, plan.rounds_on_rest_day)
    if asked > len(plan.windows):
        raise PlanTooFew(rounds=asked, windows=len(plan.windows))
    today = day_of(now, session.get_one(Estate, estate_id).timezone)
    if plan.valid_from < today:
        raise PlanInPast(today=today.isoformat())
    return _keep(session, estate_id, route_id, plan)


def _keep(session: Session, estate_id: UUID, route_id: UUID, plan: Plan) -> PatrolPlan:
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
