"""What it costs that phones fetch all they may hold, of an estate with 5,000 units and 200,000 visits.

`ratio` is the time of a pull of 500 changed visits, with sign-in and rights, beside the same rows read by SQLAlchemy
Core and written by the fastest JSON library. Then eight phones fetch the full state at once while the server's memory
is watched: it is told page by page, and a page is all that is ever in memory.
"""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from flask import Flask
from sqlalchemy import select

from bench import report
from bench.load.clients import load
from bench.load.estate import Walker, now_back, signed_in
from bench.load.history import grown_sqlite, house
from bench.load.readers import PAGE, Fetched, Reader, fetch_all
from bench.load.server import web_server
from tests import make
from webapp.core.db import db
from webapp.core.feed import FeedRow
from webapp.core.ids import new_id
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus

UNITS, CHANGES = 5_000, 500
TIMES = 15
PORT = 8197


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        grown_sqlite(Path(folder)) as (url, _),
        house(Path(folder), url) as app,
    ):
        walkers = signed_in(app, db.session())
        _add_units(walkers[0].walk.estate)
        changed = _changes(app, walkers)
        environment = {"ROUNDS_DATA": folder, "ROUNDS_DATABASE_URL": url, "PORT": str(PORT)}
        report("pull", page=PAGE, **changed, **_full_state(environment, walkers))


def _add_units(estate: Estate) -> None:
    session = db.session()
    stairs = make.stairwell(session, make.building(session, estate))
    status = {"status": UnitStatus.VACANT_UNSOLD, "renovating": False}
    session.add_all(
        Unit(
            estate_id=estate.id,
            id=new_id(),
            stairwell_id=stairs.id,
            floor=number // 4 + 1,
            number=str(number),
            **status,
        )
        for number in range(UNITS)
    )
    session.commit()


def _changes(app: Flask, walkers: Sequence[Walker]) -> dict[str, float]:
    """Answer what a pull of the newest changes costs, beside the bare reading of the same rows."""
    reader, estate = app.test_client(), walkers[0].walk.estate
    reader.set_cookie("rounds", walkers[0].cookie)
    query = {"estate": str(estate.id), "limit": CHANGES}
    cursor = _cursor_before(reader.get, query)
    for walker in walkers:
        _push(app, walker, -(-CHANGES // (50 * len(walkers))))
    pull = partial(reader.get, "/api/v1/sync/pull", query_string={**query, "since": cursor})
    assert len(pull().get_json()["changes"]) == CHANGES
    ours, bare = _median(pull), _median(partial(_bare, estate.id))
    return {"ratio": round(ours / bare, 2), "changes_ms": round(ours, 1), "bare_ms": round(bare, 1)}


def _cursor_before(get: Callable[..., Any], query: dict[str, Any]) -> str:
    cursor, more = "", True
    while more:
        page = get("/api/v1/sync/pull", query_string={**query, "limit": PAGE, "since": cursor}).get_json()
        cursor, more = page["cursor"], page["more"]
    return str(cursor)


def _push(app: Flask, walker: Walker, rounds: int) -> None:
    for _ in range(rounds):
        body, headers = walker.envelope(walker.round(now_back(2))), {"X-Push-Token": walker.token}
        assert app.test_client().post("/api/v1/sync/push", data=body, headers=headers).status_code == 200


def _median(act: Callable[[], object]) -> float:
    """Answer the milliseconds it takes."""
    times = []
    for _ in range(TIMES):
        began = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def _bare(estate_id: Any) -> bytes:
    """Read the newest changes and their visits' columns that phones hold, and write them as JSON."""
    visit = PatrolVisit.__table__.c
    newest = (
        select(FeedRow.object_id).where(FeedRow.estate_id == estate_id).order_by(FeedRow.change.desc()).limit(CHANGES)
    )
    names = ("id", "place_id", "record_id", "route_id", "day", "number", "scanned_at", "by_id", "by_name", "abnormal")
    with db.engine.connect() as connection:
        ids = [id_ for (id_,) in connection.execute(newest)]
        rows = connection.execute(
            select(*(visit[name] for name in names), visit.phone_scanned_at, visit.timeliness, PatrolRecord.serial)
            .join(PatrolRecord, (PatrolRecord.estate_id == visit.estate_id) & (PatrolRecord.id == visit.record_id))
            .where(visit.estate_id == estate_id, visit.id.in_(ids))
        )
        return msgspec.json.encode([dict(row._mapping) for row in rows])


def _full_state(environment: dict[str, str], walkers: Sequence[Walker]) -> dict[str, float]:
    readers = [Reader(walker.cookie, str(walker.walk.estate.id)) for walker in walkers]
    with web_server(environment, processes=1) as server, load() as client:
        client.apply(fetch_all, (PORT, readers[:1]))
        before = _rss_mb(server.pid)
        fetched: Fetched = client.apply(fetch_all, (PORT, readers))
        after = _rss_mb(server.pid)
    return {
        "pages": len(fetched.sizes) // len(readers),
        "changes": fetched.changes // len(readers),
        "largest_page_kb": round(max(fetched.sizes) / 1000),
        "all_kb": round(sum(fetched.sizes) / len(readers) / 1000),
        "page_p95_ms": round(1000 * statistics.quantiles(fetched.seconds, n=20)[18]),
        "rss_mb": round(after),
        "rss_grown_mb": round(after - before),
    }


def _rss_mb(master: int) -> float:
    """Answer the memory of the web process, the only child of gunicorn's master."""
    told = subprocess.run(["ps", "--ppid", str(master), "-o", "rss="], capture_output=True, text=True, check=True)
    return sum(map(int, told.stdout.split())) / 1024


if __name__ == "__main__":
    main()
