"""What a person sees when the phone's storage fails: before anything is filled in, and in words."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e import browser, estate, yard
from tests.e2e.server import Server
from tests.e2e.sheet import ITEMS, fill_and_save, open_by_link
from tests.e2e.yard import STEWARD, Yard

pytestmark = [pytest.mark.e2e, pytest.mark.faults, pytest.mark.timeout(300)]

LITTLE = 1_000_000


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


def _ready(page: Page, home: Yard) -> None:
    estate.sign_in(page, home.url, STEWARD)
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=30_000)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")


def test_a_place_is_refused_before_its_sheet_is_filled_in_when_the_phone_is_nearly_full(
    playwright: Playwright, home: Yard, tmp_path: Path
) -> None:
    with browser.phone(playwright, tmp_path / "phone") as phone:
        _ready(phone.pages[0], home)
    # Chromium looks how much there is when it starts.
    with browser.phone(playwright, tmp_path / "phone") as phone:
        page = phone.pages[0]
        devtools = phone.new_cdp_session(page)
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": home.url, "quotaSize": LITTLE})

        page.goto(f"{home.url}/t/{home.codes.hung}")

        expect(page.get_by_text("手机空间不够，先别填")).to_be_visible()
        expect(page.get_by_text("一处至少要留 20 MB")).to_be_visible()
        expect(page.locator(f"#item-{ITEMS[0]}")).to_have_count(0)
        devtools.send("Storage.overrideQuotaForOrigin", {"origin": home.url})
        open_by_link(page, home.url, home.codes.hung)


def test_a_store_that_the_browser_clears_is_said_with_what_was_in_it(playwright: Playwright, home: Yard) -> None:
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as phone:
        page = phone.new_page()
        _ready(page, home)
        open_by_link(page, home.url, home.codes.hung)
        phone.set_offline(True)
        fill_and_save(page)
        page.goto(f"{home.url}/queue")
        expect(page.get_by_text("这 1 条只在这个浏览器里")).to_be_visible()
        devtools = phone.new_cdp_session(page)
        devtools.send("Storage.clearDataForOrigin", {"origin": home.url, "storageTypes": "indexeddb"})

        expect(page.get_by_text("浏览器关掉了本机存储")).to_be_visible()
        page.get_by_role("button", name="刷新").click()
        expect(page.get_by_text("还有 1 条没上传。请告诉主管")).to_be_visible()
        page.get_by_role("button", name="知道了").click()
        page.reload()
        expect(page.get_by_label("账号")).to_be_visible()
        expect(page.get_by_text("浏览器清掉了")).to_have_count(0)


def test_a_damaged_store_is_said(playwright: Playwright, home: Yard, tmp_path: Path) -> None:
    profile = tmp_path / "phone"
    with browser.phone(playwright, profile) as phone:
        page = phone.pages[0]
        _ready(page, home)
        open_by_link(page, home.url, home.codes.hung)
        phone.set_offline(True)
        fill_and_save(page)
        time.sleep(1)
        browser.kill(profile)
    browser.revive(profile)
    _damage(profile)

    with browser.phone(playwright, profile) as phone:
        page = phone.pages[0]
        page.goto(home.url)

        # Some damage the browser finds itself, and begins anew; of some it only says that it cannot go on.
        cleared, broken = page.get_by_text("浏览器清掉了本机存的内容"), page.get_by_text("手机的存储打不开")
        expect(cleared.or_(broken).first).to_be_visible(timeout=20_000)


def _damage(profile: Path) -> None:
    """Overwrite the middle of every file of the store, as a failing memory chip does."""
    files = [
        path
        for path in profile.rglob("*.indexeddb.leveldb/*")
        if path.suffix in (".log", ".ldb") or "MANI" in path.name
    ]
    assert files
    for path in files:
        content = bytearray(path.read_bytes())
        content[len(content) // 4 : len(content) * 3 // 4] = b"\xa5" * (len(content) * 3 // 4 - len(content) // 4)
        path.write_bytes(bytes(content))
