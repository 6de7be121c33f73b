"""What is done to patrols besides visiting: setting the plan of a route."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core.actor import Person
from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.domains.patrols.models import PatrolPlan
from webapp.domains.patrols.queries import walkers
from webapp.domains.patrols.refusals import PlanInPast, PlanMovedOn, PlanNobodyWalks, PlanTooFew
from webapp.domains.patrols.rules.assignees import Assignees
from webapp.domains.patrols.rules.rounds import Plan, windows_by_settings
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective
from webapp.ground.places.models import Route
from webapp.ground.places.turns import take_turn

PLAN = "patrols.plan"


def set_plan(
    session: Session,
    estate_id: UUID,
    route_id: UUID,
    plan: Plan,
    *,
    now: datetime,
    by: Person | None = None,
    seen: int | None = None,
) -> PatrolPlan:
    """Let `plan` hold for the route from its `valid_from` on, tomorrow or later; tell the phones, answer it as stored.

    Earlier plans stay for the rounds that were walked by them; one that would have begun on the same day is replaced,
    and is kept all the same.

    by    None: nobody's doing, e.g. the demo
    seen  number of the route's newest plan that the person had before the eyes; None: whatever it was

    Raises NotFound, PlanMovedOn, PlanTooFew, PlanInPast, PlanNobodyWalks.
    """
    take_turn(session, estate_id)
    if session.get(Route, (estate_id, route_id)) is None:
        raise NotFound(route=str(route_id))
    newest = _newest(session, estate_id, route_id)
    if seen not in (None, newest):
        raise PlanMovedOn(number=newest)
    _check(session, session.get_one(Estate, estate_id), plan, now)
    stored = _version(estate_id, route_id, plan, newest + 1)
    stored.set_at, stored.set_by_id, stored.set_by_name = now, by.id if by else None, by.name if by else ""
    replaced = _replaced(session, stored, now)
    session.add(stored)
    session.flush()
    touch(session, estate_id, [(PLAN, stored.id), *((PLAN, one.id) for one in replaced)])
    return stored


def _newest(session: Session, estate_id: UUID, route_id: UUID) -> int:
    of_route = (PatrolPlan.estate_id == estate_id) & (PatrolPlan.route_id == route_id)
    return session.scalar(select(func.max(PatrolPlan.number)).where(of_route)) or 0


def _check(session: Session, estate: Estate, plan: Plan, now: datetime) -> None:
    asked = max(plan.rounds_on_working_day, plan.rounds_on_rest_day)
    windows = plan.windows or windows_by_settings(effective(estate.settings))
    if asked > len(windows):
        raise PlanTooFew(rounds=asked, windows=len(windows))
    first = day_of(now, estate.timezone) + timedelta(days=1)
    if plan.valid_from < first:
        raise PlanInPast(first=first.isoformat())
    named = set(plan.named)
    if plan.assignees is Assignees.NAMED and not (named and named <= walkers(session, estate.id).keys()):
        raise PlanNobodyWalks


def _version(estate_id: UUID, route_id: UUID, plan: Plan, number: int) -> PatrolPlan:
    return PatrolPlan(
        estate_id=estate_id,
        id=new_id(),
        route_id=route_id,
        number=number,
        windows=[{"number": one.number, "start": one.start, "end": one.end} for one in plan.windows],
        rounds_on_working_day=plan.rounds_on_working_day,
        rounds_on_rest_day=plan.rounds_on_rest_day,
        assignees=plan.assignees,
        assignee_ids=[str(id_) for id_ in plan.named],
        valid_from=plan.valid_from,
    )


def _replaced(session: Session, by: PatrolPlan, now: datetime) -> list[PatrolPlan]:
    query = select(PatrolPlan).where(
        PatrolPlan.estate_id == by.estate_id,
        PatrolPlan.route_id == by.route_id,
        PatrolPlan.valid_from == by.valid_from,
        PatrolPlan.replaced_at.is_(None),
    )
    found = list(session.scalars(query))
    for one in found:
        one.replaced_at = now
    return found
