"""What a room hands over to the factory: its routes, and the kinds of items it takes in and gives out.

One write path (`protocol.md` 4): sync reads `facts` once a kind and batch, asks the pure `decide` once an item, and
derives the stored rows from the logbook entry alone (`rows`). `logbook verify` derives them again and compares.
What is made anew for every item is a Struct: a tenth of a frozen dataclass's time.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

import msgspec
from flask import Blueprint
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import JsonValue
from webapp.core.jobs import Job
from webapp.core.wire import read

Body = TypeVar("Body")


class Item(msgspec.Struct, frozen=True):
    """One item of a push as sync hands it to a kind: envelope checked, body read, time corrected."""

    id: UUID
    seq: int
    kind: str
    estate_id: UUID
    about: UUID
    by: UUID
    by_name: str
    role: str
    device_id: UUID
    body: Any
    recorded_at: datetime  # the phone's word
    corrected_at: datetime  # what rules use
    received_at: datetime
    time_doubtful: bool
    rules: str
    live: bool
    marks: tuple[str, ...] = ()  # e.g. "after_sign_out", "device_revoked"


class Applied(msgspec.Struct, frozen=True):
    """The item becomes an entry.

    judged    what was decided, JSON values; goes into the entry beside the item, and `rows` reads it
    page      (form, key) of the numbered page it stands on: one serial a key; None for an entry without a page
    changes   what phones should fetch again
    personal  personal fields of the body, hashed apart so that they can be erased; the book keeps the body without them
    """

    judged: Mapping[str, JsonValue] = msgspec.field(default_factory=dict)
    page: tuple[str, str] | None = None
    changes: tuple[tuple[str, UUID], ...] = ()
    personal: Mapping[str, JsonValue] | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that may not be; the item is kept with this code for the supervisor."""

    code: str
    params: Mapping[str, JsonValue] = field(default_factory=dict)


Decision = Applied | Refused


class Entry(msgspec.Struct, frozen=True):
    """A logbook entry as `rows` reads it: plain JSON values, the same on the day it was written and years later.

    item    the item as sent (`protocol.md` 2), with `body`
    server  {receivedAt, correctedAt, timeDoubtful, byName, role, device, marks, page, serial}; moments as ISO text
    judged  what `decide` answered
    personal  what `decide` set apart; None when there was nothing, and once it is erased
    body    the item's body as it was read when it came in; None when the entry comes from the book
    """

    estate_id: UUID
    number: int
    kind: str
    item: Mapping[str, Any]
    server: Mapping[str, Any]
    judged: Mapping[str, Any]
    personal: Mapping[str, Any] | None = None
    body: Any = None

    def read(self, kind: type[Body]) -> Body:
        """Answer the item's body as `kind`; raises BadShape."""
        return self.body if isinstance(self.body, kind) else read(kind, self.item["body"])


class Row(msgspec.Struct, frozen=True):
    """One row of a table as an entry makes it: `key` finds it, `values` are set.

    new     it is inserted (a column left out is empty or has its default); else a row that is there is changed
    shared  several entries write it: inserted the first time, changed from then on; `new` counts for nothing
    """

    table: str
    key: Mapping[str, Any]
    values: Mapping[str, Any]
    new: bool = True
    shared: bool = False


@dataclass(frozen=True, slots=True)
class PushKind:
    """A kind of item a room takes in.

    name      `room.act`
    version   newest shape; `upgrades[v]` turns a body of v into v + 1
    body      the Wire struct of the newest shape
    facts     (session, estate_id, items) -> whatever `decide` needs, in one query a table
    decide    (item, facts) -> Applied | Refused; pure
    rows      (entry) -> rows; pure; values are what the columns hold (UUID, aware datetime, str, int, JSON)
    owns      tables in which every row comes from entries; a row without one is an intrusion
    acts      it may be refused for what is stored: its facts are read with the estate's head held (`protocol.md` 3)
    after     kinds whose items that came before it in the same push are written before it is decided
    """

    name: str
    version: int
    body: type
    facts: Callable[[Session, UUID, Sequence[Item]], Any]
    decide: Callable[[Item, Any], Decision]
    rows: Callable[[Entry], Sequence[Row]]
    owns: tuple[str, ...] = ()
    acts: bool = False
    after: tuple[str, ...] = ()
    upgrades: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = field(default_factory=dict)

    def upgraded(self, body: dict[str, Any], version: int) -> dict[str, Any]:
        """Answer a body of an older shape in the newest one."""
        for older in range(version, self.version):
            body = self.upgrades[older](body)
        return body

    def rows_of(self, entry: Entry) -> Sequence[Row]:
        """Answer the rows an entry makes, whatever shape its item had when it was sent."""
        version = entry.item["v"]
        if version != self.version:
            item = {**entry.item, "body": self.upgraded(entry.item["body"], version)}
            entry = msgspec.structs.replace(entry, item=item)
        return self.rows(entry)


@dataclass(frozen=True, slots=True)
class PullKind:
    """A kind of thing phones hold a copy of.

    page   (session, actor, after, limit) -> (id, data) in id order: all this person may hold
    some   (session, actor, ids) -> {id: data}; what is missing is told as null
    follows  a kind of another room with the same ids: when one of those changes, this one is told again with it
    weight   one of these is as large as so many ordinary things (200 bytes): a page holds so many fewer
    """

    name: str
    page: Callable[[Session, Actor, UUID | None, int], Iterable[tuple[UUID, dict[str, Any]]]]
    some: Callable[[Session, Actor, Sequence[UUID]], Mapping[UUID, dict[str, Any]]]
    follows: str | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Domain:
    """A room's only door."""

    name: str
    blueprints: tuple[Blueprint, ...] = ()
    push: tuple[PushKind, ...] = ()
    pull: tuple[PullKind, ...] = ()
    commands: tuple[AppGroup | Any, ...] = ()
    offers: tuple[Any, ...] = ()  # services that other rooms ask for by a Protocol in their needs.py
    jobs: tuple[Job, ...] = ()  # what the worker does for the room
    watches: tuple[Any, ...] = ()  # what people are to be told of; the notices ask every minute (`notices.jobs.Watch`)
    books: tuple[Any, ...] = ()  # numbered books: their pages are checked, printed, bundled by month (`books.Book`)
    errors: tuple[str, ...] = ()  # refusal codes that are not DomainError classes
