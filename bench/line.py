"""A line between phone and server: so many bits a second each way, so long a way, and it may be cut."""

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any

CHUNK = 8 * 1024
# Of one connection; what is more waits where it comes from.
UNDER_WAY = 32
# A timer that comes late must cost the line nothing: so much it may catch up.
LATE_S = 0.05


class Line:
    """Forwards the connections of the loopback's port `port` to `target`, as slow and as far as a line is."""

    def __init__(self, target: int, *, megabits: float, round_trip_ms: float) -> None:
        """Listen at once."""
        self.target = target
        self.delay_s = round_trip_ms / 2000
        self.bytes_a_second = megabits * 1e6 / 8
        self.port = 0
        self._free_at = {"up": 0.0, "down": 0.0}
        self._connections: set[asyncio.Task[None]] = set()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.port = self._ask(self._listen())

    def cut(self) -> int:
        """End every connection in the middle of what it carries; answer how many there were."""
        return self._ask(self._cut())

    def close(self) -> None:
        """Carry nothing any more."""
        self.cut()
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _ask(self, what: Coroutine[Any, Any, int]) -> int:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result()

    async def _listen(self) -> int:
        server = await asyncio.start_server(self._carry, "127.0.0.1", 0)
        return int(server.sockets[0].getsockname()[1])

    async def _cut(self) -> int:
        cut = [task for task in self._connections if task.cancel()]
        await asyncio.gather(*cut, return_exceptions=True)
        return len(cut)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        ends = [writer]
        try:
            await asyncio.sleep(2 * self.delay_s)  # the hands are shaken first
            far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.target)
            ends.append(far_writer)
            async with asyncio.TaskGroup() as ways:
                ways.create_task(self._way(reader, far_writer, "up"))
                ways.create_task(self._way(far_reader, writer, "down"))
        except* (OSError, asyncio.CancelledError):
            pass
        finally:
            self._connections.discard(task)
            for end in ends:
                end.transport.abort()

    async def _way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: str) -> None:
        under_way: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(UNDER_WAY)
        async with asyncio.TaskGroup() as both:
            both.create_task(self._arrive(under_way, writer))
            while chunk := await reader.read(CHUNK):
                await under_way.put((await self._pass(len(chunk), way) + self.delay_s, chunk))
            await under_way.put((self._loop.time() + self.delay_s, b""))

    async def _pass(self, size: int, way: str) -> float:
        """Wait until so many bytes have gone onto the line, which all connections share; answer when that was."""
        now = self._loop.time()
        self._free_at[way] = max(self._free_at[way], now - LATE_S) + size / self.bytes_a_second
        passed = self._free_at[way]
        await asyncio.sleep(passed - now)
        return max(passed, now)

    async def _arrive(self, under_way: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        while True:
            at, chunk = await under_way.get()
            await asyncio.sleep(at - self._loop.time())
            if not chunk:
                with suppress(OSError):
                    writer.write_eof()
                return
            writer.write(chunk)
            await writer.drain()
