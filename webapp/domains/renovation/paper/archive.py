"""The bundle for the owner's file (`renovation.md` 10): every paper, receipt, pass, notice, visit and act."""

from collections.abc import Iterator

from webapp.domains.renovation.paper import filling, texts
from webapp.domains.renovation.paper.queries import CasePage, Data
from webapp.domains.renovation.paper.sheet import CODES, Photos, drawn, results, say_of, whole_form
from webapp.domains.renovation.rules.papers import SIGNED
from webapp.domains.renovation.rules.states import Act
from webapp.ground.paper.form import Box, Form, Picture, Section, Table


def archive_form(page: CasePage, photos: Photos, public_url: str) -> Form:
    """Answer all that the owner's file keeps of a renovation, as one paper."""
    parts: list[Section | Table] = [
        *_wordings(page),
        _papers(page, photos),
        *_tables(page),
        _visits(page),
        _course(page),
    ]
    return whole_form(page, say_of(page)("archive"), parts, _boxes(page), public_url)


def photos_of(page: CasePage) -> set[str]:
    """Answer the photos of its papers."""
    return {photo["sha256"] for paper in page.case["papers"] for photo in paper["photos"]}


def _wordings(page: CasePage) -> Iterator[Section]:
    values = filling.values_of(page)
    heating = ("heating_pledge",) if page.case["heating"] else ()
    for form in ("application", "agreement", "contractor_pledge", *heating):
        lines = texts.paragraphs(form, page.language, page.wordings, values)
        yield Section(texts.title_of(form, page.language), notes=[("", line) for line in lines])


def _papers(page: CasePage, photos: Photos) -> Section:
    say = say_of(page)
    notes = [
        (say(f"paper.{one['code']}"), f"{filling.at(page, one['at'])} {one['byName']} {one['note']}")
        for one in page.case["papers"]
    ]
    pictures = [
        Picture(say(f"paper.{paper['code']}"), photos.get(one["sha256"]))
        for paper in page.case["papers"]
        for one in paper["photos"]
    ]
    return Section(say("papers"), notes=notes, pictures=pictures)


def _tables(page: CasePage) -> Iterator[Table]:
    say, case = say_of(page), page.case
    money = [
        (
            filling.at(page, one["paidAt"]),
            f"{say('line.' + one['line'])} {say(one['direction'])}",
            filling.yuan(one["amount"]),
            one["receiptNo"],
            one["payer"],
        )
        for one in case["paid"]
    ]
    yield Table(say("money"), tuple(map(say, ("date", "line", "amount", "receipt", "note"))), (2, 2, 1, 2, 3), money)
    passes = [(one["serial"] or "", one["name"], say(f"pass.{one['state']}"), one["note"]) for one in case["passes"]]
    yield Table(say("passes"), tuple(map(say, ("no", "name", "state", "note"))), (2, 2, 1, 4), passes)
    notices = [_notice(page, one) for one in case["notices"]]
    yield Table(say("notices"), tuple(map(say, ("no", "items", "said", "due", "result"))), (2, 3, 3, 1.3, 3), notices)
    asked = [
        (
            filling.at(page, one["askedAt"]),
            say(f"kind.{one['kind']}"),
            say(f"request.{one['state']}"),
            one["decidedBy"] or "",
            one["note"],
        )
        for one in case["requests"]
    ]
    yield Table(say("requests"), tuple(map(say, ("date", "kind", "state", "by", "note"))), (2, 2, 1, 1.4, 4), asked)


def _notice(page: CasePage, one: Data) -> tuple[str, ...]:
    items = filling.item_names(one["items"], page.language)
    return one["serial"] or "", items, one["description"], one["dueOn"], "; ".join(results(page, one))


def _visits(page: CasePage) -> Table:
    say = say_of(page)
    rows = [
        (
            filling.at(page, one["at"]),
            one["serial"],
            say(f"stage.{one['stage']}") if one["stage"] else say(f"outcome.{one['outcome']}"),
            one["note"],
            one["byName"],
        )
        for one in page.visits
    ]
    return Table(say("visits"), tuple(map(say, ("date", "no", "stage", "said", "by"))), (2, 2, 1.4, 4, 1.2), rows)


def _course(page: CasePage) -> Table:
    say = say_of(page)
    rows = [
        (filling.at(page, one["at"]), say(f"act.{one['act']}"), one["note"], one["byName"]) for one in page.case["acts"]
    ]
    return Table(say("course"), tuple(map(say, ("date", "act", "note", "by"))), (2, 2, 4, 1.2), rows)


def _boxes(page: CasePage) -> list[Box]:
    agreed = drawn(page, SIGNED["agreement"], page.signatures(Act.SIGN, form=CODES["agreement"]))
    accepted = drawn(page, ("engineer", "steward"), page.signatures(Act.ACCEPT, Act.RECHECK))
    return [*agreed, *accepted]
