"""Closing a month: an act of the archivist or an overseer, pushed `live` (`months.close`, PAT-R10)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from msgspec import Meta
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, PushKind, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire
from webapp.desk.months.contents import Contents, contents
from webapp.desk.months.models import MonthClosing
from webapp.desk.months.rules import month_of
from webapp.ground.books import books_of_all_rooms
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.people.queries import archivists

CLOSE = "months.close"
CLOSED, NOT_BEGUN = "months.closed", "months.not_begun"


class Close(Wire, frozen=True, kw_only=True):
    """Body of `months.close`: which month (2026-11); what belongs to it the server finds."""

    closing_id: UUID
    month: Annotated[str, Meta(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows when a closing comes in.

    archivists  who has that duty
    last        the newest month that is closed, or ""
    today       the month it is in the estate, by item
    contents    what would be in it, by month
    first       the one closing of a push that may be: what the next would hold cannot be known before it is written
    """

    archivists: frozenset[UUID]
    last: str
    today: Mapping[UUID, str]
    contents: Mapping[str, Contents]
    first: UUID


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide` needs; the estate's head is held, so that nothing comes in between."""
    estate, books = session.get_one(Estate, estate_id), books_of_all_rooms()
    months = session.scalars(select(MonthClosing.month).where(MonthClosing.estate_id == estate_id))
    return Facts(
        archivists=archivists(session, estate_id),
        last=max(months, default=""),
        today={item.id: month_of(day_of(item.received_at, estate.timezone)) for item in items},
        contents={month: contents(session, books, estate, month) for month in {item.body.month for item in items}},
        first=items[0].id,
    )


def decide(item: Item, facts: Facts) -> Decision:
    """Close the month: all that was accepted since the last closing, up to the month's end."""
    close: Close = item.body
    if item.role not in OVERSEERS and item.by not in facts.archivists:
        return Refused(NotAllowed.code)
    if item.about != close.closing_id:
        return Refused("core.bad_shape", {"field": "about"})
    if close.month <= facts.last or item.id != facts.first:
        return Refused(CLOSED, {"month": facts.last or close.month})
    if close.month > facts.today[item.id]:
        return Refused(NOT_BEGUN, {"month": close.month})
    found = facts.contents[close.month]
    return Applied(
        {
            "closedAt": item.corrected_at.isoformat(),
            "since": found.since,
            "upTo": found.up_to,
            "forms": found.forms(),
            "open": list(found.open),
        }
    )


def rows(entry: Entry) -> Sequence[Row]:
    """Answer the closing."""
    close, judged = entry.read(Close), entry.judged
    values = {
        "month": close.month,
        "since": judged["since"],
        "up_to": judged["upTo"],
        "forms": judged["forms"],
        "open": judged["open"],
        "closed_at": datetime.fromisoformat(judged["closedAt"]),
        **made_columns(entry),
    }
    return [Row("month_closings", {"estate_id": entry.estate_id, "id": close.closing_id}, values)]


CLOSING = PushKind(
    name=CLOSE,
    version=1,
    body=Close,
    facts=facts,
    decide=decide,
    rows=rows,
    owns=("month_closings",),
    acts=True,
)
