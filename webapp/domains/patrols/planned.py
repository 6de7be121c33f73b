"""Routes with their plans, as the office reads and changes them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.patrols.models import PatrolPlan
from webapp.domains.patrols.queries import as_plan, walkers
from webapp.domains.patrols.rules.rounds import Plan, plan_of, windows_by_settings
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective
from webapp.ground.people.models import Person
from webapp.ground.places.models import Route
from webapp.ground.places.queries import routes


def planned(session: Session, estate_id: UUID, *, now: datetime) -> dict[str, Any]:
    """Answer every route that is walked with the plan of today and the history of its plans, and who walks rounds."""
    estate = session.get_one(Estate, estate_id)
    day, settings = day_of(now, estate.timezone), effective(estate.settings)
    walked = routes(session, estate_id)
    history = _history(session, estate_id, walked)
    names = _names(session, walked, history)
    return {
        "today": day,
        "routes": [_route(route, history[route.id], day, settings, names) for route in walked],
        "walkers": [{"id": id_, "name": name} for id_, name in walkers(session, estate_id).items()],
    }


def _history(session: Session, estate_id: UUID, walked: Sequence[Route]) -> dict[UUID, list[PatrolPlan]]:
    query = select(PatrolPlan).where(
        PatrolPlan.estate_id == estate_id, PatrolPlan.route_id.in_([one.id for one in walked])
    )
    found: defaultdict[UUID, list[PatrolPlan]] = defaultdict(list)
    for row in session.scalars(query.order_by(PatrolPlan.number.desc())):
        found[row.route_id].append(row)
    return found


def _names(session: Session, walked: Sequence[Route], history: Mapping[UUID, Sequence[PatrolPlan]]) -> dict[UUID, str]:
    named = {UUID(id_) for rows in history.values() for row in rows for id_ in row.assignee_ids}
    stewards = {route.steward_id for route in walked if route.steward_id}
    query = select(Person.id, Person.name).where(Person.id.in_(named | stewards))
    return dict(session.execute(query).all())


def _route(
    route: Route, rows: Sequence[PatrolPlan], day: date, settings: Mapping[str, Any], names: Mapping[UUID, str]
) -> dict[str, Any]:
    stand = [as_plan(row) for row in rows if row.replaced_at is None]
    holds = plan_of(stand, day, settings)
    return {
        "route_id": route.id,
        "route_name": route.name,
        "steward_name": names.get(route.steward_id) if route.steward_id else None,
        "number": rows[0].number if rows else 0,
        "own": holds in stand,
        "holds": _plan(holds, settings, names),
        "versions": [_version(row, settings, names) for row in rows],
    }


def _version(row: PatrolPlan, settings: Mapping[str, Any], names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "number": row.number,
        "plan": _plan(as_plan(row), settings, names),
        "valid_from": row.valid_from,
        "set_at": row.set_at,
        "set_by_name": row.set_by_name,
        "replaced": row.replaced_at is not None,
    }


def _plan(plan: Plan, settings: Mapping[str, Any], names: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "own_windows": bool(plan.windows),
        "windows": [asdict(window) for window in plan.windows or windows_by_settings(settings)],
        "rounds_on_working_day": plan.rounds_on_working_day,
        "rounds_on_rest_day": plan.rounds_on_rest_day,
        "assignees": plan.assignees,
        "assignee_ids": plan.named,
        "assignee_names": [names.get(id_, "") for id_ in plan.named],
    }
