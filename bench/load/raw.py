"""The bare store: the very rows that pushes left, put once more into a store alike by the driver alone.

It has the same pragmas, keys, indexes and number of rows, and one writer puts 50 records a transaction into it:
nothing that takes records in can be quicker.
"""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb
from sqlalchemy import Connection, PoolProxiedConnection, create_engine, select, text

from bench.load.estate import STOPS
from webapp.core.db import db, teach_sqlite
from webapp.core.feed import EstateHead
from webapp.core.ids import new_id

# Every table that takes a row of each visit, and which of its rows came after a mark; by keys, for their indexes.
NEWER: Mapping[str, str] = {
    "logbook_entries": "number > :entry ORDER BY number",
    "logbook_contents": "number > :entry ORDER BY number",
    "logbook_receipts": "item_id > :id ORDER BY item_id",
    "feed": "kind = 'patrols.visit' AND object_id > :id ORDER BY object_id",
    "photo_uses": "origin_kind = 'patrols.visit' AND origin_id > :id ORDER BY origin_id",
    "patrol_visits": "id > :id ORDER BY id",
}

# One row for a visit, or all that become of it.
ALONE, WHOLE = ("patrol_visits",), tuple(NEWER)

# The rows of one table.
Rows = list[list[Any]]


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment in an estate's book: what comes later has higher numbers and newer ids."""

    estate: UUID
    entry: int
    id: UUID

    @classmethod
    def now(cls) -> "Mark":
        """Answer this moment."""
        with db.engine.connect() as connection:
            estate, entry = connection.execute(select(EstateHead.estate_id, EstateHead.entry)).one()
        return cls(estate, entry, new_id())


class BareStore:
    """A store like the one that is pushed to; it takes the rows that every turn leaves there."""

    def __init__(self, url: str) -> None:
        """Open it, with the pragmas that the product uses."""
        self._engine = create_engine(url)
        if self._engine.dialect.name == "sqlite":
            teach_sqlite(self._engine)

    def rate(self, rows: Sequence[Rows], tables: Sequence[str]) -> float:
        """Put `rows` into `tables`, 50 records a transaction; answer records a second."""
        connection = self._engine.raw_connection()
        statements = [_insert(connection, table, len(of[0])) for table, of in zip(tables, rows, strict=True)]
        began = time.perf_counter()
        for start in range(0, len(rows[0]), STOPS):
            _put(connection, statements, [of[start : start + STOPS] for of in rows])
        seconds = time.perf_counter() - began
        connection.close()
        return len(rows[0]) / seconds

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()


def newer(mark: Mark) -> list[Rows]:
    """Answer the rows that came after `mark`, table by table of WHOLE."""
    with db.engine.connect() as connection:
        plain = connection.dialect.name == "sqlite"
        since = {name: one.hex if plain else one for name, one in (("estate", mark.estate), ("id", mark.id))}
        return [_newer(connection, table, {**since, "entry": mark.entry}) for table in WHOLE]


def _newer(connection: Connection, table: str, since: Mapping[str, Any]) -> Rows:
    statement = f"SELECT * FROM {table} WHERE estate_id = :estate AND {NEWER[table]}"
    return [[_value(value) for value in row] for row in connection.execute(text(statement), since)]


def _value(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, list | dict) else value


def _insert(connection: PoolProxiedConnection, table: str, columns: int) -> str:
    mark = "?" if _is_sqlite(connection) else "%s"
    return f"INSERT INTO {table} VALUES ({', '.join([mark] * columns)}) ON CONFLICT DO NOTHING"


def _put(connection: PoolProxiedConnection, statements: Sequence[str], batch: Sequence[Rows]) -> None:
    cursor = connection.cursor()
    if _is_sqlite(connection):
        cursor.execute("BEGIN IMMEDIATE")
    for statement, rows in zip(statements, batch, strict=True):
        cursor.executemany(statement, rows)
    connection.commit()


def _is_sqlite(connection: PoolProxiedConnection) -> bool:
    return isinstance(connection.driver_connection, sqlite3.Connection)
