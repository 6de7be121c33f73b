"""The summary of a half-year (半年汇总) as a paper."""

from collections.abc import Iterator

from webapp.core.held import Data
from webapp.domains.vacancy.rules.checking import CHECKLIST
from webapp.domains.vacancy.sheets.page import Paper, Sheet
from webapp.domains.vacancy.sheets.table import filed_box, state_facts
from webapp.domains.vacancy.sheets.telling import NOTHING, Teller, yuan
from webapp.ground.checklists.shelf import newest_template
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper.form import Box


def half_year(estate: Estate, told: Data, proved: Proved | None) -> Paper:
    """Answer the summary as it is told to pages; `proved` when it was handed in."""
    tell = Teller(estate)
    say, content = tell.say, told["content"]
    return Paper(
        estate=estate,
        say=say,
        title=say("summary"),
        facts=list(_facts(tell, told)),
        sheets=[
            _coverage(tell, content),
            _findings(tell, content),
            _care(tell, content),
            _lettings(tell, content),
            _visits(tell, content),
        ],
        boxes=[filed_box(tell, told, say("maker")), Box(say("office"))],
        proved=proved,
    )


def _facts(tell: Teller, told: Data) -> Iterator[tuple[str, str | int]]:
    say, content = tell.say, told["content"]
    yield from state_facts(tell, told)
    yield say("visits"), sum(one["count"] for one in content["visits"])
    yield say("openFindings"), content["openFindings"]
    yield say("cost"), yuan(content["cost"])
    yield say("planned"), yuan(content["planned"])
    if told["note"]:
        yield say("note"), told["note"]


def _coverage(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    columns = (say("month"), say("vacant"), say("checked"), say("coverage"))
    rows = [(one["month"], one["vacant"], one["checked"], tell.percent(one)) for one in content["coverage"]]
    return Sheet(say("coverageByMonth"), columns, (2, 2, 2, 5), rows)


def _findings(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    rows = [(_item_name(tell, one["item"]), one["count"]) for one in content["findings"]]
    return Sheet(say("abnormal"), (say("item"), say("times")), (4, 1), rows, folds=2)


def _item_name(tell: Teller, item_id: str) -> str:
    template = newest_template(CHECKLIST)
    item = template.item(item_id) if template else None
    return f"{item_id} {item.words.in_language(tell.say.language)}" if item else item_id


def _care(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    rows = [(say.known(one["task"]), one["done"], one["missed"]) for one in content["care"]]
    return Sheet(say("care"), (say("task"), say("done"), say("missed")), (4, 2, 2), rows)


def _lettings(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    columns = (say("unit"), say("contractNo"), say("beginsOn"), say("until"), say("endedOn"))
    names = ("unit", "contractNo", "beginsOn", "until", "endedOn")
    rows = [[one[name] or NOTHING for name in names] for one in content["lettings"]]
    return Sheet(say("lettings"), columns, (4, 3, 2, 2, 2), rows)


def _visits(tell: Teller, content: Data) -> Sheet:
    say = tell.say
    rows = [(one["unit"], one["count"]) for one in content["visits"]]
    return Sheet(say("visitsByUnit"), (say("unit"), say("times")), (4, 1), rows, folds=3)
