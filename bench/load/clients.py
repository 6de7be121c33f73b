"""Phones that push at once, in a process of their own so that the load does not share the server's interpreter."""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from multiprocessing import get_context
from multiprocessing.pool import Pool

# What each phone sends, under its token, one push after the other.
Batches = list[tuple[str, list[bytes]]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Pushes of one turn: how long it took, how long each push took, the load's own processor time, what was said."""

    whole: float
    seconds: Sequence[float]
    client_seconds: float
    applied: int


def load() -> Pool:
    """Answer the process that the load comes from."""
    return get_context("spawn").Pool(1)


def headers(token: str) -> dict[str, str]:
    """Answer what a push carries beside its body."""
    return {"X-Push-Token": token, "Content-Type": "application/json"}


def push_all(port: int, batches: Batches) -> Measured:
    """Let every phone push its batches; the phones all begin at once."""
    seconds: list[float] = []
    applied: list[int] = []
    began, worked = time.perf_counter(), time.process_time()
    at_once([partial(_push_each, port, token, bodies, seconds, applied) for token, bodies in batches])
    return Measured(time.perf_counter() - began, seconds, time.process_time() - worked, sum(applied))


def at_once(acts: Sequence[Callable[[], None]]) -> None:
    """Carry out the acts, each in a thread of its own, and wait for all."""
    threads = [threading.Thread(target=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _push_each(port: int, token: str, bodies: list[bytes], seconds: list[float], applied: list[int]) -> None:
    connection = HTTPConnection("127.0.0.1", port)
    for body in bodies:
        began = time.perf_counter()
        connection.request("POST", "/api/v1/sync/push", body, headers(token))
        said = connection.getresponse().read()
        seconds.append(time.perf_counter() - began)
        applied.append(said.count(b'"outcome":"applied"'))
