"""Reads of plans, rounds and visits."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.patrols.models import PatrolPlan, PatrolVisit
from webapp.domains.patrols.rules.assignees import WALKERS, Assignees
from webapp.domains.patrols.rules.rounds import Plan, Window, walkers_on
from webapp.domains.patrols.rules.turns import Turn, week_of
from webapp.ground.people.models import Membership, Person
from webapp.ground.places.models import Route


def plans_of(session: Session, estate_id: UUID, routes: Collection[UUID]) -> dict[UUID, list[Plan]]:
    """Answer the plans of each of these routes that has any, without those replaced before they held."""
    stand = (PatrolPlan.estate_id == estate_id) & PatrolPlan.replaced_at.is_(None)
    query = select(PatrolPlan).where(stand, PatrolPlan.route_id.in_(routes))
    plans: defaultdict[UUID, list[Plan]] = defaultdict(list)
    for row in session.scalars(query):
        plans[row.route_id].append(as_plan(row))
    return plans


def as_plan(row: PatrolPlan) -> Plan:
    """Answer a stored plan as rules see it."""
    windows = tuple(Window(window["number"], window["start"], window["end"]) for window in row.windows)
    named = tuple(map(UUID, row.assignee_ids))
    counts = (row.rounds_on_working_day, row.rounds_on_rest_day)
    return Plan(windows, *counts, row.valid_from, Assignees(row.assignees), named)


def given_to(session: Session, estate_id: UUID, day: date) -> dict[UUID, list[UUID]]:
    """Answer by route whose its rounds of a day are: the steward's, or the people's whom its plan names."""
    stewards = dict(session.execute(select(Route.id, Route.steward_id).where(Route.estate_id == estate_id)).all())
    plans = plans_of(session, estate_id, stewards)
    return {id_: walkers_on(plans.get(id_, []), day, steward) for id_, steward in stewards.items()}


def walkers(session: Session, estate_id: UUID) -> dict[UUID, str]:
    """Answer the names of those who walk rounds of the estate now, or oversee them, by their id."""
    query = (
        select(Person.id, Person.name)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id, Membership.active, Membership.role.in_(WALKERS))
        .where(Person.disabled_at.is_(None))
    )
    return dict(session.execute(query).all())


def seen_turns(
    session: Session, estate_id: UUID, until: date, routes: Collection[UUID]
) -> dict[UUID, dict[UUID, list[Turn]]]:
    """Answer on which rounds of the week up to `until` each place of these routes was checked."""
    checked = PatrolVisit.day.between(week_of(until), until) & ~PatrolVisit.skipped
    query = (
        select(PatrolVisit.route_id, PatrolVisit.place_id, PatrolVisit.day, PatrolVisit.number)
        .where(PatrolVisit.estate_id == estate_id, checked, PatrolVisit.route_id.in_(routes))
        .distinct()
    )
    seen: defaultdict[UUID, dict[UUID, list[Turn]]] = defaultdict(lambda: defaultdict(list))
    for route_id, place_id, day, number in session.execute(query) if routes else ():
        if route_id and number:
            seen[route_id][place_id].append(Turn(day, number))
    return seen
