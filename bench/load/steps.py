"""Where the time of a push goes: milliseconds by step, taken beside the product, which knows nothing of it."""

import functools
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib import import_module
from typing import Any
from unittest.mock import patch

# What belongs to a step; a step inside another counts for itself alone.
STEPS: Mapping[str, Sequence[str]] = {
    "sign_in": ("webapp.ground.people.gate.maker_of_token",),
    "parse": ("webapp.sync.views.read_envelope", "webapp.sync.push.read_item", "webapp.sync.push.sort_all"),
    "facts": (
        "webapp.sync.intake._facts",
        "webapp.sync.push.parts_of",
        "webapp.ground.logbook.receipts.answered",
        "webapp.sync.phones.known",
    ),
    "decide": ("webapp.sync.intake._decision",),
    "chain": ("webapp.sync.intake._draft", "webapp.sync.intake.write"),
    "rows": ("webapp.core.domain.PushKind.rows_of",),
    "write": (
        "webapp.sync.intake.write_rows",
        "webapp.ground.logbook.receipts.keep",
        "webapp.ground.logbook.book.insert_many",
        "webapp.sync.intake.tell",
        "webapp.sync.phones.note_push",
    ),
    "commit": ("sqlalchemy.orm.Session.commit",),
}


class Steps:
    """Seconds by step of each push."""

    def __init__(self) -> None:
        """Begin with no push."""
        self.pushes: list[dict[str, float]] = []
        self._within: list[float] = []
        self._now: defaultdict[str, float] = defaultdict(float)

    def whole(self, push: Callable[[], object]) -> None:
        """Carry out a push and keep what its steps took; `rest` is what belongs to none."""
        self._now.clear()
        self._timed("rest", push)()
        self.pushes.append(dict(self._now))

    def medians(self) -> dict[str, float]:
        """Answer the milliseconds of each step in a push, by the median."""
        return {
            name: round(1000 * statistics.median(push.get(name, 0) for push in self.pushes), 2)
            for name in (*STEPS, "rest")
        }

    def _timed(self, step: str, act: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(act)
        def timed(*values: Any, **named: Any) -> Any:
            self._within.append(0.0)
            began = time.perf_counter()
            try:
                return act(*values, **named)
            finally:
                took = time.perf_counter() - began
                self._now[step] += took - self._within.pop()
                if self._within:
                    self._within[-1] += took

        return timed

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Take the time of the steps until the end of the block."""
        with ExitStack() as stack:
            for step, names in STEPS.items():
                for name in names:
                    owner, attribute = _owner(name)
                    act = getattr(owner, attribute)
                    stack.enter_context(patch.object(owner, attribute, self._timed(step, act)))
            yield


def _owner(name: str) -> tuple[Any, str]:
    path, attribute = name.rsplit(".", 1)
    try:
        return import_module(path), attribute
    except ModuleNotFoundError:
        module, owner = path.rsplit(".", 1)
        return getattr(import_module(module), owner), attribute
