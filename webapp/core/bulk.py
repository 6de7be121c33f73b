"""Reads and writes many rows with little of the toolkit around them: what a push would spend most of its time on.

SQLAlchemy binds each value of each row by a chain of calls. Here the statement, and the way of each column into the
store, are worked out once a shape.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any, TypeVarTuple

import msgspec
from sqlalchemy import Dialect, Insert, Row, Select, Table, TypeDecorator
from sqlalchemy.orm import Session

Pick = Callable[[Mapping[str, Any]], tuple[Any, ...]]
Way = Callable[[Any], Any] | None

Columns = TypeVarTuple("Columns")

_NAMED = re.compile(r"%\((\w+)\)s")
_VALUES = re.compile(r"VALUES \(.*?\)(?= ON CONFLICT|$)", re.DOTALL)


def fetch(session: Session, statement: Select[*Columns], **values: Any) -> Sequence[Row[*Columns]]:
    """Answer the rows of a query of columns. What waits in the session to be written is not seen.

    statement  one that is built once and kept, its `values` as bound parameters
    """
    return session.connection().execute(statement, values).all()


def insert_many(session: Session, statement: Insert, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, which all name the same columns, none of them twice.

    statement  an INSERT without values that is built once and kept: the preparation is found by it
    """
    if not rows:
        return
    connection = session.connection()
    prepared = _prepared(connection.dialect, statement, tuple(rows[0]))
    if prepared is None:
        session.execute(statement, list(rows))
        return
    columns = zip(*map(prepared.pick, rows), strict=True)
    bound = [map(way, column) if way else column for way, column in zip(prepared.ways, columns, strict=True)]
    together = zip(*bound, strict=True)
    if prepared.as_json:
        named = [dict(zip(prepared.names, row, strict=True)) for row in together]
        connection.exec_driver_sql(prepared.sql, (msgspec.json.encode(named).decode(),))
    else:
        connection.exec_driver_sql(prepared.sql, list(together))


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The driver's own text, how a row's values are picked by `names`, and the way of each into the store.

    as_json  the text takes all rows as one JSON array: PostgreSQL reads that sooner than statement after statement
    """

    sql: str
    names: Sequence[str]
    pick: Pick
    ways: Sequence[Way]
    as_json: bool = False


@lru_cache(maxsize=256)
def _prepared(dialect: Dialect, statement: Insert, names: tuple[str, ...]) -> _Prepared | None:
    """Answer how such rows are inserted; None when there is a value that the toolkit must fill in, or one column."""
    table = statement.table
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    sql = str(compiled)
    order = list(compiled.positiontup or _NAMED.findall(sql))
    if set(order) != set(names) or len(order) < 2 or not isinstance(table, Table):
        return None
    types = [table.c[name].type.dialect_impl(dialect) for name in order]
    if dialect.name != "postgresql":
        return _Prepared(sql, order, itemgetter(*order), [type_.bind_processor(dialect) for type_ in types])
    rows = f"SELECT {', '.join(order)} FROM json_populate_recordset(NULL::{table.name}, %s::json)"  # noqa: S608  # ours
    ways = [type_.bind_processor(dialect) if isinstance(type_, TypeDecorator) else None for type_ in types]
    return _Prepared(_VALUES.sub(rows, sql, count=1), order, itemgetter(*order), ways, as_json=True)
