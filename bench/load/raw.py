"""The bare store: the very rows that pushes left, put once more into a store alike by the driver alone.

It has the same pragmas, keys, indexes and number of rows, and one writer puts 50 records a transaction into it:
nothing that takes records in can be quicker.
"""

import sqlite3
import time
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from psycopg.types.json import Jsonb
from sqlalchemy import Connection, PoolProxiedConnection, create_engine, text

from bench.load.estate import STOPS
from webapp.core.db import db, teach_sqlite

# Every table that takes a row of each visit, and the entry that the row follows from.
_VISITS = "patrol_visits"
_OF_USES = "(SELECT entry FROM patrol_visits v WHERE v.estate_id = t.estate_id AND v.id = t.origin_id)"
_OF_FEED = "(SELECT entry FROM patrol_visits v WHERE v.estate_id = t.estate_id AND v.id = t.object_id)"
ENTRY_OF: Mapping[str, str] = {
    "logbook_entries": "t.number",
    "logbook_contents": "t.number",
    "logbook_receipts": "t.entry",
    "feed": _OF_FEED,
    "photo_uses": _OF_USES,
    _VISITS: "t.entry",
}

# One row for a visit, or all that become of it.
ALONE, WHOLE = (_VISITS,), tuple(ENTRY_OF)


class BareStore:
    """A store like the one that is pushed to; it takes the rows that every turn leaves there."""

    def __init__(self, url: str) -> None:
        """Open it, with the pragmas that the product uses."""
        self._engine = create_engine(url)
        if self._engine.dialect.name == "sqlite":
            teach_sqlite(self._engine)

    def rate(self, tables: Sequence[str], first: int, last: int) -> float:
        """Put in what followed from the entries `first` to `last`; answer records a second."""
        with db.engine.connect() as pushed:
            batches = [_batches(pushed, table, first, last) for table in tables]
        together = list(zip(*batches, strict=True))
        connection = self._engine.raw_connection()
        statements = [_insert(connection, table, batch) for table, batch in zip(tables, batches, strict=True)]
        began = time.perf_counter()
        for batch in together:
            _put(connection, statements, batch)
        seconds = time.perf_counter() - began
        connection.close()
        return sum(len(batch[0]) for batch in together) / seconds

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()


def newest_entry() -> int:
    """Answer the number of the estate's newest entry."""
    with db.engine.connect() as connection:
        return int(connection.execute(text("SELECT max(entry) FROM estate_heads")).scalar_one())


def _batches(connection: Connection, table: str, first: int, last: int) -> list[list[list[Any]]]:
    """Answer the rows of a table that are to be put in, 50 entries a batch."""
    numbered = f"SELECT t.*, {ENTRY_OF[table]} AS of_entry FROM {table} t"
    wanted = f"SELECT * FROM ({numbered}) n WHERE of_entry BETWEEN {first} AND {last} ORDER BY of_entry"
    rows = connection.exec_driver_sql(wanted)
    batches = groupby(rows, key=lambda row: (row.of_entry - first) // STOPS)
    return [[[_value(value) for value in row[:-1]] for row in batch] for _, batch in batches]


def _value(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, list | dict) else value


def _insert(connection: PoolProxiedConnection, table: str, batches: Sequence[Sequence[Sequence[Any]]]) -> str:
    mark = "?" if _is_sqlite(connection) else "%s"
    return f"INSERT INTO {table} VALUES ({', '.join([mark] * len(batches[0][0]))}) ON CONFLICT DO NOTHING"


def _put(
    connection: PoolProxiedConnection, statements: Sequence[str], batch: Sequence[Sequence[Sequence[Any]]]
) -> None:
    cursor = connection.cursor()
    if _is_sqlite(connection):
        cursor.execute("BEGIN IMMEDIATE")
    for statement, rows in zip(statements, batch, strict=True):
        cursor.executemany(statement, rows)
    connection.commit()


def _is_sqlite(connection: PoolProxiedConnection) -> bool:
    return isinstance(connection.driver_connection, sqlite3.Connection)
