"""500 phones return at once: is anything lost or doubled, and how long does who wait?

A network was gone for a morning; in the same second every phone sends what it kept. A tenth of them lose their first
answer and send the same again. A phone that is told when to return does so, spread as the app spreads it; none waits
for an answer longer than the app does. `make run`'s web server, on SQLite and on PostgreSQL.
"""

import statistics
import tempfile
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from bench import report
from bench.load.clients import load
from bench.load.crowd import Answered, Queue, return_at_once
from bench.load.estate import Walker, lay_out, now_back, walks
from bench.load.history import empty_postgres, empty_sqlite, house
from bench.load.server import web_server
from tests import make
from webapp.core.db import db, unit_of_work
from webapp.ground.people.models import PushToken
from webapp.ground.people.passwords import new_push_token, token_hash

PHONES, LOSE = 500, 10
KEPT = 20  # by each phone, of its round
PORT = 8196


def main() -> None:
    figures: dict[str, Any] = {}
    for name, empty, processes in (("sqlite", empty_sqlite, 1), ("postgres", empty_postgres, 2)):
        with empty() as url, tempfile.TemporaryDirectory() as folder, house(Path(folder), url):
            figures |= {f"{told}_{name}": figure for told, figure in _returned(folder, url, processes).items()}
    report("phones", phones=PHONES, **figures)


def _returned(folder: str, url: str, processes: int) -> dict[str, float]:
    queues = _queues(db.session())
    environment = {"ROUNDS_DATA": folder, "ROUNDS_DATABASE_URL": url, "PORT": str(PORT)}
    with web_server(environment, processes=processes), load() as client:
        answered: Answered = client.apply(return_at_once, (PORT, queues))
    made = sum(queue.items for queue in queues)
    return _figures(answered, made)


def _figures(answered: Answered, made: int) -> dict[str, float]:
    with db.engine.connect() as connection:
        kept, different = connection.execute(text("SELECT count(*), count(DISTINCT entry) FROM patrol_visits")).one()
        entries = connection.execute(text("SELECT max(number) FROM logbook_entries")).scalar_one()
    seconds = sorted(answered.seconds)
    return {
        "made": made,
        "lost": made - kept,
        "doubled": max(entries, kept) - different,
        "answered": answered.taken,
        "told_to_return": answered.told_to_return,
        "without_word": answered.without_word,
        "p50_s": round(statistics.median(seconds), 2),
        "p95_s": round(seconds[len(seconds) * 95 // 100], 2),
        "max_s": round(seconds[-1], 2),
        "all_done_s": round(answered.whole, 1),
    }


def _queues(session: Session) -> list[Queue]:
    """Answer what each phone has kept: a round of its steward."""
    lay_out(session)
    queues = []
    for number, walk in enumerate(islice(cycle(walks(session)), PHONES)):
        device = make.device(session, walk.estate)
        token = _push_token(walk.steward.id, device.id)
        walker = Walker(walk, device.id, token)
        items = walker.round(now_back(3))[:KEPT]
        queues.append(Queue(token, walker.envelope(items), len(items), loses_answer=number % LOSE == 0))
    return queues


def _push_token(person_id: Any, device_id: Any) -> str:
    """Give a phone its token without the second that a password takes to check."""
    token = new_push_token()
    with unit_of_work() as session:
        made_at = now_back(24)
        session.add(PushToken(hash=token_hash(token), person_id=person_id, device_id=device_id, made_at=made_at))
    return token


if __name__ == "__main__":
    main()
