"""The bare store: the very rows that pushes left, put once more into copies of their tables by the driver alone.

The copies have the keys, indexes and number of rows of the tables they copy, and one writer puts 50 records a
transaction into them: nothing that takes records in can be quicker.
"""

import time
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from psycopg.types.json import Jsonb
from sqlalchemy import Connection, text

from bench.load.estate import STOPS
from webapp.core.db import db

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
    """Copies of the tables, which take the rows that every turn leaves."""

    def __init__(self) -> None:
        """Copy the tables as they are now."""
        with db.engine.connect() as connection:
            for table in ENTRY_OF:
                for statement in _COPYING[connection.dialect.name](connection, table, f"raw_{table}"):
                    connection.execute(text(statement))
                connection.execute(text(f"INSERT INTO raw_{table} SELECT * FROM {table}"))
                connection.commit()

    def rate(self, tables: Sequence[str], first: int, last: int) -> float:
        """Put in what follows from the entries `first` to `last`; answer records a second."""
        with db.engine.connect() as connection:
            batches = [_batches(connection, table, first, last) for table in tables]
            connection.rollback()
            raw = connection.connection.driver_connection
            assert raw is not None
            statements = [_insert(raw, table, batch) for table, batch in zip(tables, batches, strict=True)]
            together = list(zip(*batches, strict=True))
            began = time.perf_counter()
            for batch in together:
                _put(raw, statements, batch)
            seconds = time.perf_counter() - began
        return sum(len(batch[0]) for batch in together) / seconds


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


def _insert(raw: Any, table: str, batches: Sequence[Sequence[Sequence[Any]]]) -> str:
    mark = "?" if _is_sqlite(raw) else "%s"
    return f"INSERT INTO raw_{table} VALUES ({', '.join([mark] * len(batches[0][0]))}) ON CONFLICT DO NOTHING"


def _put(raw: Any, statements: Sequence[str], batch: Sequence[Sequence[Sequence[Any]]]) -> None:
    cursor = raw.cursor()
    if _is_sqlite(raw):
        cursor.execute("BEGIN IMMEDIATE")
    for statement, rows in zip(statements, batch, strict=True):
        cursor.executemany(statement, rows)
    raw.commit()


def _is_sqlite(raw: Any) -> bool:
    return type(raw).__module__ == "sqlite3"


def _copied_by_sqlite(connection: Connection, table: str, copy: str) -> list[str]:
    shapes = text("SELECT sql FROM sqlite_master WHERE tbl_name = :name AND sql IS NOT NULL ORDER BY type DESC")
    found = [sql for (sql,) in connection.execute(shapes, {"name": table})]
    return [sql.replace(table, copy) for sql in found]


def _copied_by_postgresql(_connection: Connection, table: str, copy: str) -> list[str]:
    return [f"CREATE TABLE {copy} (LIKE {table} INCLUDING ALL)"]


_COPYING = {"sqlite": _copied_by_sqlite, "postgresql": _copied_by_postgresql}
