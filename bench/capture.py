"""What capture costs on a phone: a 12-megapixel photo until it is kept, how long the page stands still, and saving.

The page runs at a quarter of its speed. Chromium cannot slow a worker down, so `photo_ms` is four times the time at
full speed; `blocked_ms` is the longest task of the page between a photo chosen and shown, `save_blocked_ms` between the
tap and 已存在本机, `open_blocked_ms` at any other time of a visit: the camera's sheet opens and closes.
"""

import sqlite3
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from bench import report
from tests.e2e.browser import phone
from tests.e2e.estate import STEWARD, found, label_sheet, sign_in
from tests.e2e.server import Server

VISITS = 20
PHOTOS_A_VISIT = 3
SLOWER = 4
WATCH = """() => {
  const seen = { tasks: [], chosen: 0, shown: 0, tapped: 0, saved: 0 }
  window.seen = seen
  const now = () => performance.now()
  new PerformanceObserver((tasks) => {
    for (const { startTime, duration } of tasks.getEntries()) seen.tasks.push([startTime, duration])
  }).observe({ type: 'longtask' })
  // A picture's load does not reach the window.
  const hear = (name, what) => document.addEventListener(name, what, { capture: true })
  hear('change', ({ target }) => { if (target.type === 'file') seen.chosen = now() })
  hear('load', ({ target }) => { if (target.matches?.('.camera-sheet__thumb')) seen.shown = now() })
  hear('click', ({ timeStamp }) => { seen.tapped = timeStamp })
  new MutationObserver(() => {
    const word = document.querySelector('.visit-foot__word')?.textContent
    if (!seen.saved && word === '已存在本机') requestAnimationFrame(() => { seen.saved = now() })
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
}"""

TYPE = """(text) => {
  for (const key of [...text, 'Enter']) dispatchEvent(new KeyboardEvent('keydown', { key }))
}"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "data")
        server.data.mkdir()
        found(server)
        label_sheet(server, Path(folder) / "labels.pdf")
        photos = [_photo(Path(folder) / f"{i}.jpg", i) for i in range(PHOTOS_A_VISIT)]
        server.start()
        try:
            _measure(server, _codes(server), photos, Path(folder) / "profile")
        finally:
            server.kill()


def _measure(server: Server, codes: list[str], photos: list[Path], profile: Path) -> None:
    takes: list[float] = []
    saves: list[float] = []
    blocks = {"photo": 0.0, "save": 0.0, "open": 0.0}
    with sync_playwright() as playwright, phone(playwright, profile) as context:
        page = context.new_page()
        sign_in(page, server.url, STEWARD)
        page.locator(".round-card__place, .row__title").first.wait_for()
        slow_down = context.new_cdp_session(page)
        for visit, code in enumerate(islice(cycle(codes), VISITS)):
            _open_visit(page, server.url, code)
            page.evaluate(WATCH)
            # Every other visit takes its photos at full speed, for their time; all save slowly.
            full_speed = visit % 2 == 0
            slow_down.send("Emulation.setCPUThrottlingRate", {"rate": 1 if full_speed else SLOWER})
            took = [_take(page, photo) for photo in photos]
            takes += [end - begin for begin, end in took] if full_speed else []
            slow_down.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            saved = _save(page)
            saves.append(saved[1] - saved[0])
            spans = [*(("photo", *span) for span in took), ("save", *saved)]
            for begin, duration in _seen(page)["tasks"]:
                during = next((name for name, start, end in spans if start <= begin < end), "open")
                blocks[during] = max(blocks[during], duration)
            slow_down.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    report(
        "capture",
        photo_ms=round(SLOWER * median(takes)),
        blocked_ms=round(blocks["photo"]),
        save_blocked_ms=round(blocks["save"]),
        open_blocked_ms=round(blocks["open"]),
        save_ms=round(median(saves)),
        save_p95_ms=round(quantiles(saves, n=20, method="inclusive")[-1]),
    )


def _open_visit(page: Page, url: str, code: str) -> None:
    """Scan as a hand scanner does, which types; answer the items, so that only photos and saving are left."""
    page.goto(f"{url}/scan")
    page.locator(".camera-trouble").wait_for()
    while "/visit/" not in page.url:  # the first try may come before the page knows its labels
        page.evaluate(TYPE, f"HTTPS://ROUNDS.CN/T/{code}")
        page.wait_for_timeout(300)
    page.locator(".answers__normal").first.wait_for()
    for _ in range(page.locator(".answers__normal").count()):
        page.locator(".answers__normal").first.click()
    page.locator("#item-place textarea").fill("灯亮门关，地面干净")


def _take(page: Page, photo: Path) -> tuple[float, float]:
    """Answer the moments of the page at which the photo was chosen, and kept and shown."""
    page.locator(".visit-foot__camera").click()
    page.locator(".camera-sheet input").set_input_files(photo)
    seen = _once(page, "shown", after="chosen")
    page.locator(".camera-sheet__done").click()
    return seen["chosen"], seen["shown"]


def _save(page: Page) -> tuple[float, float]:
    """Answer the moments from the tap to 已存在本机, which stands for a second only."""
    page.locator(".visit-foot__save").click()
    seen = _once(page, "saved", after="tapped")
    return seen["tapped"], seen["saved"]


def _once(page: Page, moment: str, after: str) -> dict[str, Any]:
    """Wait until the page has seen `moment` (ms since its load) after another, and answer all it has seen."""
    for _ in range(600):
        seen = _seen(page)
        if seen[moment] > seen[after] > 0:
            return seen
        page.wait_for_timeout(50)
    raise AssertionError(f"nothing was {moment} in 30 seconds: {page.url}")


def _seen(page: Page) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate("() => seen")
    return answer


def _photo(path: Path, seed: int) -> Path:
    """Write a picture of 12 megapixels lying on its side, as a phone's camera does, and answer where."""
    down, across = np.mgrid[0:3000, 0:4000]
    wall = 128 + 60 * np.sin(across / (90 + seed)) + 40 * np.cos(down / 53)
    grain = np.random.default_rng(seed).normal(0, 12, (3000, 4000, 3))
    lying = Image.Exif()
    lying[0x0112] = 6
    Image.fromarray(np.clip(wall[..., None] + grain, 0, 255).astype(np.uint8)).save(path, quality=88, exif=lying)
    return path


def _codes(server: Server) -> list[str]:
    with sqlite3.connect(server.data / "rounds.db") as store:
        return [code for (code,) in store.execute("select code from labels order by code")]


if __name__ == "__main__":
    main()
