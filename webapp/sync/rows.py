"""Writes the rows that entries make: one statement for many rows of one shape, in an order that changes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from sqlalchemy import Insert, Table, Update, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.core.bulk import insert_many
from webapp.core.db import Base
from webapp.core.domain import Row

# How a row is written: inserted, changed, or either; and which columns find it and which are set.
Shape = tuple[str, str, tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class _Waiting:
    """Rows of one table that are not written yet."""

    shapes: dict[Shape, list[dict[str, Any]]] = field(default_factory=dict)
    touched: dict[tuple[Any, ...], Shape] = field(default_factory=dict)
    shared: dict[tuple[Any, ...], dict[str, Any]] = field(default_factory=dict)


def write_rows(session: Session, rows: Iterable[Row]) -> None:
    """Write `rows` as if one after the other, in as few statements as that allows."""
    tables: dict[str, _Waiting] = {}
    for row in rows:
        waiting = tables.setdefault(row.table, _Waiting())
        shape, key = _shape(row), tuple(row.key.values())
        if waiting.touched.get(key, shape) != shape:
            # It was inserted just above and is changed now: that must stay in order.
            _write(session, tables)
            waiting = tables.setdefault(row.table, _Waiting())
        waiting.touched[key] = shape
        if row.shared and key in waiting.shared:
            waiting.shared[key].update(row.values)
            continue
        parameters = _parameters(row)
        waiting.shapes.setdefault(shape, []).append(parameters)
        if row.shared:
            waiting.shared[key] = parameters
    _write(session, tables)


def _shape(row: Row) -> Shape:
    way = "either" if row.shared else "insert" if row.new else "change"
    return row.table, way, tuple(row.key), tuple(row.values)


def _parameters(row: Row) -> dict[str, Any]:
    if row.new or row.shared:
        return {**row.key, **row.values}
    # A column that is set and a column that finds may have one name, so the finding ones get another.
    return {**{f"_{name}": value for name, value in row.key.items()}, **row.values}


def _write(session: Session, tables: dict[str, _Waiting]) -> None:
    dialect = session.get_bind().dialect.name
    for waiting in tables.values():
        for shape, parameters in waiting.shapes.items():
            statement = _statement(dialect, shape)
            if isinstance(statement, Insert):
                insert_many(session, statement, parameters)
            else:
                session.execute(statement, parameters)
    tables.clear()


@lru_cache(maxsize=256)
def _statement(dialect: str, shape: Shape) -> Insert | Update:
    name, way, key, values = shape
    table = Base.metadata.tables[name]
    if way == "insert":
        return table.insert()
    if way == "either":
        return _either(dialect, table, key, values)
    # What is set follows from the names of the parameters.
    return table.update().where(*(table.c[column] == bindparam(f"_{column}") for column in key))


def _either(dialect: str, table: Table, key: tuple[str, ...], values: tuple[str, ...]) -> Insert:
    insert = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    changed: Mapping[str, Any] = {column: insert.excluded[column] for column in values}
    return insert.on_conflict_do_update(index_elements=list(key), set_=changed)
