"""How far the reading of a file is, told to who waits for it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

# How many rows are through, and how many there are.
Heard = Callable[[int, int], None]
T = TypeVar("T")

_EVERY = 200


def nobody(done: int, of: int) -> None:
    """Hear nothing: nobody waits."""


@dataclass(slots=True)
class Through:
    """Rows of all sheets of a file, as they are gone through."""

    heard: Heard
    of: int
    done: int = 0

    def each(self, lines: Iterable[T]) -> Iterator[T]:
        """Answer the lines, telling now and then how many are through."""
        for line in lines:
            if self.done % _EVERY == 0:
                self.heard(self.done, self.of)
            self.done += 1
            yield line
