"""From the scanner's opening to the form on the screen, with a camera that plays a hand approaching a label.

Most of that time nobody could read the label: the hand is far and the lens hunts for focus. So besides the time from
the tap on the scanner there is the time from the first frame that any decoder reads.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np
from playwright.sync_api import Page, Playwright, sync_playwright

from bench.scenes.clip import APPROACHES, make_clip
from tests.e2e.browser import phone
from tests.e2e.estate import STEWARD, found, label_sheet, sign_in
from tests.e2e.server import Server

SCANS = 3
SCANNER = 'a[href="/scan"]'
# The clock runs from the tap on the scanner; the form stands when its first item can be answered. Also answers when the
# camera showed its first picture.
OPENED = """() => new Promise((done, failed) => {
  let shown
  setTimeout(() => failed(new Error(`no form at ${location.pathname} after 20 s`)), 20_000)
  const look = () => {
    const { currentTime = 0 } = document.querySelector('video') ?? {}
    if (currentTime > 0) shown ??= performance.now() - 1000 * currentTime - window.tapped
    if (document.querySelector('.answers__normal')) done([performance.now() - window.tapped, shown])
    else requestAnimationFrame(look)
  }
  look()
})"""
TAP = """() => {
  window.tapped = performance.now()
  document.querySelector('a[href="/scan"]').click()
}"""


def form_times(readable: Callable[[Path], float]) -> dict[str, float]:
    """Answer median and p95 of the milliseconds to the form over all approaches.

    `form`: from the tap; `seen`: from the moment when the label could be read. `readable` answers how many seconds
    into a clip that is.
    """
    times: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data")
        server.data.mkdir()
        found(server)
        label_sheet(server, Path(folder) / "labels.pdf")
        server.start()
        try:
            with ProcessPoolExecutor() as pool:
                clips = list(pool.map(_clip, repeat(Path(folder)), APPROACHES, _codes(server)))
            readable_after = [1000 * readable(clip) for clip in clips]
            with sync_playwright() as driver:
                for clip, after in zip(clips, readable_after, strict=True):
                    opened = _scans(driver, server.url, clip, clip.with_suffix(""))
                    times += [(form, form - shown - after) for form, shown in opened]
        finally:
            server.kill()
    median, most = np.percentile(np.array(times), [50, 95], axis=0).round()
    return {
        "form_median_ms": median[0],
        "form_p95_ms": most[0],
        "seen_to_form_median_ms": median[1],
        "seen_to_form_p95_ms": most[1],
    }


def _clip(folder: Path, name: str, code: str) -> Path:
    clip = folder / f"{name}.mjpeg"
    make_clip(clip, name, text=f"HTTPS://ROUNDS.CN/T/{code}")
    return clip


def _scans(driver: Playwright, url: str, clip: Path, profile: Path) -> list[tuple[float, float]]:
    with phone(driver, profile, clip) as context:
        page = context.new_page()
        sign_in(page, url, STEWARD)
        page.locator(SCANNER).first.wait_for()
        return [_scan(page, url) for _ in range(SCANS)]


def _scan(page: Page, url: str) -> tuple[float, float]:
    page.goto(f"{url}/today")
    page.locator(SCANNER).first.wait_for()
    page.evaluate(TAP)
    form, shown = page.evaluate(OPENED)
    return form, shown


def _codes(server: Server) -> list[str]:
    with sqlite3.connect(server.data / "rounds.db") as store:
        return [code for (code,) in store.execute("select code from labels order by code")]
