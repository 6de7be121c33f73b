"""The store: one declarative base, UTC moments, plain-word states, and one way to write (`unit_of_work`)."""

import enum
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import msgspec
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, DateTime, Dialect, Engine, Enum, MetaData, TypeDecorator, Uuid, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine import Connection
from sqlalchemy.orm import DeclarativeBase, Session, registry

CONSTRAINT_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept in UTC. SQLite would hand naive values back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive moments: nobody knows what they mean."""
        return None if value is None else _in_utc(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], Any] | None:
        """Answer the way into the store: into SQLite it is our own, a push takes it ten times a record."""
        return _sqlite_moment if dialect.name == "sqlite" else super().bind_processor(dialect)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Answer the moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone cannot be stored")
    return moment.astimezone(UTC)


def _sqlite_moment(moment: datetime | None) -> str | None:
    return None if moment is None else _in_utc(moment).replace(tzinfo=None).isoformat(" ", "microseconds")


# A state is kept as its plain word, so a new word needs no migration of an old table.
STATE_WORD = Enum(
    enum.Enum,
    native_enum=False,
    create_constraint=False,
    length=32,
    values_callable=lambda states: [state.value for state in states],
)

Json = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Base(DeclarativeBase):
    """Every table of the house."""

    # On the registry, not as `type_annotation_map`: Flask-SQLAlchemy subclasses Base, and
    # SQLAlchemy 2.1 refuses a subclass that inherits both.
    registry = registry(
        metadata=MetaData(naming_convention=CONSTRAINT_NAMES),
        type_annotation_map={
            enum.Enum: STATE_WORD,
            datetime: UtcDateTime(),
            UUID: Uuid(),
            dict[str, Any]: Json,
            list[Any]: Json,
        },
    )


db = SQLAlchemy(metadata=Base.metadata)

# SQLite wakes waiting writers at random; queueing here keeps the order and the p95.
_one_writer = threading.Lock()
_WRITES = "rounds_writes"


def init_db(app: Flask) -> None:
    """Bind the store to `app` and teach SQLite its manners."""
    # On every record that comes in: the standard library's encoder takes five times as long.
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"json_serializer": _json_text, "json_deserializer": msgspec.json.decode}
    db.init_app(app)
    with app.app_context():
        if db.engine.dialect.name == "sqlite":
            teach_sqlite(db.engine)


def _json_text(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def teach_sqlite(engine: Engine) -> None:
    """Have every connection of `engine` wait for the disk, keep readers and the writer apart, and begin as we say."""

    @event.listens_for(engine, "connect")
    def _pragmas(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, below
        cursor = connection.cursor()
        # busy_timeout first: switching to WAL may itself have to wait.
        for pragma in (
            "busy_timeout=10000",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "wal_autocheckpoint=10000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A deferred read that turns into a write fails at once, whatever the timeout.
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def let_go() -> None:
    """Hand this request's connection back: who waits for a slow phone must not hold one that others wait for."""
    db.session.rollback()


def insert_into(session: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """Answer an INSERT that can say what to do on a conflict, in the words of the store at hand."""
    return sqlite.insert(table) if session.get_bind().dialect.name == "sqlite" else postgresql.insert(table)


@contextmanager
def unit_of_work() -> Iterator[Session]:
    """Give a session for one write transaction: committed at the end, rolled back when anything flies."""
    session = db.session()
    session.rollback()
    queue = _one_writer if db.engine.dialect.name == "sqlite" else nullcontext()
    with queue:
        try:
            session.connection(execution_options={_WRITES: True})
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise
