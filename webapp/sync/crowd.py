"""How many pushes and pulls are carried out at once, and how many may wait: one more is told when to return.

When the network of a whole estate comes back, every phone calls in the same minute. A queue without an end would answer
most of them after they have given up, and each would send the same again.
"""

import threading
from collections import deque

from webapp.sync.refusals import Busy

# More at once gain nothing: the interpreter and the estate's head let one through at a time.
AT_WORK = 8
# At some 40 ms each, the last of them is answered within two seconds.
WAITING = 40
# A phone spreads this over twice the time, so that not all come back together.
RETURN_AFTER_SECONDS = 10


class Crowd:
    """Places at work and places to wait: first come, first served, so that nobody waits while others overtake."""

    def __init__(self, at_work: int, waiting: int) -> None:
        """Open the door for `at_work` calls, with room for `waiting` more before it."""
        self._door = threading.Lock()
        self._free = at_work
        self._room = waiting
        self._line: deque[threading.Event] = deque()

    def enter(self) -> None:
        """Wait for a turn; raises Busy when even the waiting room is full."""
        with self._door:
            if self._free:
                self._free -= 1
                return
            if len(self._line) >= self._room:
                raise Busy(retryAfter=RETURN_AFTER_SECONDS)
            turn = threading.Event()
            self._line.append(turn)
        turn.wait()

    def leave(self) -> None:
        """Give the turn to whoever has waited longest."""
        with self._door:
            if self._line:
                self._line.popleft().set()
            else:
                self._free += 1
