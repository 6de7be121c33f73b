"""Reads of plans, rounds and visits."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.patrols.models import PatrolPlan
from webapp.domains.patrols.rules.rounds import Plan, Window


def plans_of(session: Session, estate_id: UUID, routes: Collection[UUID]) -> dict[UUID, list[Plan]]:
    """Answer the plans of each of these routes that has any."""
    query = select(PatrolPlan).where(PatrolPlan.estate_id == estate_id, PatrolPlan.route_id.in_(routes))
    plans: defaultdict[UUID, list[Plan]] = defaultdict(list)
    for row in session.scalars(query):
        plans[row.route_id].append(as_plan(row))
    return plans


def as_plan(row: PatrolPlan) -> Plan:
    """Answer a stored plan as rules see it."""
    windows = tuple(Window(window["number"], window["start"], window["end"]) for window in row.windows)
    return Plan(windows, row.rounds_on_working_day, row.rounds_on_rest_day, row.valid_from)
