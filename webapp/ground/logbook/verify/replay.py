"""The rows that the entries make, derived again into a file beside the store: memory stays small, whatever the book."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from sqlalchemy import Table

from webapp.core.db import Base
from webapp.core.domain import Row
from webapp.ground.logbook.verify.difference import comparable

_SCRATCH = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE rows (name TEXT, key TEXT, entry INTEGER, row BLOB, PRIMARY KEY (name, key)) WITHOUT ROWID;
    CREATE TABLE gone (number INTEGER PRIMARY KEY);
    CREATE TABLE purged (number INTEGER PRIMARY KEY, entry INTEGER);
"""


class Replay:
    """Rows by table and key, entries without a content, and what purges say of those."""

    def __init__(self, scratch: sqlite3.Connection, tables: frozenset[str]) -> None:
        """Keep rows of `tables` only; others are not made by entries alone."""
        self._scratch = scratch
        self.tables = tables

    def add(self, row: Row, entry: int) -> None:
        """Write a row as entry number `entry` made it."""
        if row.table not in self.tables:
            return
        table = Base.metadata.tables[row.table]
        before = self._find(row.table, key_of(table, row.key)) if row.shared or not row.new else None
        if before is None and not row.new and not row.shared:
            return  # it was made by an entry whose content is purged
        values = {**(before or _defaults(table)), **_comparable({**row.key, **row.values})}
        self._put(row.table, key_of(table, row.key), entry, values)

    def add_first(self, row: Row, entry: int) -> None:
        """Write a row that only the first entry about it makes."""
        if self._find(row.table, key_of(Base.metadata.tables[row.table], row.key)) is None:
            self.add(row, entry)

    def take(self, name: str, key: str) -> tuple[int, dict[str, Any]] | None:
        """Answer the row and the newest entry that made it, and forget it: what remains is missing from the store."""
        found = self._scratch.execute("SELECT entry, row FROM rows WHERE name = ? AND key = ?", (name, key)).fetchone()
        self._scratch.execute("DELETE FROM rows WHERE name = ? AND key = ?", (name, key))
        return (found[0], msgspec.json.decode(found[1])) if found else None

    def left(self) -> Iterator[tuple[str, str, int]]:
        """Answer table, key and newest entry of every row not taken."""
        yield from self._scratch.execute("SELECT name, key, entry FROM rows ORDER BY entry, name, key")

    def note_gone(self, number: int) -> None:
        """Note an entry whose content is not there."""
        self._scratch.execute("INSERT INTO gone VALUES (?)", (number,))

    def note_purge(self, entry: int, first: int, last: int) -> None:
        """Note that entry `entry` purged the contents of `first` to `last`."""
        numbers = ((number, entry) for number in range(first, last + 1))
        self._scratch.executemany("INSERT OR IGNORE INTO purged VALUES (?, ?)", numbers)

    def is_gone(self, number: int) -> bool:
        """Say whether the content of an entry is not there."""
        return self._scratch.execute("SELECT 1 FROM gone WHERE number = ?", (number,)).fetchone() is not None

    def gone_unpurged(self) -> Iterator[int]:
        """Answer the entries whose content is not there although nothing purged it."""
        yield from self._numbers("SELECT number FROM gone WHERE number NOT IN (SELECT number FROM purged)")

    def purged_but_there(self) -> Iterator[int]:
        """Answer the entries whose content is there although it was purged."""
        yield from self._numbers("SELECT number FROM purged WHERE number NOT IN (SELECT number FROM gone)")

    def purges(self) -> dict[int, int]:
        """Answer how many contents each purging entry took."""
        found = "SELECT entry, count(*) FROM purged JOIN gone USING (number) GROUP BY entry ORDER BY entry"
        return dict(self._scratch.execute(found).fetchall())

    def _numbers(self, statement: str) -> Iterator[int]:
        for (number,) in self._scratch.execute(statement):
            yield number

    def _find(self, name: str, key: str) -> dict[str, Any] | None:
        found = self._scratch.execute("SELECT row FROM rows WHERE name = ? AND key = ?", (name, key)).fetchone()
        return msgspec.json.decode(found[0]) if found else None

    def _put(self, name: str, key: str, entry: int, values: Mapping[str, Any]) -> None:
        packed = msgspec.json.encode(values)
        self._scratch.execute("INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", (name, key, entry, packed))


@contextmanager
def replay(tables: frozenset[str]) -> Iterator[Replay]:
    """Give an empty replay that is thrown away afterwards."""
    with TemporaryDirectory(prefix="rounds-verify-") as folder:
        scratch = sqlite3.connect(Path(folder) / "replay.db", isolation_level=None)
        scratch.executescript(_SCRATCH)
        scratch.execute("BEGIN")
        try:
            yield Replay(scratch, tables)
        finally:
            scratch.close()


def key_of(table: Table, values: Mapping[str, Any]) -> str:
    """Answer the text of a row's primary key."""
    return msgspec.json.encode([comparable(values[column.name]) for column in table.primary_key]).decode()


def _defaults(table: Table) -> dict[str, Any]:
    """Answer what the columns hold that a new row does not name."""
    return {column.name: _default(column.default) for column in table.columns}


def _default(default: Any) -> Any:
    if default is None:
        return None
    return comparable(default.arg if default.is_scalar else default.arg(None))


def _comparable(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: comparable(value) for name, value in values.items()}
