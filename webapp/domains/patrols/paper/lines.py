"""One visit as a part of the printed record: its items in the checklist's order, what was seen, its photos."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from webapp.domains.patrols.models import PatrolVisit
from webapp.domains.patrols.rules.codes import THIN
from webapp.domains.patrols.rules.rounds import Timeliness
from webapp.ground.checklists.reference import ChecklistRef
from webapp.ground.checklists.rules import ChecklistItem, Template, Words
from webapp.ground.paper.form import Picture, Section
from webapp.ground.paper.when import clock_text, moment_text
from webapp.ground.paper.words import Lexicon

Answer = Mapping[str, Any]
Line = tuple[str, str, str, bool]
# What a visit's standing to its round is called; a visit in time is called nothing.
_MARKED = ("early", "late", "made_up")


def in_language(words: Words, language: str) -> str:
    """Answer a checklist's words in one language."""
    return str(getattr(words, language.replace("-", "_").lower()))


def template_of(visit: PatrolVisit) -> Template | None:
    """Answer the version of the checklist that was answered; None when this house never shipped it."""
    ref = ChecklistRef(type=visit.checklist_type, version=visit.checklist_version, hash=visit.checklist_hash)
    return ref.template()


def section_of(
    visit: PatrolVisit,
    number: int,
    *,
    say: Lexicon,
    zone: str,
    serials: Mapping[UUID, str],
    photos: Mapping[str, bytes],
    marks: Sequence[str] = (),
) -> Section:
    """Answer the visit as a section; `marks` besides those that it bears itself."""
    template = template_of(visit)
    items = {item.id: item for item in template.items} if template else {}
    # What was made up was so on another day, as a rule.
    from_ = moment_text if visit.timeliness is Timeliness.MADE_UP else clock_text
    pause = f"{from_(visit.scanned_at, zone)}—{clock_text(visit.scanned_at + _stay(visit), zone)}"
    return Section(
        heading=f"{number}　{visit.place_name or say('unknownPlace')}",
        aside=f"{visit.by_name}　{pause}　{say('scan.' + visit.scan_method)}",
        marks=[*_marks(visit, say), *marks],
        columns=(say("item"), say("result"), say("told")),
        items=[_line(answer, items.get(answer["item"]), say, serials) for answer in _in_order(visit, list(items))],
        notes=list(_notes(visit, say)),
        pictures=[_picture(photo, items, say, photos) for photo in visit.photos],
    )


def _stay(visit: PatrolVisit) -> Any:
    return visit.phone_finished_at - visit.phone_scanned_at


def _in_order(visit: PatrolVisit, items: list[str]) -> list[Answer]:
    last = len(items)
    return sorted(visit.answers, key=lambda one: items.index(one["item"]) if one["item"] in items else last)


def _marks(visit: PatrolVisit, say: Lexicon) -> Iterator[str]:
    if visit.timeliness in _MARKED:
        yield say(f"mark.{visit.timeliness}")
    if visit.skipped:
        yield say("result.not_checked")
    yield from (say.known(f"mark.{mark}") for mark in visit.marks)


def _line(answer: Answer, item: ChecklistItem | None, say: Lexicon, serials: Mapping[UUID, str]) -> Line:
    name = in_language(item.words, say.language) if item else answer["item"]
    told = [*_told(answer, item, say), serials.get(UUID(answer["findingId"]), "") if answer["findingId"] else ""]
    methods = say("comma").join(say(f"method.{method}") for method in answer["methods"])
    result = say(f"result.{answer['result']}")
    words = say("stop").join(dict.fromkeys(one for one in told if one))
    off = answer["result"] not in ("normal", "na")
    return name, result, f"{words}（{methods}）" if methods else words, off


def _told(answer: Answer, item: ChecklistItem | None, say: Lexicon) -> Iterator[str]:
    if answer["result"] == "normal" and item:
        yield in_language(item.normal, say.language)
    if answer["choice"]:
        known = {choice.code: choice.words for choice in item.choices} if item else {}
        yield in_language(known[answer["choice"]], say.language) if answer["choice"] in known else answer["choice"]
    yield answer["note"] or ""
    yield answer["reason"] or ""


def _notes(visit: PatrolVisit, say: Lexicon) -> Iterator[tuple[str, str]]:
    if visit.observation:
        yield say("observation"), visit.observation
    if visit.scan_reason:
        yield say("noScan"), visit.scan_reason
    told = [say.known(remark["code"]) for remark in visit.remarks if remark["code"] not in THIN]
    if told:
        yield say("remarks"), say("stop").join(told)


def _picture(
    photo: Mapping[str, Any], items: Mapping[str, ChecklistItem], say: Lexicon, photos: Mapping[str, bytes]
) -> Picture:
    item = items.get(photo.get("item") or "")
    of_all = say("photoOfTask" if photo.get("task") else "photoOfPlace")
    return Picture(in_language(item.words, say.language) if item else of_all, photos.get(photo["sha256"]))
