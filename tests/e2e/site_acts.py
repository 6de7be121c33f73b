"""Acts on a renovation as hands do them: a sheet is opened, filled in, signed, kept."""

import time

from playwright.sync_api import Locator, Page, expect

# Somebody at a gate holds a card to the scanner again after so long, and gives up after so long.
AGAIN_MS, PATIENCE_S = 2000, 20


def begin(page: Page, act: str) -> Locator:
    """Open the sheet of an act that the page of a renovation offers, and answer it."""
    page.get_by_role("button", name=act, exact=True).first.click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    return sheet


def keep(page: Page, sheet: Locator) -> None:
    """Keep what was filled in; the sheet goes."""
    sheet.locator("button[type=submit]").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def do(page: Page, act: str, **fields: str) -> None:
    """Do an act; `fields` are texts by the labels of their fields."""
    sheet = begin(page, act)
    for label, text in fields.items():
        write(sheet, label, text)
    keep(page, sheet)


def write(on: Page | Locator, label: str, text: str) -> None:
    """Fill in a field."""
    on.get_by_role("textbox", name=label, exact=True).fill(text)


def choose(sheet: Locator, *answers: str) -> None:
    """Choose answers."""
    for answer in answers:
        sheet.get_by_role("button", name=answer, exact=True).click()


def photograph(page: Page, on: Page | Locator, label: str, count: int = 1) -> None:
    """Take photos where it is asked for."""
    on.get_by_role("button", name=label, exact=True).click()
    camera = page.locator("dialog.camera-sheet")
    for _ in range(count):
        camera.get_by_role("button", name="拍一张").click()
        page.wait_for_timeout(150)
    camera.get_by_role("button", name=f"拍好 {count} 张").click()
    expect(camera).to_have_count(0)


def sign(page: Page, on: Page | Locator) -> None:
    """Draw in every box in which somebody has to sign."""
    pads = on.get_by_role("img", name="请在框内签名")
    for number in range(pads.count()):
        pad = pads.nth(number)
        pad.scroll_into_view_if_needed()
        box = pad.bounding_box()
        assert box
        page.mouse.move(box["x"] + 60, box["y"] + 40)
        page.mouse.down()
        for step in range(1, 9):
            page.mouse.move(box["x"] + 60 + 20 * step, box["y"] + 40 + 30 * (step % 2))
        page.mouse.up()


def scan(page: Page, code: str) -> None:
    """Read a code with a scanner that types, as the gate has one: all keys at once, however busy the machine is."""
    page.get_by_role("heading", name="扫码").wait_for(state="attached")
    page.evaluate(
        "keys => keys.forEach(key => window.dispatchEvent(new KeyboardEvent('keydown', { key })))",
        [*f"HTTPS://ROUNDS.CN/T/{code}", "Enter"],
    )


def scan_for(page: Page, code: str, sign: Locator) -> Locator:
    """Read a code as `scan` does, and again while a page that only just opened does not hear it; answer its sign."""
    until = time.monotonic() + PATIENCE_S
    scan(page, code)
    while not sign.is_visible() and time.monotonic() < until:
        page.wait_for_timeout(AGAIN_MS)
        if not sign.is_visible():
            scan(page, code)
    return sign
