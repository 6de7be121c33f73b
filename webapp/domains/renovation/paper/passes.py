"""Permit and worker passes as cards with an opaque code: what they are worth is judged where they are scanned."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.renovation.paper import texts
from webapp.domains.renovation.paper.queries import CasePage
from webapp.domains.renovation.paper.say import say_of
from webapp.ground.labels.address import label_text
from webapp.ground.labels.code import shown
from webapp.ground.labels.service import tags_to_print
from webapp.ground.paper.cards import Card

# What their labels hang at: `places.label` rows of these kinds.
PASS, PERMIT = "worker_pass", "renovation_permit"  # nosec B105  # papers
Codes = Mapping[UUID, str]


def codes_of(session: Session, page: CasePage, ids: Sequence[UUID], *, permit: bool, now: datetime) -> Codes:
    """Answer the codes of these passes, and of the permit, making those that are missing; raises NotFound."""
    names = {UUID(one["passId"]): one["name"] for one in page.case["passes"]}
    for id_ in ids:
        if id_ not in names:
            raise NotFound(passId=str(id_))
    case_id = UUID(page.case["id"])
    if permit and not page.case["permitted"]:
        raise NotFound(permit=str(case_id))
    made = dict(zip(ids, _made(session, page, PASS, dict.fromkeys(ids), now), strict=True))
    if permit:
        (made[case_id],) = _made(session, page, PERMIT, {case_id: None}, now)
    return made


def _made(session: Session, page: CasePage, kind: str, things: Mapping[UUID, None], now: datetime) -> list[str]:
    return [one.code for one in tags_to_print(session, page.estate.id, kind, things, now=now)]


def cards(page: CasePage, codes: Codes, photos: Mapping[str, bytes], public_url: str) -> Iterator[Card]:
    """Answer the permit first, then each pass, in the order in which they were made out."""
    say = say_of(page)
    if code := codes.get(UUID(page.case["id"])):
        lines = [*_site(page), (say("inCharge"), _in_charge(page))]
        card = _card(texts.title_of("permit", page.language), page.case["serial"], lines, code, public_url)
        yield replace(card, face=False)
    for one in page.case["passes"]:
        if code := codes.get(UUID(one["passId"])):
            lines = [(say("name"), one["name"]), *_site(page)]
            photo = photos.get(one["photo"] or "")
            yield _card(say("pass"), one["serial"], lines, code, public_url, photo)


def _site(page: CasePage) -> list[tuple[str, str]]:
    say, case = say_of(page), page.case
    until = case["permitUntil"] or texts.NOTHING
    return [(say("unit"), case["unitName"]), (say("contractor"), case["contractor"]["name"]), (say("until"), until)]


def _in_charge(page: CasePage) -> str:
    names: dict[str, str] = {one["workerId"]: one["name"] for one in page.case["workers"]}
    return names.get(page.case["personInCharge"], texts.NOTHING)


def _card(title: str, serial: str | None, lines: Any, code: str, public_url: str, photo: bytes | None = None) -> Card:
    return Card(title, serial or "", lines, label_text(public_url, code), shown(code), photo)
