"""Phones that all come back in the same second, each as patient as the app, in the load's own process."""

import random
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from http.client import HTTPConnection, HTTPException

from bench.load.clients import at_once, headers

PATIENCE_SECONDS = 60  # of the app, for a push
FAILED_SECONDS = 5  # its wait after a try that failed


@dataclass(frozen=True, slots=True)
class Queue:
    """What a phone sends, under its token; `loses_answer`: the line is cut before the first answer comes."""

    token: str
    body: bytes
    items: int
    loses_answer: bool


@dataclass(slots=True)
class Answered:
    """What came of it: seconds each call took, how many were taken in, told when to return, left without a word."""

    seconds: list[float] = field(default_factory=list)
    taken: int = 0
    told_to_return: int = 0
    without_word: int = 0
    whole: float = 0.0


def return_at_once(port: int, queues: Sequence[Queue]) -> Answered:
    """Let every phone push until it was answered."""
    answered, lock = Answered(), threading.Lock()
    began = time.perf_counter()
    at_once([partial(_push, port, queue, answered, lock) for queue in queues])
    answered.whole = time.perf_counter() - began
    return answered


def _push(port: int, queue: Queue, answered: Answered, lock: threading.Lock) -> None:
    if queue.loses_answer:
        with suppress(OSError):
            _send(port, queue).close()
        time.sleep(random.uniform(0.2, 0.6))
    while True:
        began = time.perf_counter()
        wait = _try(port, queue)
        with lock:
            answered.seconds.append(time.perf_counter() - began)
            answered.taken += wait == 0
            answered.told_to_return += wait > 0
            answered.without_word += wait < 0
        if wait == 0:
            return
        time.sleep(wait * random.uniform(1, 2) if wait > 0 else FAILED_SECONDS * random.uniform(0.5, 1.5))


def _try(port: int, queue: Queue) -> int:
    """Push once: 0 when it was taken in, the seconds when told to return, -1 when nobody said anything."""
    try:
        connection = _send(port, queue)
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
    except (OSError, HTTPException):
        return -1
    if answer.status == 200:
        assert said.count(b'"outcome":"applied"') == queue.items, said[:500]
        return 0
    return int(answer.headers["Retry-After"]) if answer.status in {429, 503} and b'"code":"sync.' in said else -1


def _send(port: int, queue: Queue) -> HTTPConnection:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    connection.request("POST", "/api/v1/sync/push", queue.body, headers(queue.token))
    return connection
