"""A check sheet as a form: its lines with what followed, what patrols found, who signed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from webapp.domains.checks.paper.queries import CheckPage
from webapp.domains.checks.rules.bodies import Period
from webapp.ground.books import proof_on_paper
from webapp.ground.paper.form import Box, Form, Table
from webapp.ground.paper.when import clock_text, day_text, moment_text
from webapp.ground.paper.words import Lexicon, read_words

WORDS = Path(__file__).with_name("words.yaml")


def form_of(page: CheckPage, _: Mapping[str, bytes], public_url: str) -> Form:
    """Answer the sheet as a form in the estate's language; it has no photos."""
    say, sheet = read_words(WORDS, page.language), page.sheet
    return Form(
        language=page.language,
        title=say(f"title.{sheet.period}"),
        serial=sheet.serial,
        estate=page.estate.name,
        facts=list(_facts(page, say)),
        parts=[_lines(page, say), *([_patrols(page, say)] if sheet.period is Period.DAILY else [])],
        boxes=_boxes(page, say),
        proof=proof_on_paper(sheet.serial, page.proved, page.estate, public_url),
    )


def _facts(page: CheckPage, say: Lexicon) -> Iterator[tuple[str, str]]:
    sheet = page.sheet
    yield say("dept"), page.dept
    yield say(f"day.{sheet.period}"), day_text(sheet.day, page.language)
    if sheet.rating:
        yield say("rating"), say(f"rating.{sheet.rating}")
    if sheet.note:
        yield say("note"), sheet.note


def lines_of(page: CheckPage, say: Lexicon) -> list[tuple[str, ...]]:
    """Answer what was checked, at whom or where, and what followed; as it is printed."""
    return [_line(page, row, say) for row in page.sheet.rows]


def _lines(page: CheckPage, say: Lexicon) -> Table:
    rows = lines_of(page, say) or [("—", "—", say("nothing"), "—", "—")]
    titles = (say("who"), say("item"), say("finding"), say("kind"), say("action"))
    return Table(say("lines"), titles, (1.6, 1.4, 4, 1.4, 3), rows)


def _line(page: CheckPage, row: Mapping[str, Any], say: Lexicon) -> tuple[str, ...]:
    again = say(f"again.{'right' if row['right'] else 'not_right'}") if row["rechecks"] else ""
    finding = say("stop").join(part for part in (row["finding"], again) if part)
    kind = say(f"kind.{row['kind']}")
    return row["subject"], say(f"item.{row['item']}"), finding, kind, _action(page, row, say)


def _action(page: CheckPage, row: Mapping[str, Any], say: Lexicon) -> str:
    if row["rechecks"] and row["right"]:
        return "—"
    if row["kind"] == "general":
        return say("oral")
    slip = page.slips.get(row["rowId"])
    return say("slip", no=slip.serial, due=slip.due_on.isoformat(), by=slip.by_name) if slip else say("slipWaits")


def _patrols(page: CheckPage, say: Lexicon) -> Table:
    found = [one for one in page.patrols if one["item"] is not None]
    zone = page.estate.timezone
    rows = [
        (clock_text(datetime.fromisoformat(one["at"]), zone), one["place"], one["words"], one["byName"], one["serial"])
        for one in found
    ]
    heading = say("patrols", visits=len(page.patrols) - len(found), found=len(found))
    titles = (say("when"), say("place"), say("finding"), say("by"), say("serial"))
    return Table(heading, titles, (1, 3, 4, 1.4, 2), rows)


def _boxes(page: CheckPage, say: Lexicon) -> list[Box]:
    sheet, zone = page.sheet, page.estate.timezone
    written = Box(say("writer"), name=sheet.by_name, at=moment_text(sheet.received_at, zone))
    if not sheet.signed_at:
        return [written, Box(say("manager"))]
    return [written, Box(say("manager"), name=sheet.signer_name or "", at=moment_text(sheet.signed_at, zone))]
