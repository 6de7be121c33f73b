"""Wishes to rent a vacant unit, noted by the manager (`vacancy.md` 8). Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire, plain
from webapp.domains.vacancy.rules import codes
from webapp.domains.vacancy.rules.bodies import Word
from webapp.domains.vacancy.rules.papers import manages

WISH, TABLE = "vacancy.wish", "vacancy_wishes"


class WishPrivate(Wire, frozen=True, kw_only=True):
    """What the book sets apart so that it can be erased: how to reach who asked."""

    phone: Annotated[str, Meta(max_length=40)] = ""


class Wish(Wire, frozen=True, kw_only=True):
    """Somebody would like to rent: what, in their words, and which unit where one was named."""

    wish_id: UUID
    unit_id: UUID | None = None
    name: Word
    text: Annotated[str, Meta(min_length=1, max_length=2000)]
    private: WishPrivate | None = None


@dataclass(frozen=True, slots=True)
class WishFacts:
    """What the estate knows: those of the units named that it has, settings by item, items brought again."""

    units: Collection[UUID]
    settings: Mapping[UUID, Mapping[str, Any]]
    repeated: frozenset[UUID] = field(default_factory=frozenset)


def decide(item: Item, facts: WishFacts) -> Decision:
    """Note a wish."""
    body: Wish = item.body
    if not manages(item.role, facts.settings[item.id]):
        return Refused(NotAllowed.code)
    if item.about != body.wish_id:
        return Refused("core.bad_shape", {"field": "about"})
    if item.id in facts.repeated:
        return Refused(codes.LETTING_REPEATED)
    if body.unit_id is not None and body.unit_id not in facts.units:
        return Refused(codes.UNKNOWN_UNIT, {"unit": str(body.unit_id)})
    personal = {"private": plain(body.private)} if body.private else None
    return Applied({"at": item.corrected_at.isoformat()}, personal=personal)


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the wish as it was noted."""
    body = entry.read(Wish)
    values = {
        "unit_id": body.unit_id,
        "name": body.name,
        "text": body.text,
        "private": (entry.personal or {}).get("private"),
        "noted_at": datetime.fromisoformat(entry.judged["at"]),
        **made_columns(entry),
    }
    return [Row(TABLE, {"estate_id": entry.estate_id, "id": body.wish_id}, values)]
