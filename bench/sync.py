"""How fast visits come in by the real server, beside the bare store; and where the time of a batch goes.

Eight phones push batches of 50 visits each through gunicorn as `make run` starts it, onto 200,000 visits grown day by
day: sign-in, rights, rules, chain, receipts, feed and pages are all on. Beside it one writer puts the same records into
a copy of that store by the driver alone, 50 a transaction, with the same pragmas, keys and number of rows there:

    ratio        the visits' own rows alone: what any application that keeps visits has to write
    ratio_whole  every row that becomes of a visit: with its entry, its content, its receipt, its place in the feed

Both take turns within one run, and each ratio is the median of the turns: other work on the machine meets both alike.
`client_ms` is the load's own processor time a push, which the server lacks where they share a machine.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask

from bench import report
from bench.load.clients import Batches, Measured, headers, load, push_all
from bench.load.estate import STEWARDS, STOPS, Walker, now_back, signed_in
from bench.load.history import VISITS, grown_postgres, grown_sqlite, house
from bench.load.raw import ALONE, WHOLE, BareStore, Mark, newer
from bench.load.server import web_server
from bench.load.steps import Steps
from webapp.core.db import db

TURNS = 9
BATCHES = 4  # of each phone, a turn
PROFILED = 40
PORT = 8193


@dataclass(frozen=True, slots=True)
class Turn:
    """What one turn came to: ours, and records a second straight into the store."""

    pushed: Measured
    alone: float
    whole: float

    @property
    def rate(self) -> float:
        """Records a second."""
        return self.pushed.applied / self.pushed.whole


def main() -> None:
    figures: dict[str, Any] = {}
    # Two processes as beside PostgreSQL on two cores, one as `make run` has on SQLite.
    for name, grown, processes in (("postgres", grown_postgres, 2), ("sqlite", grown_sqlite, 1)):
        with tempfile.TemporaryDirectory() as folder:
            figures |= {f"{told}_{name}": figure for told, figure in _measured(Path(folder), grown, processes).items()}
    spread = max(figures[f"p95_ms_{name}"] / figures[f"p50_ms_{name}"] for name in ("postgres", "sqlite"))
    report("sync", p95_over_p50=round(spread, 2), history=VISITS, load=round(os.getloadavg()[0], 1), **figures)


def _measured(folder: Path, grown: Any, processes: int) -> dict[str, Any]:
    stores: AbstractContextManager[Sequence[str]] = grown(folder)
    with stores as (url, bare), house(folder, url) as app:
        walkers = signed_in(app, db.session())
        steps = _profile(app, walkers[0])
        environment = {"ROUNDS_DATA": str(folder), "ROUNDS_DATABASE_URL": url, "PORT": str(PORT)}
        with web_server(environment, processes=processes), closing(BareStore(bare)) as store, load() as client:
            client.apply(push_all, (PORT, _batches(walkers)))
            turns = [_turn(client, walkers, store) for _ in range(TURNS)]
    print(f"{url.split(':')[0]}: a batch of {STOPS}, ms by step: {steps}", file=sys.stderr)
    return _figures(turns) | {"steps_ms": steps}


def _turn(client: Any, walkers: Sequence[Walker], bare: BareStore) -> Turn:
    mark = Mark.now()
    pushed: Measured = client.apply(push_all, (PORT, _batches(walkers)))
    assert pushed.applied == STEWARDS * STOPS * BATCHES, f"only {pushed.applied} were applied"
    rows, half = newer(mark), pushed.applied // 2
    visits = rows[WHOLE.index(*ALONE)]
    return Turn(pushed, bare.rate([visits[:half]], ALONE), bare.rate([of[half:] for of in rows], WHOLE))


def _batches(walkers: Sequence[Walker]) -> Batches:
    """Answer what each phone will send, in the words of the wire, with its token."""
    rounds = [(walker, [walker.round(now_back(6 - number)) for number in range(BATCHES)]) for walker in walkers]
    return [(walker.token, [walker.envelope(items) for items in made]) for walker, made in rounds]


def _profile(app: Flask, walker: Walker) -> dict[str, float]:
    """Answer what the steps of a push of one phone take, without other phones and without the network."""
    steps = Steps()
    bodies = [walker.envelope(walker.round(now_back(2))) for _ in range(PROFILED)]
    send = partial(app.test_client().post, "/api/v1/sync/push", headers=headers(walker.token))
    with steps.watching():
        for body in bodies:
            steps.whole(partial(send, data=body))
    return steps.medians()


def _figures(turns: Sequence[Turn]) -> dict[str, float]:
    pushes = [seconds for turn in turns for seconds in turn.pushed.seconds]
    client = sum(turn.pushed.client_seconds for turn in turns)
    return {
        "ratio": round(statistics.median(turn.rate / turn.alone for turn in turns), 3),
        "ratio_whole": round(statistics.median(turn.rate / turn.whole for turn in turns), 3),
        "records_per_s": round(statistics.median(turn.rate for turn in turns)),
        "raw_per_s": round(statistics.median(turn.alone for turn in turns)),
        "raw_whole_per_s": round(statistics.median(turn.whole for turn in turns)),
        "p50_ms": round(1000 * statistics.median(pushes)),
        "p95_ms": round(1000 * statistics.quantiles(pushes, n=20)[18]),
        "client_ms": round(1000 * client / len(pushes), 1),
    }


if __name__ == "__main__":
    main()
