"""From the office's register to labels on the wall: imported, printed, hung by scan, replaced, revoked.

Everything is done where people do it: the desk's pages and a phone whose camera sees the product's own print.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from PIL import Image
from playwright.sync_api import Page, Playwright, expect
from sqlalchemy import select

from tests import make
from tests.e2e import browser, estate, paper, yard
from tests.e2e.clip import make_clip
from tests.e2e.server import Server
from tests.e2e.yard import Yard
from tests.make.places import blank_label
from webapp.core.db import unit_of_work
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Route, RoutePlace

pytestmark = pytest.mark.e2e

FLOORS, HOMES_A_FLOOR = 5, 2
# A heading that nobody can guess: what it means is said by hand.
HEADINGS = ("楼栋", "单元", "楼层", "内部编号", "建筑面积", "房屋状态")
ROUTE = "1 栋楼内"
BARE = "1 栋 1 单元 17 层 楼梯间"
MODULE_PX = 5.0
SECONDS = 4.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Answer a running installation whose people are known, and nothing else."""
    made = Server(tmp_path)
    estate.found(made, register=None)
    made.start()
    yield made
    made.kill()


@pytest.mark.timeout(300)
def test_from_the_office_register_to_labels_replaced_and_revoked(
    playwright: Playwright, server: Server, tmp_path: Path
) -> None:
    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
        desk = tablet.new_page()
        estate.sign_in(desk, server.url, estate.ADMIN)
        _import(desk, server, _register(tmp_path / "台账.xlsx"))
        _confirm_places(desk)
        first = paper.labels(_print(desk, server, "没贴的", tmp_path / "first.pdf"), 3)

    with browser.phone(playwright, tmp_path / "steward", _clip([first[0], first[2]], tmp_path)) as phone:
        page = phone.pages[0]
        estate.sign_in(page, server.url, estate.STEWARD)
        _keep_the_app(page)
        phone.set_offline(True)
        _hang_one_and_one_out_of_turn(page, server, first)
        phone.set_offline(False)
        page.goto(f"{server.url}/queue")
        expect(page.get_by_text("已登记 2 条")).to_be_visible(timeout=60_000)

    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
        desk = tablet.new_page()
        estate.sign_in(desk, server.url, estate.ADMIN)
        (new,) = paper.labels(_print(desk, server, "全部换新", tmp_path / "second.pdf"), 1)
    old = first[0][1]
    assert _state(server, old) == ("active", None), "a reprint alone lets nothing go"

    with browser.phone(playwright, tmp_path / "supervisor", _clip([new], tmp_path)) as phone:
        page = phone.pages[0]
        estate.sign_in(page, server.url, estate.SUPERVISOR)
        _replace(page, server, old, new[1])
        _revoke(page, server, new[1])

    assert server.run("logbook", "verify", succeeds=False).returncode == 0


def test_a_blank_label_scanned_on_a_round_is_claimed_for_the_place_that_comes_next(
    playwright: Playwright, tmp_path: Path
) -> None:
    with (
        yard.served(Server(tmp_path)) as home,
        browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as phone,
    ):
        code = _blank_label_and_bare_place(home)
        page = phone.new_page()
        estate.sign_in(page, home.url, yard.STEWARD)
        expect(page.get_by_text(ROUTE).first).to_be_visible(timeout=20_000)
        page.goto(f"{home.url}/scan")
        page.get_by_role("button", name="输入编码").click()
        page.get_by_role("textbox").fill(code)
        page.get_by_role("button", name="标签破损").click()
        page.get_by_role("button", name="打开这张标签").click()

        expect(page.get_by_role("dialog", name="空白标签")).to_be_visible()
        page.get_by_role("link", name="去张贴").click()
        page.get_by_role("button", name=f"贴在 {BARE}").click()

        expect(page.get_by_text(f"刚贴好 {BARE}")).to_be_visible()
        expect(page.get_by_role("region", name="下一处")).to_contain_text("2 / 2")
        _wait_until(page, lambda: _state(home.server, code) == ("active", None))
        assert _place(home.server, code) == BARE


def _blank_label_and_bare_place(home: Yard) -> str:
    """Put a place without a label on the steward's route, and answer the code of a blank label."""
    with home.app.app_context(), unit_of_work() as session:
        route = session.scalars(select(Route).where(Route.name == ROUTE)).one()
        place = make.place(session, session.get_one(Estate, route.estate_id), name=BARE)
        session.add(RoutePlace(estate_id=route.estate_id, route_id=route.id, place_id=place.id, position=2))
        return blank_label(session, session.get_one(Estate, route.estate_id)).code


def _register(target: Path) -> Path:
    """Write a register as an office keeps it, with one column that has a name of its own."""
    with xlsxwriter.Workbook(str(target)) as book:
        sheet = book.add_worksheet("1栋")
        sheet.write(0, 0, "望江苑房屋台账（2026 年 11 月）")
        sheet.write_row(1, 0, HEADINGS)
        homes = [(floor, home) for floor in range(1, FLOORS + 1) for home in range(1, HOMES_A_FLOOR + 1)]
        for row, (floor, home) in enumerate(homes, start=2):
            sheet.write_row(row, 0, ("1栋", "1单元", floor, floor * 100 + home, 89.5, "自住"))
    return target


def _import(desk: Page, server: Server, register: Path) -> None:
    desk.goto(f"{server.url}/register")
    desk.locator("input[type=file]").set_input_files(register)
    unknown = desk.get_by_label(f"“{HEADINGS[3]}”读作什么")
    expect(unknown).to_be_visible(timeout=30_000)
    expect(desk.get_by_role("button", name="先补上缺的列")).to_be_disabled()
    unknown.select_option(label="房号")
    desk.get_by_role("button", name="按新的对应再读一次").click()
    homes = FLOORS * HOMES_A_FLOOR
    desk.get_by_role("button", name=f"导入 {homes} 套").click(timeout=30_000)
    expect(desk.get_by_text(f"已导入 {homes} 套")).to_be_visible(timeout=30_000)
    assert _ask(server, "SELECT count(*) FROM units") == [(homes,)]


def _confirm_places(desk: Page) -> None:
    desk.get_by_role("link", name="确认巡查点").click()
    desk.get_by_role("button", name="确认 ").click()
    desk.wait_for_url("**/places/routes")
    expect(desk.get_by_text(ROUTE).first).to_be_visible()


def _print(desk: Page, server: Server, what: str, target: Path) -> Path:
    """Print the labels of the route by the worker and fetch the file."""
    ((before,),) = _ask(server, "SELECT count(*) FROM label_jobs")
    desk.goto(f"{server.url}/labels")
    card = desk.get_by_role("article").filter(has_text=ROUTE)
    card.get_by_role("button", name="打印标签").click()
    sheet = desk.get_by_role("dialog", name="打印标签")
    sheet.get_by_text(what, exact=True).click()
    sheet.get_by_role("button", name="打印 ").click()
    ready = desk.get_by_role("button", name="下载 PDF")
    expect(ready).to_have_count(before + 1, timeout=30_000)
    with desk.expect_download() as download:
        ready.first.click()
    download.value.save_as(target)
    return target


def _clip(labels: Sequence[tuple[Image.Image, str]], folder: Path) -> Path:
    """Answer what the camera sees: these labels, one after the other."""
    target = folder / f"{labels[0][1]}.mjpeg"
    return make_clip([picture for picture, _ in labels], target, module_px=MODULE_PX, seconds=SECONDS)


def _keep_the_app(page: Page) -> None:
    """Wait until the app and the labels are on the phone."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    expect(page.get_by_text(ROUTE).first).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="我的").click()


def _hang_one_and_one_out_of_turn(page: Page, server: Server, labels: Sequence[tuple[Image.Image, str]]) -> None:
    names = [_place(server, code) for _, code in labels]
    page.get_by_role("link", name="张贴标签").click()
    expect(page.get_by_text(f"刚贴好 {names[0]}")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("region", name="下一处")).to_contain_text(names[1])
    expect(page.get_by_role("dialog", name=f"这是 {names[2]} 的标签")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name=f"就在 {names[2]}，张贴").click()
    expect(page.get_by_text(f"刚贴好 {names[2]}")).to_be_visible()
    assert _ask(server, "SELECT count(*) FROM labels WHERE hung_at IS NOT NULL") == [(0,)], (
        "all of it without a network"
    )


def _replace(page: Page, server: Server, old: str, new: str) -> None:
    page.goto(f"{server.url}/labels")
    expect(page.get_by_text("待换新 2").first).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="张贴标签").click()
    expect(page.get_by_text(f"刚贴好 {_place(server, new)}")).to_be_visible(timeout=30_000)
    _wait_until(page, lambda: _state(server, old) == ("revoked", "replaced"))
    assert _state(server, new) == ("active", None)


def _revoke(page: Page, server: Server, code: str) -> None:
    name = _place(server, code)
    page.goto(f"{server.url}/labels/places?show=all")
    page.get_by_label("找巡查点").fill(name)
    page.get_by_role("button", name=name).click()
    page.get_by_role("button", name="作废标签").first.click()
    form = page.get_by_role("dialog", name="作废这张标签")
    form.get_by_text("被翻拍复制").click()
    form.get_by_label("说明").fill("业主群里有人发了这张码的照片")
    form.get_by_role("button", name="作废标签").click()
    expect(page.get_by_text("业主群里有人发了这张码的照片")).to_be_visible()
    assert _state(server, code) == ("revoked", "业主群里有人发了这张码的照片")
    page.goto(f"{server.url}/scan")
    expect(page.get_by_role("dialog", name="这张标签已作废")).to_be_visible(timeout=30_000)


def _ask(server: Server, query: str, *values: Any) -> list[tuple[Any, ...]]:
    with sqlite3.connect(server.data / "rounds.db", timeout=10) as store:
        return store.execute(query, values).fetchall()


def _place(server: Server, code: str) -> str:
    """Answer where the label with this code hangs, or is to hang."""
    query = "SELECT places.name FROM labels JOIN places ON places.id = target_id WHERE code = ?"
    ((name,),) = _ask(server, query, code)
    return str(name)


def _state(server: Server, code: str) -> tuple[str, str | None]:
    """Answer what a label is worth, and why it is let go."""
    ((hung, revoked, reason),) = _ask(server, "SELECT hung_at, revoked_at, reason FROM labels WHERE code = ?", code)
    return "revoked" if revoked else "active" if hung else "printed", reason


def _wait_until(page: Page, holds: Any, tries: int = 100) -> None:
    for _ in range(tries):
        if holds():
            return
        page.wait_for_timeout(200)
    raise AssertionError("it did not come to pass")
