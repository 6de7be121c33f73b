"""The yearly maintenance plan (空置房维护管理计划) as a paper."""

from collections.abc import Iterator

from webapp.core.held import Data
from webapp.domains.vacancy.sheets.page import Paper, Sheet
from webapp.domains.vacancy.sheets.telling import Teller, yuan
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper.form import Box

# Who signs: by which act, once the plan stands so far.
_SIGNED = (("submit", "drawnUp"), ("merge", "reviewed"), ("approve", "approved"))


def yearly_plan(estate: Estate, plan: Data, proved: Proved | None) -> Paper:
    """Answer the plan as it is told to pages."""
    tell = Teller(estate)
    say = tell.say
    return Paper(
        estate=estate,
        say=say,
        title=say("plan"),
        facts=list(_facts(tell, plan)),
        sheets=[_items(tell, plan), _tasks(tell, plan), _acts(tell, plan)],
        boxes=list(_boxes(tell, plan)),
        proved=proved,
    )


def _facts(tell: Teller, plan: Data) -> Iterator[tuple[str, str | int]]:
    say = tell.say
    yield say("year"), plan["year"]
    yield say("state"), say(f"plan.{plan['state']}")
    yield say("planned"), yuan(plan["cost"])
    yield say("due"), plan["dueOn"]


def _items(tell: Teller, plan: Data) -> Sheet:
    say = tell.say
    columns = (say("number"), say("what"), say("frequency"), say("measures"), say("cost"))
    rows = [
        (number, one["what"], one["frequency"], one["measures"], yuan(one["cost"]))
        for number, one in enumerate(plan["items"], start=1)
    ]
    return Sheet(say("items"), columns, (1, 4, 3, 8, 3), rows)


def _tasks(tell: Teller, plan: Data) -> Sheet:
    say = tell.say
    rows = [(say.known(one["task"]), one["from"], one["due"]) for one in plan["tasks"]]
    return Sheet(say("tasks"), (say("task"), say("from"), say("due")), (3, 2, 2), rows, folds=2)


def _acts(tell: Teller, plan: Data) -> Sheet:
    say = tell.say
    rows = [(tell.at(one["at"]), one["byName"], say(f"act.{one['act']}"), one["note"]) for one in plan["acts"]]
    return Sheet(say("course"), (say("at"), say("by"), say("act"), say("said")), (3, 2, 4, 7), rows)


def _boxes(tell: Teller, plan: Data) -> Iterator[Box]:
    """Answer a place for each signature: what was done before the plan last went back counts no longer."""
    done: dict[str, Data] = {}
    for act in plan["acts"]:
        done = {} if act["act"] in ("save", "return") else {**done, act["act"]: act}
    for act, title in _SIGNED:
        signed = done.get(act)
        name, at = (signed["byName"], tell.at(signed["at"])) if signed else ("", "")
        yield Box(tell.say(title), name=name, at=at)
