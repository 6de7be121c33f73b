"""The dynamic table of a month (空置房动态表) as a paper."""

from collections.abc import Iterator

from webapp.core.held import Data
from webapp.domains.vacancy.sheets.page import Paper, Sheet
from webapp.domains.vacancy.sheets.telling import Teller, square_metres
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper.form import Box


def dynamic_table(estate: Estate, told: Data, proved: Proved | None) -> Paper:
    """Answer the table as it is told to pages; `proved` when it was filed."""
    tell = Teller(estate)
    say, content = tell.say, told["content"]
    return Paper(
        estate=estate,
        say=say,
        title=say("table"),
        facts=list(_facts(tell, told)),
        sheets=[
            Sheet(say("came"), (say("unit"), say("on")), (3, 2), _moved(content["additions"]), folds=2),
            Sheet(say("left"), (say("unit"), say("on"), say("to")), (3, 2, 3), _left(tell, content["departures"])),
            _stock(tell, content),
            _valves(tell, content),
            _fees(tell, content),
        ],
        boxes=[Box(say("maker")), filed_box(tell, told, say("manager"))],
        proved=proved,
    )


def filed_box(tell: Teller, told: Data, title: str) -> Box:
    """Answer the place for whoever has filed a paper; for a pen while nobody has."""
    return Box(title, name=told["byName"] or "", at=tell.at(told["filedAt"]))


def state_facts(tell: Teller, told: Data) -> Iterator[tuple[str, str]]:
    """Answer which period a paper is of, and whether it was filed."""
    filed = tell.at(told["filedAt"])
    yield tell.say("period"), tell.period(told["period"])
    yield tell.say("state"), tell.say(f"state.{told['state']}", at=filed, due=told["dueOn"])


def _facts(tell: Teller, told: Data) -> Iterator[tuple[str, str | int]]:
    say, content = tell.say, told["content"]
    came, left = len(content["additions"]), len(content["departures"])
    yield from state_facts(tell, told)
    for name, count in (("opening", content["opening"]), ("came", came), ("left", left)):
        yield say(name), count
    yield say("closing"), content["closing"]
    yield say("visits"), say("doneOfDue", done=content["checksDone"], due=content["checksDue"])
    yield say("coverage"), tell.percent(content["coverage"])
    yield say("openFindings"), content["openFindings"]
    yield say("valvesOpen"), len(content["valvesOpen"])
    if told["note"]:
        yield say("note"), told["note"]


def _moved(moves: list[Data]) -> list[tuple[str, str]]:
    return [(one["unit"], one["on"]) for one in moves]


def _left(tell: Teller, moves: list[Data]) -> list[tuple[str, str, str]]:
    return [(one["unit"], one["on"], tell.say.known(one["to"])) for one in moves]


def _stock(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    rows = [(one["building"], one["count"], tell.listed(one["units"])) for one in content["buildings"]]
    return Sheet(say("stock"), (say("building"), say("count"), say("units")), (3, 1, 12), rows)


def _valves(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    rows = [
        (
            one["unit"],
            tell.listed(one["valves"]),
            say("stop").join(say("because", reason=why["reason"], due=why["dueOn"]) for why in one["reasons"]),
        )
        for one in content["valvesOpen"]
    ]
    return Sheet(say("valvesOpen"), (say("unit"), say("valves"), say("reason")), (3, 2, 6), rows)


def _fees(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    columns = (say("unit"), say("developer"), say("area"), say("since"), say("days"))
    rows = [
        (one["unit"], one["developer"], square_metres(one["area"]), one["from"], one["days"])
        for one in content["feesDue"]
    ]
    return Sheet(say("fees"), columns, (4, 5, 2, 3, 2), rows)
