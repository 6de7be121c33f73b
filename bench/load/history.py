"""Stores with a history of 200,000 visits, grown day by day by the product itself and kept for the next run.

An empty store flatters: trees are flat and everything lies in memory. What is kept is migrated before it is used, as
any installation's history is.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from flask import Flask
from flask_migrate import upgrade
from sqlalchemy import create_engine, text

from bench.load.estate import STEWARDS, STOPS, Walker, lay_out, now_back, walks
from tests.postgres import on, postgres_server
from webapp.config import Settings
from webapp.core.actor import Maker
from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.factory import create_app
from webapp.sync.envelope import read_envelope
from webapp.sync.push import push

CACHE = Path(__file__).parents[1] / ".cache"
MIGRATIONS = Path(__file__).parents[2] / "migrations"
VISITS = 200_000
A_DAY = STEWARDS * STOPS
GROWN = f"grown_{VISITS}_{A_DAY}"


@contextmanager
def house(data: Path, url: str) -> Iterator[Flask]:
    """Give the product over the store at `url`, in its application context."""
    app = create_app(Settings.from_environment({"ROUNDS_DATA": str(data), "ROUNDS_DATABASE_URL": url}))
    with app.app_context():
        yield app
        app.extensions["rounds.jobs"].close()
        db.session.remove()
        db.engine.dispose()


@contextmanager
def grown_sqlite(folder: Path) -> Iterator[Sequence[str]]:
    """Give the URLs of two grown SQLite stores of this run's own in `folder`, alike."""
    kept = CACHE / f"{GROWN}.db"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        growing = kept.with_suffix(".growing")
        growing.unlink(missing_ok=True)
        _grow(folder, f"sqlite:///{growing}")
        growing.rename(kept)
    paths = [folder / name for name in ("rounds.db", "bare.db")]
    for path in paths:
        shutil.copy(kept, path)
        _migrate(folder, f"sqlite:///{path}")
    yield [f"sqlite:///{path}" for path in paths]


@contextmanager
def grown_postgres(folder: Path) -> Iterator[Sequence[str]]:
    """Give the URLs of two grown PostgreSQL stores of this run's own, alike; their server waits for the disk."""
    with postgres_server(durable=True, folder=CACHE / "postgres") as server:
        if not _has(server, GROWN):
            growing = f"growing_{uuid4().hex}"
            _tell(server, f'CREATE DATABASE "{growing}"')
            _grow(folder, on(server, growing))
            _tell(server, f'ALTER DATABASE "{growing}" RENAME TO "{GROWN}"')
        names = [f"bench_{uuid4().hex}" for _ in range(2)]
        for name in names:
            _tell(server, f'CREATE DATABASE "{name}" TEMPLATE "{GROWN}"')
            _migrate(folder, on(server, name))
        yield [on(server, name) for name in names]
        for name in names:
            _tell(server, f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def empty_postgres() -> Iterator[str]:
    """Give the URL of a migrated, empty PostgreSQL store; its server waits for the disk."""
    with postgres_server(durable=True) as server, TemporaryDirectory() as folder:
        _tell(server, "CREATE DATABASE bench")
        _migrate(Path(folder), on(server, "bench"))
        yield on(server, "bench")
        _tell(server, "DROP DATABASE bench WITH (FORCE)")


@contextmanager
def empty_sqlite() -> Iterator[str]:
    """Give the URL of a migrated, empty SQLite store."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/rounds.db"
        _migrate(Path(folder), url)
        yield url


def _migrate(data: Path, url: str) -> None:
    with house(data, url):
        upgrade(directory=str(MIGRATIONS))


def _grow(data: Path, url: str) -> None:
    print(f"Growing {VISITS} visits, kept for later runs …", file=sys.stderr)
    _migrate(data, url)
    with house(data, url) as app:
        lay_out(db.session())
        walkers = [Walker(walk, new_id()) for walk in walks(db.session())]
        days = VISITS // A_DAY
        for day in range(days, 0, -1):
            for walker in walkers:
                _walk(app, walker, now_back(24 * day))


def _walk(app: Flask, walker: Walker, now: datetime) -> None:
    """Take in a round that ended just before `now`, as if it were `now`."""
    body = walker.envelope(walker.round(now - timedelta(hours=1)))
    maker = Maker(walker.walk.steward.id, walker.device_id, None)
    push(read_envelope(body), maker, app.extensions["rounds.push_kinds"], now=now)


def _has(server: str, name: str) -> bool:
    engine = create_engine(on(server, "postgres"))
    with engine.connect() as connection:
        found = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}).first()
    engine.dispose()
    return found is not None


def _tell(server: str, statement: str) -> None:
    engine = create_engine(on(server, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
