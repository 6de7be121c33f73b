"""The care of a year, task by task (空置房维护保养频次, `vacancy.md` 6)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from webapp.core.held import Data
from webapp.core.wire import plain
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.facts import features_of
from webapp.domains.vacancy.models import VacantCare
from webapp.domains.vacancy.plans.queries import planned_tasks
from webapp.domains.vacancy.rules.care import TASKS, Task, Window, is_done, state_of
from webapp.domains.vacancy.rules.items import Features

Done = Mapping[UUID, Sequence[date]]


def care_page(stock: Stock, year: int) -> Data:
    """Answer the care of a year, task by task (空置房维护保养频次)."""
    settings = stock.settings(stock.today)
    cold = settings["cold_region"]
    cards = features_of(stock.session, stock.estate.id)
    features = {id_: replace(cards.get(id_, Features()), cold_region=cold) for id_ in stock.days}
    done = _done_in(stock, year)
    planned = planned_tasks(stock.session, stock.estate.id, year)
    told = (_task(stock, task, year, settings, features, done[task.id]) for task in TASKS)
    return {"tasks": [{**one, "planned": one["task"] in planned} for one in told]}


def _done_in(stock: Stock, year: int) -> Mapping[str, Done]:
    query = select(VacantCare.task, VacantCare.unit_id, VacantCare.day).where(
        VacantCare.estate_id == stock.estate.id,
        VacantCare.step == "done",
        VacantCare.day.between(date(year, 1, 1), date(year, 12, 31)),
    )
    done: defaultdict[str, defaultdict[UUID, list[date]]] = defaultdict(lambda: defaultdict(list))
    for task, unit_id, day in stock.session.execute(query):
        done[task][unit_id].append(day)
    return done


def _task(
    stock: Stock, task: Task, year: int, settings: Mapping[str, Any], features: Mapping[UUID, Features], done: Done
) -> Data:
    today = stock.today
    concerned = [id_ for id_, one in features.items() if task.applies(one)]
    windows = task.windows(year, settings)
    last = max((day for days in done.values() for day in days), default=None)
    ahead = next((window for window in windows if window.due >= today), None)
    return {
        "task": task.id,
        "schedule": task.schedule,
        "responsible": task.responsible.value,
        "applies": len(stock.vacant_on(today) & set(concerned)),
        "last": plain(last),
        "next": {"from": ahead.first.isoformat(), "due": ahead.due.isoformat()} if ahead else None,
        "periods": [_window(stock, window, concerned, done) for window in windows],
    }


def _window(stock: Stock, window: Window, concerned: Sequence[UUID], done: Done) -> Data:
    # Who came later, or left before it was due, owes nothing.
    there = stock.vacant_on(window.first) & stock.vacant_on(min(window.due, stock.today))
    owing = [id_ for id_ in concerned if id_ in there]
    count = sum(is_done(window, done.get(id_, ())) for id_ in owing)
    return {
        "from": window.first.isoformat(),
        "due": window.due.isoformat(),
        "of": len(owing),
        "done": count,
        "state": state_of(window, len(owing), count, stock.today),
    }
