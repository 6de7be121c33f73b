"""Phones that follow a feed while others write into it, in the load's own process."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode

import msgspec

from bench.load.clients import Batches, at_once, push_all

PAGE = 1000


class _Told(msgspec.Struct):
    kind: str
    id: str


class _Page(msgspec.Struct):
    changes: list[_Told]
    cursor: str
    more: bool


class _Item(msgspec.Struct):
    about: str
    estate: str


class _Push(msgspec.Struct):
    items: list[_Item]


@dataclass(slots=True)
class Reader:
    """A phone that reads an estate's feed; `told` are the visits it heard of and not yet looked for."""

    cookie: str
    estate: str
    cursor: str = ""
    told: set[str] = field(default_factory=set)

    def read(self, connection: HTTPConnection) -> bool:
        """Pull one page; say whether there is more."""
        page = msgspec.json.decode(_page(connection, self, self.cursor), type=_Page)
        self.cursor = page.cursor
        self.told |= {one.id for one in page.changes if one.kind == "patrols.visit"}
        return page.more


@dataclass(frozen=True, slots=True)
class Followed:
    """What a turn came to: `skipped` counts, over all readers, what was written and never told."""

    written: int
    skipped: int
    seconds: float
    readers: Sequence[Reader]


def write_and_follow(port: int, batches: Batches, readers: Sequence[Reader]) -> Followed:
    """Let every writer write and every reader read at once, and the readers then read to the end."""
    over = threading.Event()
    began = time.perf_counter()
    taken: list[Any] = []

    def write() -> None:
        taken.append(push_all(port, batches))
        taken.append(time.perf_counter() - began)
        over.set()

    at_once([write, *(partial(_follow, port, reader, over) for reader in readers)])
    written = _written(batches)
    skipped = sum(len(written[reader.estate] - reader.told) for reader in readers)
    for reader in readers:
        reader.told.clear()
    return Followed(sum(map(len, written.values())), skipped, taken[1], readers)


def _follow(port: int, reader: Reader, over: threading.Event) -> None:
    connection = HTTPConnection("127.0.0.1", port)
    while True:
        last = over.is_set()  # before the pull: what it then tells is all
        while reader.read(connection):
            pass
        if last:
            return


def _written(batches: Batches) -> dict[str, set[str]]:
    written: dict[str, set[str]] = {}
    for _, bodies in batches:
        for body in bodies:
            for item in msgspec.json.decode(body, type=_Push).items:
                written.setdefault(item.estate, set()).add(item.about)
    return written


@dataclass(slots=True)
class Fetched:
    """Every page of full states: bytes, seconds, and how many changes there were in all."""

    sizes: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    changes: int = 0


def fetch_all(port: int, readers: Sequence[Reader]) -> Fetched:
    """Let every phone fetch all it may hold, at once."""
    fetched = Fetched()
    at_once([partial(_fetch, port, reader, fetched) for reader in readers])
    return fetched


def _fetch(port: int, reader: Reader, fetched: Fetched) -> None:
    connection, cursor, more = HTTPConnection("127.0.0.1", port), "", True
    while more:
        began = time.perf_counter()
        said = _page(connection, reader, cursor)
        page = msgspec.json.decode(said, type=_Page)
        fetched.seconds.append(time.perf_counter() - began)
        fetched.sizes.append(len(said))
        fetched.changes += len(page.changes)
        cursor, more = page.cursor, page.more


def _page(connection: HTTPConnection, reader: Reader, cursor: str) -> bytes:
    query = urlencode({"estate": reader.estate, "limit": PAGE, "since": cursor})
    connection.request("GET", f"/api/v1/sync/pull?{query}", headers={"Cookie": f"rounds={reader.cookie}"})
    answer = connection.getresponse()
    said = answer.read()
    assert answer.status == 200, said[:500]
    return said
