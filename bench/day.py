"""A day's queue of a phone that was offline, against a bare transfer of its photos' bytes over the same line.

60 records with 150 photos of about 250 kB, 10 Mbit/s, 100 ms there and back; once undisturbed, once cut nine times. The
phone is the product's own outbox and sync in Chromium, the server the real one; over is over when the server has all.
"""

import os
import socket
import sqlite3
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Playwright, sync_playwright

from bench import report
from bench.line import Line
from tests.e2e.server import BIN, ROOT, Server
from tests.faults.handset import Handset
from tests.faults.proxy import Proxy
from tests.faults.town import LIN, found

MEGABITS, ROUND_TRIP_MS = 10, 100
# How many records with how many photos each.
DAY = ((30, 3), (30, 2))
RECORDS = sum(records for records, _ in DAY)
PHOTOS = sum(records * photos for records, photos in DAY)
# Of a square of noise, whose JPEG has about 250 kB.
SIDE = 568
CUTS = 9
LONGEST_S = 300


@dataclass(frozen=True)
class Sent:
    """A day that has arrived."""

    seconds: float
    photo_bytes: int
    cuts: int


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        page = _phone_page(Path(folder) / "page")
        whole = _day(driver, Path(folder) / "whole", page, cuts=0)
        bare_s = _bare(whole.photo_bytes)
        cut = _day(driver, Path(folder) / "cut", page, cuts=CUTS)
        report(
            "day",
            ratio=round(whole.seconds / bare_s, 3),
            cut_ratio=round(cut.seconds / _bare(cut.photo_bytes), 3),
            cuts=cut.cuts,
            seconds=round(whole.seconds, 1),
            bare_seconds=round(bare_s, 1),
            photo_kb=round(whole.photo_bytes / PHOTOS / 1000),
        )


def _day(driver: Playwright, folder: Path, page: Path, *, cuts: int) -> Sent:
    server = Server(found(folder))
    server.start()
    line = Line(0, megabits=MEGABITS, round_trip_ms=ROUND_TRIP_MS)
    proxy = Proxy(server.port, page, server.kill)
    line.target = urlsplit(proxy.url).port or 0
    phone = Handset(driver, folder / "phone", f"http://127.0.0.1:{line.port}")
    try:
        phone.sign_in(LIN)
        phone.call("sync")
        _fill(phone)
        return _send(phone, server, line, cuts)
    finally:
        phone.close()
        line.close()
        proxy.close()
        server.kill()


def _fill(phone: Handset) -> None:
    """Record the day where there is no network."""
    with phone.without_server():
        for records, photos in DAY:
            told = phone.call("capture", {"visits": records, "photos": 1, "each": photos, "side": SIDE, "abnormal": 0})
            assert told == {"saved": records, "why": ""}, told


def _send(phone: Handset, server: Server, line: Line, cuts: int) -> Sent:
    began = time.monotonic()
    phone.begin("sync")
    next_cut, done = 1, 0
    while (arrived := _arrived(server)) != (RECORDS, PHOTOS):
        seconds = time.monotonic() - began
        assert seconds < LONGEST_S, f"after {seconds:.0f} s only {arrived} have arrived"
        if next_cut <= cuts and arrived[1] >= PHOTOS * next_cut / (cuts + 1):
            done += bool(line.cut())
            next_cut += 1
        time.sleep(0.05)
    return Sent(time.monotonic() - began, _photo_bytes(server), done)


def _ask(server: Server, query: str) -> int:
    with sqlite3.connect(server.data / "rounds.db", timeout=10) as store:
        return int(store.execute(query).fetchone()[0] or 0)


def _arrived(server: Server) -> tuple[int, int]:
    return _ask(server, "SELECT count(*) FROM patrol_visits"), _ask(server, "SELECT count(*) FROM photos")


def _photo_bytes(server: Server) -> int:
    return _ask(server, "SELECT sum(size) FROM photos")


def _bare(size: int) -> float:
    """Answer the seconds that so many bytes take over the line until their arrival is heard of."""
    with socket.create_server(("127.0.0.1", 0)) as sink:
        line = Line(sink.getsockname()[1], megabits=MEGABITS, round_trip_ms=ROUND_TRIP_MS)
        threading.Thread(target=_swallow, args=(sink, size), daemon=True).start()
        began = time.monotonic()
        with socket.create_connection(("127.0.0.1", line.port)) as source:
            source.sendall(bytes(size))
            source.recv(1)
            seconds = time.monotonic() - began
        line.close()
    return seconds


def _swallow(sink: socket.socket, size: int) -> None:
    far, _ = sink.accept()
    with far:
        while size > 0:
            size -= len(far.recv(1 << 16))
        far.sendall(b".")


def _phone_page(target: Path) -> Path:
    """Build the phone without its pages, and answer the folder."""
    subprocess.run(
        ["node_modules/.bin/vite", "build", "--config", "faults/vite.config.ts", "--outDir", str(target)],
        cwd=ROOT / "pwa",
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        check=True,
    )
    return target


if __name__ == "__main__":
    main()
