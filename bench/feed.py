"""Whether the feed ever skips a change, and what it costs that an estate's numbers are given one after the other.

On PostgreSQL eight phones push visits through the real server while eight others follow the feed by its cursor: once
all in one estate, then in eight. A change that a reader was not told, although it read to the end, is `skipped`.
"""

import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import report
from bench.load.clients import load
from bench.load.estate import STEWARDS, STOPS, Walker, lay_out, now_back, signed_in
from bench.load.history import empty_postgres, house
from bench.load.readers import Followed, Reader, write_and_follow
from bench.load.server import web_server
from webapp.core.db import db

CHANGES = 100_000
BATCHES = 10  # of each phone, a turn
PORT = 8194


def main() -> None:
    one, eight = _followed(estates=1, changes=CHANGES), _followed(estates=STEWARDS, changes=CHANGES // 5)
    report(
        "feed",
        changes=_sum(one, "written"),
        skipped=_sum(one, "skipped"),
        changes_eight=_sum(eight, "written"),
        skipped_eight=_sum(eight, "skipped"),
        records_per_s_one=_rate(one),
        records_per_s_eight=_rate(eight),
    )


def _followed(*, estates: int, changes: int) -> list[Followed]:
    with empty_postgres() as url, tempfile.TemporaryDirectory() as folder, house(Path(folder), url) as app:
        for _ in range(estates):
            lay_out(db.session(), STEWARDS // estates)
        walkers = signed_in(app, db.session())
        environment = {"ROUNDS_DATA": folder, "ROUNDS_DATABASE_URL": url, "PORT": str(PORT)}
        with web_server(environment, processes=2):
            return _turns(walkers, -(-changes // (STEWARDS * STOPS * BATCHES)))


def _turns(walkers: Sequence[Walker], turns: int) -> list[Followed]:
    readers: Sequence[Reader] = [Reader(walker.cookie, str(walker.walk.estate.id)) for walker in walkers]
    followed = []
    with load() as client:
        for _ in range(turns):
            batches = [
                (walker.token, [walker.envelope(walker.round(now_back(2))) for _ in range(BATCHES)])
                for walker in walkers
            ]
            followed.append(client.apply(write_and_follow, (PORT, batches, readers)))
            readers = followed[-1].readers
    return followed


def _sum(followed: Sequence[Followed], name: str) -> int:
    return sum(getattr(turn, name) for turn in followed)


def _rate(followed: Sequence[Followed]) -> int:
    return round(statistics.median(turn.written / turn.seconds for turn in followed))


if __name__ == "__main__":
    main()
