"""The rehearsal before a round: ready only when the phone holds all that the round asks for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e import browser, device, estate, yard
from tests.e2e.device import Lens, wall_with
from tests.e2e.server import Server
from tests.e2e.yard import STEWARD, Yard

pytestmark = pytest.mark.e2e

# Empties a table of the phone's store, as a browser that ran out of room would; Dexie notices nothing.
EMPTY = """async (table) => {
  const open = indexedDB.open('rounds')
  await new Promise((done) => (open.onsuccess = done))
  const emptied = open.result.transaction(table, 'readwrite').objectStore(table).clear()
  await new Promise((done) => (emptied.onsuccess = done))
  open.result.close()
}"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served for all tests here."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@pytest.fixture
def page(playwright: Playwright, home: Yard) -> Iterator[Page]:
    """Answer the page of a phone with a good camera, the steward signed in."""
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as context:
        device.give(context, Lens(picture=wall_with()))
        signed_in = context.new_page()
        estate.sign_in(signed_in, home.url, STEWARD)
        expect(signed_in.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
        signed_in.evaluate("navigator.serviceWorker.ready.then(() => true)")
        yield signed_in


def test_a_phone_that_holds_everything_is_ready_and_is_offered_the_rehearsal_once(page: Page, home: Yard) -> None:
    page.reload()
    page.get_by_role("link", name="出发前检查").click()

    expect(page.get_by_role("status").filter(has_text="可以出发")).to_be_visible(timeout=20_000)
    for found in ("画面正常", "有手电", "断网也能扫", "断网也能重新打开应用", "1 条路线", "1 处都有标签"):
        expect(page.get_by_text(found)).to_be_visible()

    page.goto(f"{home.url}/today")
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
    expect(page.get_by_role("link", name="出发前检查")).to_have_count(0)


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ("places", "缺 1 处。连上网再查一遍"),
        pytest.param("templates", "1 处没有检查表。连上网再查一遍", marks=pytest.mark.slow),
        pytest.param("routes", "没有要巡的路线", marks=pytest.mark.slow),
        pytest.param("labels", "一张标签也没有", marks=pytest.mark.slow),
    ],
)
def test_a_phone_that_lacks_something_is_not_ready_and_says_what_to_do(
    page: Page, home: Yard, table: str, what: str
) -> None:
    page.evaluate(EMPTY, table)

    page.goto(f"{home.url}/ready")

    expect(page.get_by_text(what)).to_be_visible(timeout=20_000)
    expect(page.get_by_role("status").filter(has_text="还不能出发")).to_be_visible()
    expect(page.get_by_text("可以出发")).to_have_count(0)


@pytest.mark.slow
def test_without_a_picture_a_phone_is_not_ready(playwright: Playwright, home: Yard) -> None:
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light", camera=()) as context:
        page = context.new_page()
        estate.sign_in(page, home.url, STEWARD)
        page.goto(f"{home.url}/ready")

        expect(page.get_by_text("这台设备没有相机")).to_be_visible(timeout=20_000)
        expect(page.get_by_role("status").filter(has_text="还不能出发")).to_be_visible()
