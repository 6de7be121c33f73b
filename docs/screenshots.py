"""Makes the pictures of the README anew, from the real app with the demo estate: `python -m docs.screenshots`.

Wants what the end-to-end tests want: the built app, Chromium and a Chinese font.
"""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, Playwright, sync_playwright

from tests.e2e import estate
from tests.e2e.browser import TABLET, chromium, phone
from tests.e2e.clip import make_clip
from tests.e2e.paper import first_label
from tests.e2e.server import Server
from tests.e2e.world import World, served
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.sheet import LAYOUTS, render_sheet

IMAGES = Path(__file__).parent / "images"
# Flat surfaces look the same in so many colours and weigh a third; a camera's picture must do with fewer.
COLOURS = 256
CAMERA_COLOURS = 64
PULLED_MS = 5_000
SETTLED_MS = 500
# The store is kept busy for a moment, so that the picture shows what else is gone in a blink: the label was read.
BUSY_STORE = """async () => {
  const store = await new Promise((opened) => {
    const asked = indexedDB.open('rounds')
    asked.onsuccess = () => opened(asked.result)
  })
  const templates = store.transaction('templates', 'readwrite').objectStore('templates')
  const until = Date.now() + 8000
  const again = () => Date.now() < until && (templates.count().onsuccess = again)
  again()
}"""


def main() -> None:
    """Serve the demo estate and take the five pictures."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder))
        try:
            _take(served(server), Path(folder))
        finally:
            server.kill()


def _take(world: World, folder: Path) -> None:
    with sync_playwright() as playwright:
        _phone(playwright, world, folder)
        _desk(playwright, world)
        _cabinet(playwright, world)


def _phone(playwright: Playwright, world: World, folder: Path) -> None:
    label, _ = first_label(_sheet(world, folder))
    clip = make_clip(label, folder / "clip.mjpeg", tilt_deg=12, module_px=6)
    with phone(playwright, folder / "phone", clip) as context:
        page = _signed_in(context.new_page(), world, "steward")
        _keep(page, "today")
        page.locator(".tab-bar__tab--scan").click()
        page.evaluate(BUSY_STORE)
        page.locator(".scan-aim--found").wait_for()
        _keep(page, "scan", CAMERA_COLOURS, Image.Quantize.MAXCOVERAGE)
        page.wait_for_url("**/visit/**")
        _answer(page)
        _keep(page, "visit")


def _sheet(world: World, folder: Path) -> Path:
    printed = [Printed(world.code, world.place)]
    sheet = folder / "labels.pdf"
    sheet.write_bytes(render_sheet(printed, estate="望江苑", public_url="https://rounds.cn", layout=LAYOUTS["a4-3x8"]))
    return sheet


def _answer(page: Page) -> None:
    for _ in range(4):
        page.locator(".item--open .answers__normal").click()
        page.wait_for_timeout(SETTLED_MS)


def _desk(playwright: Playwright, world: World) -> None:
    with chromium(playwright, TABLET, "zh-Hans", "light") as context:
        page = _signed_in(context.new_page(), world, "supervisor")
        page.goto(f"{world.url}/desk")
        page.wait_for_timeout(PULLED_MS)
        _keep(page, "desk")


def _cabinet(playwright: Playwright, world: World) -> None:
    with chromium(playwright, TABLET, "zh-Hans", "light") as context:
        page = _signed_in(context.new_page(), world, "steward")
        page.goto(f"{world.url}/keys")
        page.locator(".key-tag--overdue").first.click()
        page.locator(".set-case").wait_for()
        page.wait_for_timeout(SETTLED_MS)
        _keep(page, "cabinet")


def _signed_in(page: Page, world: World, role: str) -> Page:
    estate.sign_in(page, world.url, world.somebody(role))
    page.wait_for_timeout(PULLED_MS)
    return page


def _keep(page: Page, name: str, colours: int = COLOURS, way: Image.Quantize = Image.Quantize.MEDIANCUT) -> None:
    target = IMAGES / f"{name}.png"
    page.screenshot(path=target)
    with Image.open(target) as picture:
        few = picture.convert("RGB").quantize(colours, way, dither=Image.Dither.NONE)
        few.save(target, optimize=True)


if __name__ == "__main__":
    main()
