"""A phone without a network gives what it holds to a colleague's, in a file that only the server opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e import browser, estate, yard
from tests.e2e.server import Server
from tests.e2e.sheet import fill_and_save, open_by_link
from tests.e2e.yard import PLACE, STEWARD, SUPERVISOR, Yard

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


def test_what_a_phone_cannot_send_is_handed_in_by_another(playwright: Playwright, home: Yard, tmp_path: Path) -> None:
    file = tmp_path / "rescue.rounds"
    before = home.visits()
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as lonely:
        page = lonely.new_page()
        estate.sign_in(page, home.url, STEWARD)
        expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.goto(f"{home.url}/rescue")
        expect(page.get_by_text("这台手机没有要救的内容")).to_be_visible()
        open_by_link(page, home.url, home.codes.hung)
        lonely.set_offline(True)
        fill_and_save(page)

        page.goto(f"{home.url}/queue")
        page.get_by_role("link", name="手机要送修、换机或没网？").click()
        expect(page.get_by_text("还没上传：1 条记录")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="导出文件").click()
        download.value.save_as(file)
        expect(page.get_by_text("文件已在“下载”里")).to_be_visible()

    assert PLACE.encode() not in file.read_bytes()
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as helpful:
        page = helpful.new_page()
        estate.sign_in(page, home.url, SUPERVISOR)
        page.goto(f"{home.url}/rescue")
        for _ in range(2):
            page.get_by_label("选择救援文件").set_input_files(file)
            expect(page.get_by_text("1 条记录已登记")).to_be_visible()

    home.arrived(before)
    assert home.ask("SELECT by_name FROM patrol_visits ORDER BY entry DESC LIMIT 1") == [(STEWARD.name,)]
