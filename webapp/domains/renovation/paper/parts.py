"""What several papers of a renovation show: workers, money, passes, notices, requests, checks, visits, nights."""

from collections.abc import Sequence

from webapp.domains.renovation.paper import filling, texts
from webapp.domains.renovation.paper.queries import CasePage, Data
from webapp.domains.renovation.paper.say import say_of
from webapp.domains.renovation.rules.states import Act
from webapp.ground.paper.form import Section, Table


def _table(
    page: CasePage, heading: str, columns: Sequence[str], widths: Sequence[float], rows: Sequence[Data]
) -> Table:
    """Answer a table whose rows say their cells by the names of its columns."""
    say = say_of(page)
    cells = [tuple(str(row[name] or "") for name in columns) for row in rows]
    return Table(say(heading), tuple(map(say, columns)), widths, cells)


def workers(page: CasePage) -> Table:
    """Answer the list of workers; the person in charge is marked."""
    say, case = say_of(page), page.case
    rows = [
        {
            "name": one["name"],
            "trade": one["trade"],
            "note": say("inCharge") if one["workerId"] == case["personInCharge"] else "",
        }
        for one in case["workers"]
    ]
    return _table(page, "workers", ("name", "trade", "note"), (2, 2, 3), rows)


def money(page: CasePage) -> Table:
    """Answer all that was paid, paid back or kept, oldest first."""
    say = say_of(page)
    rows = [
        {
            "date": filling.at(page, one["paidAt"]),
            "line": f"{say('line.' + one['line'])} {say(one['direction'])}",
            "amount": filling.yuan(one["amount"]),
            "receipt": one["receiptNo"],
            "note": one["payer"],
        }
        for one in page.case["paid"]
    ]
    return _table(page, "money", ("date", "line", "amount", "receipt", "note"), (2, 2, 1, 2, 3), rows)


def passes(page: CasePage) -> Table:
    """Answer every pass and where it is."""
    say = say_of(page)
    rows = [
        {"no": one["serial"], "name": one["name"], "state": say(f"pass.{one['state']}"), "note": one["note"]}
        for one in page.case["passes"]
    ]
    return _table(page, "passes", ("no", "name", "state", "note"), (2, 2, 1, 4), rows)


def notices(page: CasePage) -> Table:
    """Answer every rectification notice with its result."""
    rows = [
        {
            "no": one["serial"],
            "items": filling.item_names(one["items"], page.language),
            "said": one["description"],
            "due": one["dueOn"],
            "result": filling.listed(results(page, one), page.language),
        }
        for one in page.case["notices"]
    ]
    return _table(page, "notices", ("no", "items", "said", "due", "result"), (2.2, 3, 3, 1.4, 3), rows)


def results(page: CasePage, notice: Data) -> list[str]:
    """Answer in words each look at whether it was put right."""
    say = say_of(page)
    rounds = [
        say(
            "verified" if one["passed"] else "failed",
            at=filling.at(page, one["at"]),
            by=one["byName"],
            note=one["note"],
        )
        for one in notice["rounds"]
    ]
    return rounds or [say("open")]


def requests(page: CasePage) -> Table:
    """Answer what was asked for while work ran, and what became of it."""
    say = say_of(page)
    rows = [
        {
            "date": filling.at(page, one["askedAt"]),
            "kind": say(f"kind.{one['kind']}"),
            "state": say(f"request.{one['state']}"),
            "by": one["decidedBy"],
            "note": one["note"],
        }
        for one in page.case["requests"]
    ]
    return _table(page, "requests", ("date", "kind", "state", "by", "note"), (2, 2, 1, 1.4, 4), rows)


def visits(page: CasePage) -> Table:
    """Answer every visit to the site."""
    say = say_of(page)
    rows = [
        {
            "date": filling.at(page, one["at"]),
            "no": one["serial"],
            "stage": say(f"stage.{one['stage']}") if one["stage"] else say(f"outcome.{one['outcome']}"),
            "said": one["note"],
            "by": one["byName"],
        }
        for one in page.visits
    ]
    return _table(page, "visits", ("date", "no", "stage", "said", "by"), (2, 2.2, 1.4, 4, 1.2), rows)


def nights(page: CasePage) -> Table:
    """Answer every look at night: how many were there, and how many were allowed to be."""
    rows = [
        {
            "date": str(one.night),
            "persons": str(one.persons),
            "allowed": str(one.allowed),
            "note": one.said["note"],
            "by": one.by_name,
        }
        for one in page.nights
    ]
    return _table(page, "nights", ("date", "persons", "allowed", "note", "by"), (2, 1, 1, 4, 1.2), rows)


def course(page: CasePage) -> Table:
    """Answer all that was done, oldest first."""
    say = say_of(page)
    rows = [
        {
            "date": filling.at(page, one["at"]),
            "act": say(f"act.{one['act']}"),
            "note": one["note"],
            "by": one["byName"],
        }
        for one in page.case["acts"]
    ]
    return _table(page, "course", ("date", "act", "note", "by"), (2, 2, 4, 1.2), rows)


def joint_check(page: CasePage) -> list[Section]:
    """Answer what the first check with the owner came to; nothing before it was made."""
    told, say = page.case["jointCheck"], say_of(page)
    answers = page.newest(Act.JOINT_CHECK)
    if not told or not answers:
        return []
    aside = f"{filling.at(page, told['at'])} {told['byName']}"
    items = _items(page, answers["answers"], "renovation_first")
    notes = [("", say(f"waterTest.{told['waterTest']}"))]
    return [Section(say("act.joint_check"), aside=aside, columns=_columns(page), items=items, notes=notes)]


def accepted(page: CasePage) -> list[Section]:
    """Answer what each item of the site showed at the newest acceptance; nothing where none was asked."""
    answers = (page.newest(Act.ACCEPT) or {}).get("answers")
    if not answers:
        return []
    say = say_of(page)
    return [Section(say("acceptedItems"), columns=_columns(page), items=_items(page, answers, "renovation_site"))]


def _columns(page: CasePage) -> tuple[str, ...]:
    return tuple(map(say_of(page), ("item", "result", "said")))


def _items(page: CasePage, answers: Sequence[Data], checklist: str) -> list[tuple[str, str, str, bool]]:
    say = say_of(page)
    return [
        (
            filling.item_names([one["item"]], page.language, checklist),
            say(f"answer.{one['result']}"),
            one.get("note") or one.get("reason") or texts.NOTHING,
            one["result"] == "abnormal",
        )
        for one in answers
    ]
