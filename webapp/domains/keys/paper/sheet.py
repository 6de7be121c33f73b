"""The mandate as a form: what is entrusted and why, what the owner was told, who signed."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from webapp.domains.keys.paper.queries import MandatePage
from webapp.ground.paper.address import check_address, in_groups
from webapp.ground.paper.form import Box, Form, Proof, Section
from webapp.ground.paper.when import entries_text, moment_text
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.signatures.drawing import drawing_of

WORDS = Path(__file__).with_name("words.yaml")


def form_of(page: MandatePage, *, public_url: str) -> Form:
    """Answer the mandate as a form in the estate's language."""
    say, serial = read_words(WORDS, page.language), page.signed.serial or ""
    return Form(
        language=page.language,
        title=say("title"),
        serial=serial,
        estate=page.estate.name,
        facts=list(_facts(page, say)),
        parts=[Section(say("terms"), notes=list(_terms(page, say)))],
        boxes=_boxes(page, say),
        proof=Proof(
            entries=entries_text(page.proved.numbers, page.language),
            hash=in_groups(page.proved.hash),
            address=check_address(public_url, serial, page.proved.hash),
        ),
    )


def _facts(page: MandatePage, say: Lexicon) -> Iterator[tuple[str, str]]:
    yield say("date"), page.mandate["date"]
    yield say("unit"), page.key_set.place_name
    yield say("owner"), page.key_set.owner_name
    yield say("keyNo"), page.key_set.key_no
    yield say("quantity"), str(page.key_set.quantity)
    yield say("until"), page.mandate["custodyUntil"] or "—"


def _terms(page: MandatePage, say: Lexicon) -> Iterator[tuple[str, str]]:
    yield say("reason"), page.mandate["reason"]
    yield say("collection"), page.mandate["collectionRequirements"]
    yield say("disclaimer"), say("told", at=_at(page.mandate["disclaimerAt"], page))
    yield say("parts"), say("twoParts")


def _boxes(page: MandatePage, say: Lexicon) -> list[Box]:
    strokes = (page.signed.private or {}).get("strokes")
    owner = Box(
        say("ownerSigns"),
        name=page.key_set.owner_name,
        at=_at(page.mandate["signedAt"], page),
        drawing=drawing_of(strokes) if strokes else None,
    )
    received = moment_text(page.signed.at, page.estate.timezone)
    return [owner, Box(say("received"), name=page.signed.by_name, at=received)]


def _at(moment: str, page: MandatePage) -> str:
    return moment_text(datetime.fromisoformat(moment), page.estate.timezone)
