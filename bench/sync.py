"""How fast visits come in by the real server, beside the same rows put straight into the same kind of store.

Eight phones push batches of 50 visits each through gunicorn as `make run` starts it, onto a history of some days.
Beside it one writer puts the very rows that the visits became into a copy of their table, 50 a transaction, by the
driver alone. Both take turns within one run, and the ratio is the median of the turns: other work on the machine meets
both alike. The load comes from a process of its own, with bodies made beforehand; `client_ms` is its processor time a
push, which the server lacks where they share a machine.
"""

import json
import multiprocessing
import os
import statistics
import subprocess
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from uuid import uuid4

from flask import Flask
from flask_migrate import upgrade
from psycopg.types.json import Jsonb
from sqlalchemy import Connection, create_engine, text

from bench import report
from deploy.plan import Plan
from deploy.processes import web_command
from tests import make
from tests.postgres import on, postgres_server
from webapp.config import Settings
from webapp.core import clock
from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.domains.patrols.models import PatrolVisit
from webapp.factory import create_app

PHONES, BATCH = 8, 50
TURNS = 7
BATCHES, HISTORY_BATCHES = 2, 20  # of each phone, a turn and before all turns
PORT = 8193
VISITS = PatrolVisit.__tablename__

Batches = list[tuple[str, list[bytes]]]


@dataclass(frozen=True)
class Measured:
    """Visits a second, how long each push took, and the load's own processor time."""

    rate: float
    seconds: Sequence[float]
    client_seconds: float


# What one turn came to: ours, and visits a second straight into the store.
Turn = tuple[Measured, float]


def main() -> None:
    figures: dict[str, float] = {}
    with postgres_server(durable=True) as server, tempfile.TemporaryDirectory() as folder:
        name = f"bench_{uuid4().hex}"
        _on_server(server, f'CREATE DATABASE "{name}"')
        stores = {"postgres": (on(server, name), 2), "sqlite": (f"sqlite:///{folder}/rounds.db", 1)}
        for store, (url, processes) in stores.items():
            told = _figures(_measure(Path(folder) / store, url, processes))
            figures |= {f"{name}_{store}": figure for name, figure in told.items()}
        _on_server(server, f'DROP DATABASE "{name}" WITH (FORCE)')
    spread = max(figures[f"p95_ms_{store}"] / figures[f"p50_ms_{store}"] for store in stores)
    report("sync", p95_over_p50=round(spread, 2), load=round(os.getloadavg()[0], 1), **figures)


def _figures(turns: Sequence[Turn]) -> dict[str, float]:
    pushes = [seconds for pushed, _ in turns for seconds in pushed.seconds]
    return {
        "ratio": round(statistics.median(pushed.rate / raw for pushed, raw in turns), 3),
        "records_per_s": round(statistics.median(pushed.rate for pushed, _ in turns)),
        "raw_per_s": round(statistics.median(raw for _, raw in turns)),
        "p50_ms": round(1000 * statistics.median(pushes)),
        "p95_ms": round(1000 * statistics.quantiles(pushes, n=20)[18]),
        "client_ms": round(1000 * sum(pushed.client_seconds for pushed, _ in turns) / len(pushes), 1),
    }


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(on(server, "postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _measure(folder: Path, url: str, processes: int) -> list[Turn]:
    """Answer, turn by turn, how the server takes visits in, and how many a second the store alone takes."""
    environment = {"ROUNDS_DATA": str(folder), "ROUNDS_DATABASE_URL": url, "PORT": str(PORT)}
    app = create_app(Settings.from_environment(environment))
    with app.app_context():
        upgrade(directory="migrations")
        phones = _phones(app)
        history, *turns = (_batches(phones, count) for count in (HISTORY_BATCHES, *[BATCHES] * TURNS))
        db.session.remove()
        db.engine.dispose()
        # A process of its own, so that the load does not share our interpreter.
        with _server(environment, processes), multiprocessing.get_context("spawn").Pool(1) as load:
            load.apply(_push_all, (history,))
            measured = [(load.apply(_push_all, (batches,)), _raw_rate()) for batches in turns]
        db.session.remove()
        db.engine.dispose()
    return measured


def _phones(app: Flask) -> list[tuple[make.Phone, list[Any]]]:
    """Answer phones of one estate, each with the places of its steward."""
    session = db.session()
    estate = make.estate(session)
    stewards = [make.person(session, estate) for _ in range(PHONES)]
    return [
        (make.phone(app, steward, estate), [make.place(session, estate) for _ in range(BATCH)]) for steward in stewards
    ]


def _batches(phones: list[tuple[make.Phone, list[Any]]], count: int) -> Batches:
    """Answer what each phone will send, in the words of the wire, with its token."""
    return [(phone.browser.push_token, [_batch(phone, places) for _ in range(count)]) for phone, places in phones]


def _batch(phone: make.Phone, places: list[Any]) -> bytes:
    began = clock.now() - timedelta(hours=2)
    items = [
        phone.visit(
            place,
            at=began + timedelta(seconds=40 * number),
            answers=make.answers(),
            photos=[make.visit_photo(began, sha256=uuid4().hex * 2)],
        )
        for number, place in enumerate(places)
    ]
    envelope = {"items": items, "deviceId": str(phone.device_id), "lastSeq": phone.seq, "waiting": 0}
    return json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()


@contextmanager
def _server(environment: dict[str, str], processes: int) -> Iterator[None]:
    command = web_command(Plan.from_environment(environment), processes=processes, tls=None)
    with subprocess.Popen(command, env=os.environ | environment) as server:
        try:
            _wait_until_ready()
            yield
        finally:
            server.terminate()


def _wait_until_ready() -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def _push_all(batches: Batches) -> Measured:
    seconds: list[float] = []
    threads = [threading.Thread(target=_push_each, args=(token, bodies, seconds)) for token, bodies in batches]
    began, worked = time.perf_counter(), time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(seconds) * BATCH / (time.perf_counter() - began)
    return Measured(rate, seconds, time.process_time() - worked)


def _push_each(token: str, bodies: list[bytes], seconds: list[float]) -> None:
    connection = HTTPConnection("127.0.0.1", PORT)
    headers = {"X-Push-Token": token, "Content-Type": "application/json"}
    for body in bodies:
        began = time.perf_counter()
        connection.request("POST", "/api/v1/sync/push", body, headers)
        answer = connection.getresponse()
        said = answer.read()
        seconds.append(time.perf_counter() - began)
        assert said.count(b'"outcome":"applied"') == BATCH, said[:500]


def _raw_rate() -> float:
    """Answer how many of the newest visits one writer puts into a copy of their table a second, 50 a transaction."""
    with db.engine.connect() as connection:
        _copy_table(connection)
        rows = connection.exec_driver_sql(f"SELECT * FROM {VISITS} ORDER BY entry DESC LIMIT 4000")
        names, newest = list(rows.keys()), [list(row) for row in rows]
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        return _insert_raw(raw, names, [_fresh(row, names) for row in newest])


def _copy_table(connection: Connection) -> None:
    """Copy the visits with keys and indexes, so that the copy is as heavy to write to."""
    connection.execute(text("DROP TABLE IF EXISTS raw_visits"))
    for statement in COPY[connection.dialect.name](connection):
        connection.execute(text(statement))
    connection.execute(text(f"INSERT INTO raw_visits SELECT * FROM {VISITS}"))
    connection.commit()


def _copied_by_sqlite(connection: Connection) -> list[str]:
    shapes = text("SELECT sql FROM sqlite_master WHERE tbl_name = :name AND sql IS NOT NULL ORDER BY type DESC")
    found = [sql for (sql,) in connection.execute(shapes, {"name": VISITS})]
    return [sql.replace(VISITS, "raw_visits") for sql in found]


def _copied_by_postgresql(_connection: Connection) -> list[str]:
    return [f"CREATE TABLE raw_visits (LIKE {VISITS} INCLUDING ALL)"]


COPY = {"sqlite": _copied_by_sqlite, "postgresql": _copied_by_postgresql}


def _fresh(row: list[Any], names: list[str]) -> list[Any]:
    """Answer a row under an id that is not taken, in the order of time as phones make them."""
    fresh = [Jsonb(value) if isinstance(value, list | dict) else value for value in row]
    id_ = new_id()
    fresh[names.index("id")] = id_.hex if isinstance(row[names.index("id")], str) else id_
    return fresh


def _insert_raw(raw: Any, names: list[str], rows: list[list[Any]]) -> float:
    sqlite = type(raw).__module__ == "sqlite3"
    marks = ", ".join(["?" if sqlite else "%s"] * len(names))
    statement = f"INSERT INTO raw_visits ({', '.join(names)}) VALUES ({marks}) ON CONFLICT DO NOTHING"
    cursor = raw.cursor()
    began = time.perf_counter()
    for start in range(0, len(rows), BATCH):
        if sqlite:
            cursor.execute("BEGIN IMMEDIATE")
        cursor.executemany(statement, rows[start : start + BATCH])
        raw.commit()
    return len(rows) / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
