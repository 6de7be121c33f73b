"""Start of the installed app without a network, on a processor slowed to a quarter; and what loads before it, gzip.

Counted is from the navigation's start until a round with its next place stands on the screen.
"""

import re
import statistics
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, sync_playwright

from bench import report
from tests.e2e import browser, estate
from tests.e2e.server import BIN, ROOT, Server

STARTS = 9
THROTTLE = 4
# The next place when a round is under way, else the first round of the list.
USEFUL = ".round-card__place, .row__title"
WATCH = f"""
new MutationObserver((_, watcher) => {{
  if (!document.querySelector('{USEFUL}')) return
  watcher.disconnect()
  requestAnimationFrame(() => requestAnimationFrame(() => (window.usefulAt = performance.now())))
}}).observe(document, {{ childList: true, subtree: true }})
"""

PAINTED = """
() => new Promise((done) => {
  const look = () => (window.usefulAt ? done(window.usefulAt) : requestAnimationFrame(look))
  look()
})
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = Server(Path(folder))
        people = estate.demo(server)["people"]
        steward = next(one for one in people if one["role"] == "steward")
        server.start()
        with browser.phone(driver, Path(folder) / "phone") as phone:
            page = phone.pages[0]
            estate.sign_in(page, server.url, estate.Somebody(steward["login"], steward["name"], steward["password"]))
            page.locator(USEFUL).first.wait_for()
            page.evaluate("navigator.serviceWorker.ready.then(() => true)")
            page.reload()
            page.locator(USEFUL).first.wait_for()
            page.close()
            server.kill()
            times = [_start(phone, server.url) for _ in range(STARTS)]
    report(
        "start",
        screen_ms=round(statistics.median(times)),
        worst_ms=round(max(times)),
        throttle=THROTTLE,
        gzip_kb=_gzip_kb(),
    )


def _start(phone: BrowserContext, url: str) -> float:
    page = phone.new_page()
    _slow_down(phone, page)
    page.add_init_script(WATCH)
    page.goto(f"{url}/today", wait_until="commit")
    page.locator(USEFUL).first.wait_for(timeout=30_000)
    useful_at = float(page.evaluate(PAINTED))
    page.close()
    return useful_at


def _slow_down(phone: BrowserContext, page: Page) -> None:
    phone.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})


def _gzip_kb() -> float:
    said = subprocess.run(
        [str(BIN / "node"), "scripts/size.mjs"], cwd=ROOT / "pwa", capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"([\d.]+)\s+gzip kB", said)
    assert found, said
    return float(found.group(1))


if __name__ == "__main__":
    main()
