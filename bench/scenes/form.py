"""From the scanner's opening to the form on the screen, with a camera that plays a hand approaching a label."""

import sqlite3
import tempfile
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
# The clock runs from the tap on the scanner; the form stands when its first item can be answered.
OPENED = """() => new Promise((done) => {
  const look = () => document.querySelector('.answers__normal')
    ? done(performance.now() - window.tapped)
    : requestAnimationFrame(look)
  look()
})"""
TAP = """() => {
  window.tapped = performance.now()
  document.querySelector('a[href="/scan"]').click()
}"""


def form_times() -> dict[str, float]:
    """Answer median and p95 of the milliseconds from the tap to the form, over all approaches."""
    times: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data")
        server.data.mkdir()
        found(server)
        label_sheet(server, Path(folder) / "labels.pdf")
        server.start()
        try:
            with ProcessPoolExecutor() as pool:
                clips = list(pool.map(_clip, repeat(Path(folder)), APPROACHES, _codes(server)))
            with sync_playwright() as driver:
                for clip in clips:
                    times += _scans(driver, server.url, clip, clip.with_suffix(""))
        finally:
            server.kill()
    return {"form_median_ms": round(float(np.median(times))), "form_p95_ms": round(float(np.percentile(times, 95)))}


def _clip(folder: Path, name: str, code: str) -> Path:
    clip = folder / f"{name}.mjpeg"
    make_clip(clip, name, text=f"HTTPS://ROUNDS.CN/T/{code}")
    return clip


def _scans(driver: Playwright, url: str, clip: Path, profile: Path) -> list[float]:
    with phone(driver, profile, clip) as context:
        page = context.new_page()
        sign_in(page, url, STEWARD)
        page.locator(SCANNER).first.wait_for()
        return [_scan(page, url) for _ in range(SCANS)]


def _scan(page: Page, url: str) -> float:
    page.goto(f"{url}/today")
    page.locator(SCANNER).first.wait_for()
    page.evaluate(TAP)
    took: float = page.evaluate(OPENED)
    return took


def _codes(server: Server) -> list[str]:
    with sqlite3.connect(server.data / "rounds.db") as store:
        return [code for (code,) in store.execute("select code from labels order by code")]
