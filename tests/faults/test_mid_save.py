"""The phone dies in the hand of somebody who has just touched 保存: the sheet is there, or its record is, never both."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e import browser, estate, yard
from tests.e2e.server import Server
from tests.e2e.sheet import ITEMS, answer_normal, observe, open_by_link
from tests.e2e.yard import PLACE, STEWARD, Yard

pytestmark = [pytest.mark.e2e, pytest.mark.faults, pytest.mark.timeout(400)]

# From before the write has begun until it is surely done.
AFTER_MS = (0, 4, 8, 16, 400)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


def test_a_phone_killed_in_mid_save_has_the_whole_sheet_or_the_whole_record(
    playwright: Playwright, home: Yard, tmp_path: Path
) -> None:
    profile = tmp_path / "phone"
    with browser.phone(playwright, profile) as phone:
        page = phone.pages[0]
        estate.sign_in(page, home.url, STEWARD)
        expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=30_000)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    sheets = records = 0
    for after_ms in AFTER_MS:
        with browser.phone(playwright, profile) as phone:
            phone.set_offline(True)
            page = phone.pages[0]
            open_by_link(page, home.url, home.codes.hung)
            _finish(page, begun=sheets > 0)
            page.evaluate("document.querySelector('.visit-foot__save').click()")
            page.wait_for_timeout(after_ms)
            browser.kill(profile)
        browser.revive(profile)
        with browser.phone(playwright, profile) as phone:
            phone.set_offline(True)
            sheets, kept = _holds(phone.pages[0], home)
            assert sheets + kept - records == 1, f"killed {after_ms} ms after the touch"
            records = kept
    assert records, "no save was quick enough"

    with browser.phone(playwright, profile) as phone:
        page = phone.pages[0]
        page.goto(f"{home.url}/queue")
        expect(page.get_by_text(f"已登记 {records} 条")).to_be_visible(timeout=60_000)
    assert home.visits() == records


def _finish(page: Page, *, begun: bool) -> None:
    """Fill the sheet in, or trust that one taken up again holds all that was filled in before the phone died."""
    if not begun:
        answer_normal(page, ITEMS)
        observe(page, "地面刚拖过，有水渍")
    expect(page.locator(".visit-foot__save")).to_have_class(re.compile("button--main"))
    page.wait_for_timeout(300)


def _holds(page: Page, home: Yard) -> tuple[int, int]:
    """Answer how many half-filled sheets and how many saved records of the place the phone holds."""
    page.goto(f"{home.url}/queue")
    expect(page.get_by_role("heading", name="待上传")).to_be_visible()
    sheets, records = page.evaluate(
        """async () => {
          const open = indexedDB.open('rounds')
          await new Promise((done) => (open.onsuccess = done))
          const count = (table) => new Promise((done) => {
            const asked = open.result.transaction(table).objectStore(table).count()
            asked.onsuccess = () => done(asked.result)
          })
          return [await count('patrolDrafts'), await count('outbox')]
        }"""
    )
    if records:
        expect(page.get_by_text(PLACE).first).to_be_visible()
    return int(sheets), int(records)
