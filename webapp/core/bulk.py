"""Writes many rows of one shape with little of the toolkit around them: what a push would spend most of its time on.

SQLAlchemy binds each value of each row by a chain of calls. Here the statement, and the way of each column into the
store, are worked out once a shape.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Insert, Table
from sqlalchemy.orm import Session

Pick = Callable[[Mapping[str, Any]], tuple[Any, ...]]
Way = Callable[[Any], Any] | None

_NAMED = re.compile(r"%\((\w+)\)s")


def insert_many(session: Session, statement: Insert, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert `rows`, which all name the same columns.

    statement  an INSERT without values that is built once and kept: the preparation is found by it
    """
    if not rows:
        return
    connection = session.connection()
    prepared = _prepared(connection.dialect, statement, tuple(rows[0]))
    if prepared is None:
        session.execute(statement, list(rows))
        return
    sql, pick, ways = prepared
    columns = zip(*map(pick, rows), strict=True)
    bound = [map(way, column) if way else column for way, column in zip(ways, columns, strict=True)]
    connection.exec_driver_sql(sql, list(zip(*bound, strict=True)))


@lru_cache(maxsize=256)
def _prepared(dialect: Dialect, statement: Insert, names: tuple[str, ...]) -> tuple[str, Pick, list[Way]] | None:
    """Answer the driver's own text, how a row's values are picked in its order, and the way of each into the store.

    None when there is a value that the toolkit must fill in, or only one column.
    """
    table = statement.table
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    sql = str(compiled)
    order = list(compiled.positiontup or _NAMED.findall(sql))
    if set(order) != set(names) or len(order) < 2 or not isinstance(table, Table):
        return None
    ways = [table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in order]
    return _NAMED.sub("%s", sql), itemgetter(*order), ways
