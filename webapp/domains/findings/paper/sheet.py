"""The problem sheet as a form: what was found, what was done about it, who signed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from webapp.domains.findings.paper.history import told
from webapp.domains.findings.paper.queries import FindingPage
from webapp.domains.findings.rules.details import UNREADABLE
from webapp.ground.books import proof_on_paper
from webapp.ground.checklists.rules import Words
from webapp.ground.paper.form import Box, Form, Picture, Section, Table
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")
Row = tuple[datetime, str, str, str]


def form_of(page: FindingPage, photos: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the sheet as a form in the estate's language; `photos` by hash, those that are here."""
    say = read_words(WORDS, page.language)
    return Form(
        language=page.language,
        title=say("title"),
        serial=page.finding.serial,
        estate=page.estate.name,
        facts=list(_facts(page, say)),
        parts=[_found(page, say, photos), _history(page, say)],
        boxes=_boxes(page, say),
        proof=proof_on_paper(page.finding.serial, page.proved, page.estate, public_url),
    )


def in_language(words: Words, say: Lexicon) -> str:
    """Answer a checklist's words in the language of the sheet."""
    return str(getattr(words, say.language.replace("-", "_").lower()))


def _facts(page: FindingPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    finding = page.finding
    yield say("place"), finding.place_name or say("unknownPlace")
    yield say("spot"), finding.spot
    yield say("item"), in_language(page.item.words, say) if page.item else finding.item
    yield say("choice"), _choice(page, say)
    yield say("foundAt"), moment_text(finding.found_at, page.estate.timezone)
    yield say("by"), finding.by_name
    yield say("priority"), say(f"priority.{finding.priority}")
    yield say("dept"), say.known(f"dept.{finding.dept}") if finding.dept else "—"
    yield say("state"), say(f"state.{finding.state}")
    yield from _order(page, say)
    if finding.rework:
        yield say("rework"), str(finding.rework)
    for name, noted in finding.details.items():
        if noted:
            yield say(f"detail.{name}"), say("unreadable") if noted == UNREADABLE else noted


def _order(page: FindingPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    """A rectification order has a number of its own and says by which day."""
    number = page.finding.order_no
    ordered = next((act for act in page.acts if act.act == "order" and act.serial == number), None)
    if number:
        yield say("rectifyNo" if ordered else "orderNo"), number
    if ordered:
        yield say("rectifyBy"), ordered.said["dueOn"]


def _choice(page: FindingPage, say: Lexicon) -> str:
    known = {choice.code: choice.words for choice in page.item.choices} if page.item else {}
    chosen = page.finding.choice
    return in_language(known[chosen], say) if chosen in known else chosen or "—"


def _found(page: FindingPage, say: Lexicon, photos: Mapping[str, bytes]) -> Section:
    return Section(
        heading=say("found"),
        notes=list(_notes(page, say)),
        pictures=[_picture(photo, say, photos) for photo in page.shown],
    )


def _notes(page: FindingPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    yield say("description"), page.finding.description or "—"
    for step in page.finding.steps or ():
        done = step["doneAt"] and moment_text(datetime.fromisoformat(step["doneAt"]), page.estate.timezone)
        yield say(f"step.{step['step']}"), done or say("stepNot", why=step["reason"] or "—")
    told = [say.known(remark["code"]) for remark in page.finding.remarks]
    if told:
        yield say("remarks"), say("stop").join(told)


def _picture(photo: Mapping[str, Any], say: Lexicon, photos: Mapping[str, bytes]) -> Picture:
    return Picture(say(f"photo.{photo['moment']}"), photos.get(photo["sha256"]))


def _history(page: FindingPage, say: Lexicon) -> Table:
    rows = sorted(_course(page, say), key=lambda row: row[0])
    lines = [(moment_text(at, page.estate.timezone), what, who, words) for at, what, who, words in rows]
    return Table(say("history"), (say("when"), say("what"), say("who"), say("told")), (2, 2, 1.4, 5), lines)


def _course(page: FindingPage, say: Lexicon) -> Iterator[Row]:
    finding = page.finding
    yield finding.found_at, say("act.report"), finding.by_name, finding.description
    for look in page.seen:
        yield look.seen_at, say(f"act.{look.outcome}"), look.by_name, look.note
    for act in page.acts:
        yield act.at, say(f"act.{act.act}"), act.by_name, told(act, say)


def _boxes(page: FindingPage, say: Lexicon) -> list[Box]:
    signed = {one["side"]: one for one in page.finding.signatures}
    return [_box(say(side), signed.get(side), page) for side in ("fixer", "verifier")]


def _box(title: str, signed: Mapping[str, Any] | None, page: FindingPage) -> Box:
    if signed is None:
        return Box(title)
    at = moment_text(datetime.fromisoformat(signed["at"]), page.estate.timezone)
    return Box(title, name=signed["byName"], at=at)
