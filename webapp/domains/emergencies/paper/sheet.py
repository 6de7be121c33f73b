"""The emergency entry as a form: by whose word, who was there, going in and coming out, who was told."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from webapp.domains.emergencies.paper.queries import EntryPage
from webapp.ground.books import proof_on_paper
from webapp.ground.paper.form import Box, Form, Picture, Section
from webapp.ground.paper.when import moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")


def form_of(page: EntryPage, photos: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the entry as a form in the estate's language; `photos` by hash, those that are here."""
    say = read_words(WORDS, page.language)
    return Form(
        language=page.language,
        title=say("title"),
        serial=page.entry.serial,
        estate=page.estate.name,
        facts=list(_facts(page, say)),
        parts=[_section(page, say, photos)],
        boxes=_boxes(page, say),
        proof=proof_on_paper(page.entry.serial, page.proved, page.estate, public_url),
    )


def _facts(page: EntryPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    entry, zone = page.entry, page.estate.timezone
    yield say("unit"), entry.unit
    yield say("finding"), page.finding or "—"
    yield say("authoriser"), entry.authoriser_name or say("unknown")
    yield say("authorisedAt"), moment_text(entry.authorised_at, zone)
    yield say("enteredAt"), moment_text(entry.entered_at, zone)
    yield say("leftAt"), moment_text(entry.left_at, zone) if entry.left_at else say("inside")


def _section(page: EntryPage, say: Lexicon, photos: Mapping[str, bytes]) -> Section:
    return Section(
        heading=say("course"),
        notes=list(_notes(page, say)),
        pictures=[Picture(say(f"photo.{when}"), photos.get(photo["sha256"])) for when, photo in page.shown],
    )


def _notes(page: EntryPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    entry = page.entry
    yield say("reason"), entry.reason or "—"
    yield say("present"), say("comma").join(one["name"] for one in entry.present) or "—"
    if entry.left_at:
        yield say("done"), entry.done or "—"
        yield say("resident"), resident(page, say)
    if page.remarks:
        yield say("remarks"), say("stop").join(say.known(code) for code in page.remarks)


def resident(page: EntryPage, say: Lexicon) -> str:
    """Answer who of the household was told and when, or why nobody was; empty while somebody is inside."""
    entry = page.entry
    if entry.told_who and entry.told_at:
        return say("told", who=entry.told_who, at=moment_text(entry.told_at, page.estate.timezone))
    return say("notTold", why=entry.not_told) if entry.not_told else ""


def _boxes(page: EntryPage, say: Lexicon) -> list[Box]:
    entry, zone = page.entry, page.estate.timezone
    boxes = [Box(say("enteredBy"), name=entry.by_name, at=moment_text(entry.received_at, zone))]
    if entry.left_by_name and entry.left_at:
        boxes.append(Box(say("leftBy"), name=entry.left_by_name, at=moment_text(entry.left_at, zone)))
    return [*boxes, Box(say("authoriser"))]
