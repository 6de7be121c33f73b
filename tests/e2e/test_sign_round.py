"""A round of three places, one of them left out, ended and co-signed without a network; the manager signs on a tablet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e import beat, book, browser, estate
from tests.e2e.beat import BOSS, PIN, ROUTE, STEWARD, Beat
from tests.e2e.sheet import fill_and_save, open_by_link

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

PLACES = tuple(f"1 栋 1 单元 {floor} 层 楼梯间" for floor in (9, 8, 7))
LEFT_OUT = PLACES[2]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Beat]:
    """Answer an estate with one route of three stairwells, served."""
    with beat.served(tmp_path, *PLACES) as made:
        yield made


def test_a_round_is_ended_and_cosigned_offline_and_signed_off_on_the_tablet(
    playwright: Playwright, home: Beat, tmp_path: Path
) -> None:
    with browser.phone(playwright, tmp_path / "phone") as phone:
        page = phone.pages[0]
        estate.sign_in(page, home.server.url, STEWARD)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        expect(page.get_by_text(ROUTE).first).to_be_visible(timeout=30_000)
        phone.set_offline(True)

        for code in home.codes[:2]:
            open_by_link(page, home.server.url, code)
            fill_and_save(page)
        _end(page, home.server.url)
        book.cosign_by_pin(page, PIN)
        expect(page.get_by_text("签字待核对")).to_be_visible()
        phone.set_offline(False)
        expect(page.get_by_text("待经理签字").first).to_be_visible(timeout=20_000)
        expect(page.get_by_text("签字待核对")).to_have_count(0, timeout=20_000)

    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
        desk = tablet.new_page()
        estate.sign_in(desk, home.server.url, BOSS)
        _sign_off(desk, home.server.url)
        expect(desk.get_by_role("listitem").filter(has_text="待上传")).to_have_count(0, timeout=20_000)

    verified = home.server.run("logbook", "verify", succeeds=False)
    assert verified.returncode == 0, verified.stdout


def _end(page: Page, url: str) -> None:
    page.goto(f"{url}/today")
    page.get_by_role("link", name="待结束").click()
    expect(page.get_by_role("button", name="还有 1 处没写原因")).to_be_disabled()
    place = page.get_by_role("listitem").filter(has_text=LEFT_OUT)
    place.get_by_role("button", name="施工封闭").click()
    book.end_round(page)


def _sign_off(page: Page, url: str) -> None:
    page.goto(f"{url}/signing")
    page.get_by_role("link", name="待经理签字").click()
    expect(page.get_by_text("没巡 · 施工封闭")).to_be_visible()
    expect(page.get_by_label("我已看完全部 2 条记录")).to_be_visible()
    book.sign_off(page)
