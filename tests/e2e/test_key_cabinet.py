"""A cabinet of four hundred sets: drawn at once, found by keyboard alone, clean for axe on phone and tablet, light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, ViewportSize, expect

from tests.e2e import browser
from tests.e2e.estate import STEWARD, SUPERVISOR
from tests.e2e.key_desk import KEY_NO, Desk, served, sit_down
from tests.e2e.look import axe, cut
from tests.e2e.many_keys import MANY, hang_many

pytestmark = [pytest.mark.e2e, pytest.mark.slow]

SLOWER = 4
# So many hooks fill a phone's screen.
A_SCREEN = 24
# Wanted are 300 ms on a machine of its own; others may be at work beside this one.
MOST_MS = 900
PAGES = ("keys", "keys/loans", "keys/check")
DRAWN = """([screen, sets]) => new Promise((drawn) => {
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  let first = 0
  const look = () => {
    const many = document.querySelectorAll('.key-tag').length
    if (many >= screen && first === 0) first = took()
    if (many < sets) return requestAnimationFrame(look)
    drawn([first, took()])
  }
  document.querySelector('a[href="/keys"]').click()
  look()
})"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Answer a key desk whose cabinet is full, served."""
    with served(tmp_path_factory.mktemp("keys")) as made:
        hang_many(made)
        yield made


def test_four_hundred_sets_are_drawn_at_once(playwright: Playwright, desk: Desk) -> None:
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as context:
        page = sit_down(context, desk, STEWARD)
        slow = context.new_cdp_session(page)
        took = []
        for _ in range(5):
            page.goto(f"{desk.url}/me")
            expect(page.locator('a[href="/keys"]').first).to_be_visible()
            page.wait_for_timeout(1500)
            slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
            took.append(page.evaluate(DRAWN, [A_SCREEN, MANY]))
            slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    print(f"\n{MANY} sets at {SLOWER} times slower, the first screen and all: {sorted(took)} ms")
    assert sorted(took)[2][0] <= MOST_MS


@pytest.mark.parametrize("size", [browser.PHONE, browser.TABLET], ids=["phone", "tablet"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_full_cabinet_is_clean(
    playwright: Playwright, desk: Desk, tmp_path: Path, size: ViewportSize, theme: str
) -> None:
    with browser.chromium(playwright, size, "zh-Hans", theme) as context:
        page = sit_down(context, desk, SUPERVISOR)
        for path in PAGES:
            page.goto(f"{desk.url}/{path}")
            page.wait_for_timeout(1500)
            page.screenshot(path=tmp_path / f"{path.replace('/', '-')}.png")
            assert [*axe(page), *cut(page)] == [], path


def test_a_set_is_found_and_lent_with_the_keyboard_alone(playwright: Playwright, desk: Desk) -> None:
    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as context:
        page = sit_down(context, desk, STEWARD)
        _tab_to(page, "input[type=search]")
        page.keyboard.type(KEY_NO)
        _tab_to(page, ".key-tag")
        page.keyboard.press("Enter")
        _tab_to(page, ".set-case .page__foot button")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{desk.url}/keys/lend/{page.url.rsplit('/', 1)[-1]}")
        expect(page.get_by_role("button", name="借出 3 把")).to_be_visible()


def _tab_to(page: Page, wanted: str, most: int = 60) -> None:
    for _ in range(most):
        if page.evaluate("(wanted) => document.activeElement?.matches(wanted) ?? false", wanted):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{wanted} is not reached by {most} tabs")
