"""Work that nobody waits for. It is enqueued after the commit, apart from the store, and may run twice or late.

The queue lies in a SQLite file of its own; in PostgreSQL or Redis where there is more than one machine.
"""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from flask import Flask, current_app
from huey import Huey, PostgresHuey, RedisHuey, SqliteHuey, crontab
from sqlalchemy import make_url

from webapp.config import Settings

log = logging.getLogger(__name__)
NAME = "rounds"


@dataclass(frozen=True, slots=True)
class Job:
    """Something the worker does.

    name   `room.act`
    act    takes plain values; runs inside the application's context; done twice it changes nothing
    daily  (hour, minute) UTC at which the worker does it of itself, without arguments
    minutely  the worker does it of itself every minute, without arguments
    first  the worker does it as it starts, without arguments: what it had in hand when it was killed is queued no more
    """

    name: str
    act: Callable[..., object]
    daily: tuple[int, int] | None = None
    minutely: bool = False
    first: bool = False


class Jobs:
    """The queue of one application; opened at the first use, so that nothing is shared over a fork."""

    def __init__(self, app: Flask, settings: Settings, jobs: Iterable[Job]) -> None:
        """Remember the jobs; nothing is opened yet."""
        self._app = app
        self._settings = settings
        self._jobs = {job.name: job for job in jobs}

    @cached_property
    def queue(self) -> Huey:
        """The queue with every job known to it, as the worker needs it."""
        queue = _open(self._settings)
        self._tasks = {job.name: self._task(queue, job) for job in self._jobs.values()}
        return queue

    def enqueue(self, name: str, *values: Any) -> None:
        """Ask for a job to be done. Trouble with the queue is logged: what was committed stands without it."""
        try:
            self.queue.enqueue(self._tasks[name].s(*values))
        except Exception as error:  # each queue has errors of its own
            log.warning("%s was not enqueued", name, exc_info=error)

    def close(self) -> None:
        """Let go of the queue, if it was opened."""
        if "queue" in self.__dict__:
            self.queue.storage.close()

    def _task(self, queue: Huey, job: Job) -> Any:
        def run(*values: Any) -> None:
            with self._app.app_context():
                job.act(*values)

        word = job.name.replace(".", "_")
        if job.daily is not None:
            hour, minute = job.daily
            queue.periodic_task(crontab(hour=str(hour), minute=str(minute)), name=f"{word}_daily")(run)
        if job.minutely:
            queue.periodic_task(crontab(), name=f"{word}_minutely")(run)
        if job.first:
            queue.on_startup(name=word)(run)
        return queue.task(retries=3, retry_delay=60, name=word)(run)


def enqueue(name: str, *values: Any) -> None:
    """Ask the worker of the current application for a job; call it after the commit."""
    cast(Jobs, current_app.extensions["rounds.jobs"]).enqueue(name, *values)


def _open(settings: Settings) -> Huey:
    if settings.redis_url:
        return RedisHuey(NAME, results=False, url=settings.redis_url)
    url = make_url(settings.database_url)
    if url.get_backend_name() == "postgresql":
        dsn = url.set(drivername="postgresql").render_as_string(hide_password=False)
        return PostgresHuey(NAME, results=False, dsn=dsn)
    return SqliteHuey(NAME, results=False, filename=str(settings.data_dir / "queue.db"))
