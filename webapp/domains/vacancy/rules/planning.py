"""The yearly maintenance plan (空置房维护管理计划, `vacancy.md` 7): draft, review, merging, approval. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.actor import Role
from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire, plain
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import MOST_COST, Line, Task, Word
from webapp.domains.vacancy.rules.care import TASKS
from webapp.ground.checklists.answers import Note
from webapp.ground.checklists.words import is_blank
from webapp.ground.people.rules import also_acts_as

PlanState = Literal["draft", "in_review", "returned", "merged", "approved", "active", "closed"]
TABLE = "vacancy_plans"
Reason = Annotated[str, Meta(min_length=2, max_length=2000)]


class PlanItem(Wire, frozen=True, kw_only=True):
    """What is to be done: how often, how, at what cost in fen. `task`: which of the season and care tasks it is."""

    task: Task | Literal["SE-09"] | None = None
    what: Word
    frequency: Line = ""
    measures: Note = ""
    cost: Annotated[int, Meta(ge=0, le=MOST_COST)] | None = None


class OfPlan(Wire, frozen=True, kw_only=True):
    """What every act says: which plan it is about, and in a few words why."""

    plan_id: UUID
    note: Note = ""


class SavePlan(OfPlan, frozen=True, kw_only=True):
    """The plan as it is drafted, whole."""

    year: Annotated[int, Meta(ge=2000, le=2199)]
    items: Annotated[tuple[PlanItem, ...], Meta(max_length=60)]


class ReturnPlan(OfPlan, frozen=True, kw_only=True):
    """The plan goes back to be drawn up better."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """A plan as it stands when an act comes in."""

    year: int
    state: PlanState
    items: Sequence[Mapping[str, Any]]
    acts: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the estate knows: its plans, and by item the settings in force."""

    plans: Mapping[UUID, KnownPlan] = field(default_factory=dict)
    settings: Mapping[UUID, Mapping[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """One act: its body, who may do it from where, and what the plan becomes."""

    act: str
    body: type[OfPlan]
    from_: Mapping[str | None, frozenset[Role]]
    to: PlanState

    @property
    def kind(self) -> str:
        """The name of its kind of item."""
        return f"vacancy.plan_{self.act}"


_MANAGER = frozenset({Role.MANAGER})
_OFFICE = frozenset({Role.OFFICE_MANAGER})
_GM = frozenset({Role.GM})
STEPS = (
    Step("save", SavePlan, dict.fromkeys((None, "draft", "returned"), _MANAGER), "draft"),
    Step("submit", OfPlan, dict.fromkeys(("draft", "returned"), _MANAGER), "in_review"),
    Step("return", ReturnPlan, {"in_review": _OFFICE, "merged": _GM}, "returned"),
    Step("merge", OfPlan, {"in_review": _OFFICE}, "merged"),
    Step("approve", OfPlan, {"merged": _GM}, "approved"),
)


def decide(step: Step, item: Item, facts: PlanFacts) -> Decision:
    """Take a plan a step on, or refuse it for where it stands."""
    body: OfPlan = item.body
    settings = facts.settings[item.id]
    roles = {Role(item.role)} | also_acts_as(Role(item.role), settings)
    if not any(roles & allowed for allowed in step.from_.values()):
        return Refused(NotAllowed.code)
    if item.about != body.plan_id:
        return Refused("core.bad_shape", {"field": "about"})
    known = facts.plans.get(body.plan_id)
    return _refused(step, body, known, roles, facts) or _applied(step, item, known, settings)


def _refused(step: Step, body: OfPlan, known: KnownPlan | None, roles: set[Role], facts: PlanFacts) -> Refused | None:
    state = known.state if known else None
    if known is None and None not in step.from_:
        return Refused(codes.UNKNOWN_PLAN)
    if state not in step.from_:
        return Refused(codes.PLAN_WRONG_STATE, {"state": state, "act": step.act})
    if not roles & step.from_[state]:
        return Refused(NotAllowed.code)
    if isinstance(body, SavePlan) and _another(body, facts):
        return Refused(codes.PLAN_REPEATED, {"year": body.year})
    if step.act == "submit" and known and (missing := list(lacking(known.items))):
        return Refused(codes.PLAN_INCOMPLETE, {"lacks": [*missing]})
    return None


def _another(body: SavePlan, facts: PlanFacts) -> bool:
    return any(id_ != body.plan_id and plan.year == body.year for id_, plan in facts.plans.items())


def lacking(items: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Answer what a plan lacks to be reviewed: items, frequency, measures, budget (acceptance 7)."""
    lacks: Mapping[str, Callable[[Mapping[str, Any]], bool]] = {
        "frequency": lambda one: is_blank(one["frequency"]),
        "measures": lambda one: is_blank(one["measures"]),
        "budget": lambda one: one["cost"] is None,
    }
    if not items:
        yield from ("items", "budget")
    yield from (name for name, lack in lacks.items() if any(map(lack, items)))


def _applied(step: Step, item: Item, known: KnownPlan | None, settings: Mapping[str, Any]) -> Applied:
    body: OfPlan = item.body
    said = body.reason if isinstance(body, ReturnPlan) else body.note
    act = {"act": step.act, "at": item.corrected_at.isoformat(), "byName": item.by_name, "note": said}
    items = plain(body.items) if isinstance(body, SavePlan) else list(known.items if known else ())
    year = body.year if isinstance(body, SavePlan) else known.year if known else 0
    tasks = year_tasks(year, items, settings) if step.act == "approve" else []
    standing: dict[str, Any] = {"year": year, "state": step.to, "items": items, "tasks": tasks}
    standing["acts"] = [*(known.acts if known else ()), act]
    return Applied(standing)


def year_tasks(year: int, items: Sequence[Mapping[str, Any]], settings: Mapping[str, Any]) -> list[dict[str, str]]:
    """Answer the year's tasks that an approved plan creates: those of section 6 that it names."""
    named = {one["task"] for one in items}
    return [
        {"task": task.id, "from": window.first.isoformat(), "due": window.due.isoformat()}
        for task in TASKS
        if task.id in named
        for window in task.windows(year, settings)
    ]


def plan_due_on(year: int, settings: Mapping[str, Any]) -> date:
    """Answer the day in the year before by which a year's plan is to be drawn up."""
    return date.fromisoformat(f"{year - 1}-{settings['plan_due']}")


def state_on(state: PlanState, year: int, day: date) -> PlanState:
    """Answer how a plan stands on a day: approved ones are active in their year, and closed after it."""
    if state != "approved" or day.year < year:
        return state
    return "active" if day.year == year else "closed"


def rows(step: Step, entry: Entry) -> Sequence[Row]:
    """Answer the plan as it is from now on."""
    body, judged = entry.read(step.body), entry.judged
    values = {name: judged[name] for name in ("year", "state", "items", "tasks", "acts")}
    key = {"estate_id": entry.estate_id, "id": body.plan_id}
    return [Row(TABLE, key, {**values, **made_columns(entry)}, shared=True)]
