"""A check as a form: the unit and its key, every item as it was found, how it was left, photos."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from webapp.domains.vacancy.models import VacantCheck
from webapp.ground.books import language_of, proof_on_paper
from webapp.ground.checklists.rules import Choice, Template, Words
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.proof import Proved
from webapp.ground.paper.form import Box, Form, Picture, Section
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")
VALVES = ("water", "power", "gas")


@dataclass(frozen=True, slots=True)
class CheckPage:
    """One check as it stands now; `template` is the checklist it was made under, where the house knows it."""

    estate: Estate
    check: VacantCheck
    template: Template | None
    proved: Proved

    @property
    def say(self) -> Lexicon:
        """The words of its paper in the language of the estate."""
        return read_words(WORDS, language_of(self.estate))

    def words(self, words: Words) -> str:
        """Answer words of the checklist in the language of the estate."""
        return words.in_language(language_of(self.estate))


def form_of(page: CheckPage, photos: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the check as a form in the estate's language; `photos` by hash, those that are here."""
    say, check = page.say, page.check
    return Form(
        language=language_of(page.estate),
        title=say("title"),
        serial=check.serial,
        estate=page.estate.name,
        facts=list(_facts(page)),
        parts=[_section(page, photos)],
        boxes=[Box(say("visitor"), name=check.by_name, at=moment_text(check.left_at, page.estate.timezone))],
        proof=proof_on_paper(check.serial, page.proved, page.estate, public_url),
    )


def _facts(page: CheckPage) -> Iterator[tuple[str, str]]:
    say, check, zone = page.say, page.check, page.estate.timezone
    yield say("unit"), check.unit_name
    yield say("loan"), say("lent") if check.loan_id else say("notLent")
    yield say("enteredAt"), moment_text(check.entered_at, zone)
    yield say("leftAt"), moment_text(check.left_at, zone)
    yield say("reading"), check.water_reading or "—"
    yield say("aired"), say("minutes", minutes=check.aired_minutes) if check.aired_minutes is not None else "—"
    yield say("valves"), valves_text(page)
    yield say("windows"), say("windowsShut") if check.windows_closed else say("windowsOpen")


def valves_text(page: CheckPage) -> str:
    """Answer how each valve was left: 水阀 已关、电闸 已断、气阀 未关（等厂家，2026-11-25 前）."""
    say, reasons = page.say, {one["valve"]: one for one in page.check.open_valves}
    told = []
    for valve in VALVES:
        state = say(f"{valve}.{page.check.valves[valve]}")
        why = reasons.get(valve)
        told.append(say("openBecause", state=state, reason=why["reason"], due=why["dueOn"]) if why else state)
    return say("comma").join(told)


def _section(page: CheckPage, photos: Mapping[str, bytes]) -> Section:
    say, check = page.say, page.check
    return Section(
        heading=say("items"),
        columns=(say("item"), say("result"), say("seen")),
        items=[_item(page, answer) for answer in check.answers],
        notes=list(_notes(page)),
        pictures=[Picture(photo["item"] or say("whole"), photos.get(photo["sha256"])) for photo in check.photos],
    )


def _item(page: CheckPage, answer: Mapping[str, Any]) -> tuple[str, str, str, bool]:
    item = page.template.item(answer["item"]) if page.template else None
    name = f"{answer['item']} {page.words(item.words)}" if item else answer["item"]
    chosen = _chosen(item.choices if item else (), answer["choice"])
    seen = [page.words(chosen)] if chosen else []
    if item and answer["result"] == "normal":
        seen.append(page.words(item.normal))
    seen += [text for text in (answer["note"], answer["reason"]) if text]
    return name, page.say(f"result.{answer['result']}"), page.say("comma").join(seen), answer["result"] == "abnormal"


def _chosen(choices: Sequence[Choice], code: str | None) -> Words | None:
    return next((choice.words for choice in choices if choice.code == code), None)


def _notes(page: CheckPage) -> Iterator[tuple[str, str]]:
    say, check = page.say, page.check
    if check.observation:
        yield say("observation"), check.observation
    if check.care:
        yield say("care"), say("comma").join(say(task) for task in check.care)
    if check.remarks:
        yield say("remarks"), remarks_text(page)


def remarks_text(page: CheckPage) -> str:
    """Answer what is remarked of the check, in words."""
    return page.say("stop").join(page.say(one["code"], **one["params"]) for one in page.check.remarks)
