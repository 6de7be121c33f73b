"""One phone, two stewards: what each has made stays theirs and goes out under their name, also without a network."""

import time
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e import browser, estate, yard
from tests.e2e.estate import Somebody
from tests.e2e.server import Server
from tests.e2e.sheet import ITEMS, answer_normal, observe, open_by_link, save
from tests.e2e.yard import IN_BOTH, STEWARD, Yard

pytestmark = pytest.mark.e2e

PUSH = "**/api/v1/sync/push"
OF_LIN, OF_ZHOU = "门口有积水，已请保洁处理", "墙角有旧报纸，已收走"
LAST_TWO = "SELECT observation, by_name FROM patrol_visits ORDER BY entry DESC LIMIT 2"
EACH_HIS_OWN = {(OF_LIN, STEWARD.name), (OF_ZHOU, IN_BOTH.name)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate with two stewards, served for all tests here."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@pytest.fixture
def handset(playwright: Playwright, home: Yard) -> Iterator[BrowserContext]:
    """Answer a phone on which nobody was ever signed in."""
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as context:
        yield context


def test_a_phone_is_handed_over_with_items_waiting(handset: BrowserContext, home: Yard) -> None:
    before = home.visits()
    page = handset.new_page()
    _sign_in(page, home, STEWARD)
    handset.route(PUSH, lambda route: route.abort())
    open_by_link(page, home.url, home.codes.hung)
    _finish(page, OF_LIN)

    _sign_in(page, home, IN_BOTH)
    _sees_only_the_count(page, home)
    open_by_link(page, home.url, home.codes.off_route)
    _finish(page, OF_ZHOU)
    assert home.visits() == before

    handset.unroute(PUSH)
    page.goto(f"{home.url}/queue")
    assert _arrived(home, before + 2) == EACH_HIS_OWN


def test_two_known_stewards_change_places_without_a_network(handset: BrowserContext, home: Yard) -> None:
    before = home.visits()
    page = handset.new_page()
    _sign_in(page, home, STEWARD)
    _sign_in(page, home, IN_BOTH)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    open_by_link(page, home.url, home.codes.off_route)
    handset.set_offline(True)
    answer_normal(page, ITEMS[:5])

    _take_over(page, home, STEWARD, "不是这个密码")
    expect(page.get_by_text("密码不对，还能试 4 次")).to_be_visible()
    _take_over(page, home, STEWARD)
    _sees_no_sheet(page, STEWARD)
    open_by_link(page, home.url, home.codes.hung)
    _finish(page, OF_LIN)

    _take_over(page, home, IN_BOTH)
    page.get_by_role("button", name="知道了").click()
    _sees_only_the_count(page, home)
    page.goto(f"{home.url}/today")
    page.get_by_role("link", name="没保存完").click()
    _finish(page, OF_ZHOU, ITEMS[5:])

    handset.set_offline(False)
    assert _arrived(home, before + 2) == EACH_HIS_OWN
    home.server.run("logbook", "verify")


def _sign_in(page: Page, home: Yard, somebody: Somebody) -> None:
    estate.sign_in(page, home.url, somebody)
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)


def _take_over(page: Page, home: Yard, somebody: Somebody, password: str = "") -> None:
    page.goto(f"{home.url}/hand-over")
    page.get_by_label(f"{somebody.name}的密码").fill(password or somebody.password)
    page.get_by_role("button", name=f"换成{somebody.name}").click()


def _finish(page: Page, words: str, left: Iterable[str] = ITEMS) -> None:
    answer_normal(page, left)
    observe(page, words)
    save(page)


def _sees_no_sheet(page: Page, somebody: Somebody) -> None:
    expect(page.get_by_text(f"· {somebody.name}").first).to_be_visible()
    expect(page.get_by_text("1 栋楼内").first).to_be_visible()
    expect(page.get_by_text("没保存完")).to_have_count(0)


def _sees_only_the_count(page: Page, home: Yard) -> None:
    page.goto(f"{home.url}/queue")
    expect(page.get_by_text(f"{STEWARD.name}的 1 条，已封存")).to_be_visible()
    expect(page.get_by_text("在本机等着")).to_have_count(0)


def _arrived(home: Yard, visits: int, seconds: float = 30) -> set[tuple[str, str]]:
    """Wait until so many visits were entered, and answer words and maker of the last two."""
    until = time.monotonic() + seconds
    while home.visits() < visits and time.monotonic() < until:
        time.sleep(0.1)
    assert home.visits() == visits
    return {(words, maker) for words, maker in home.ask(LAST_TWO)}
