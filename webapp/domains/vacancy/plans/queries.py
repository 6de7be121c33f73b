"""Plans of vacant units as acts and pages ask for them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.core.errors import NotFound
from webapp.core.held import Data
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.models import VacantPlan
from webapp.domains.vacancy.rules.planning import KnownPlan, PlanFacts, plan_due_on, state_on
from webapp.ground.estates.judged import settings_of


def plan_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> PlanFacts:
    """Answer what `rules.planning.decide` needs."""
    plans = session.scalars(select(VacantPlan).where(VacantPlan.estate_id == estate_id))
    known = {one.id: KnownPlan(one.year, one.state, one.items, one.acts) for one in plans}
    return PlanFacts(known, settings_of(session, estate_id, items))


def plans_page(stock: Stock) -> Data:
    """Answer all plans, that of the newest year first."""
    query = select(VacantPlan).where(VacantPlan.estate_id == stock.estate.id).order_by(VacantPlan.year.desc())
    return {"plans": [_told(stock, one) for one in stock.session.scalars(query)]}


def plan_told(stock: Stock, plan_id: UUID) -> tuple[Data, int]:
    """Answer one plan, and the entry that made it what it is; raises NotFound."""
    plan = stock.session.get(VacantPlan, (stock.estate.id, plan_id))
    if plan is None:
        raise NotFound(plan=str(plan_id))
    return _told(stock, plan), plan.entry


def _told(stock: Stock, plan: VacantPlan) -> Data:
    return {
        "id": str(plan.id),
        "year": plan.year,
        "state": state_on(plan.state, plan.year, stock.today),
        "dueOn": plan_due_on(plan.year, stock.settings(stock.today)).isoformat(),
        "items": plan.items,
        "cost": sum(one["cost"] or 0 for one in plan.items),
        "tasks": plan.tasks,
        "acts": plan.acts,
    }


def years_handed_in(stock: Stock) -> set[int]:
    """Answer the years whose plan the manager has handed in, whatever became of it but its return."""
    open_ = VacantPlan.state.in_(("draft", "returned"))
    return set(stock.session.scalars(select(VacantPlan.year).where(VacantPlan.estate_id == stock.estate.id, ~open_)))


def planned_tasks(session: Session, estate_id: UUID, year: int) -> frozenset[str]:
    """Answer the tasks of care that the approved plan of a year has created."""
    query = select(VacantPlan.tasks).where(VacantPlan.estate_id == estate_id, VacantPlan.year == year)
    return frozenset(one["task"] for tasks in session.scalars(query) for one in tasks)


def planned_cost(session: Session, estate_id: UUID, year: int) -> int | None:
    """Answer the budget of a year's approved plan in fen; None while there is none."""
    query = select(VacantPlan.items).where(VacantPlan.estate_id == estate_id, VacantPlan.year == year)
    items = session.scalar(query.where(VacantPlan.state == "approved"))
    return None if items is None else sum(one["cost"] or 0 for one in items)
