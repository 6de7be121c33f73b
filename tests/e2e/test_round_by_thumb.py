"""A round of twelve stairwells by one thumb without a network, signed by both, then sent and signed by the manager.

What it takes is printed beside what the same round takes on paper: the fields of the two forms that are written by hand.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Playwright, expect

from tests.e2e import beat, book, browser, device, estate, stairwell
from tests.e2e.beat import BOSS, PIN, ROUTE, STEWARD, Beat
from tests.e2e.sheet import ITEMS
from tests.e2e.thumb import Thumb

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(900)]

PLACES = tuple(f"1 栋 1 单元 {floor} 层 楼梯间" for floor in range(12, 0, -1))
BLOCKED = PLACES[6]

# The forms of the paper book (楼宇巡查 4.5, 4.10): what a hand writes in each. A tick is a field, for an item must have a
# result of its own (PAT-R01); 正常 alone is refused there too (PAT-R02), so every place has its sentence.
RECORD = ("编号", "日期", "第几轮", "路线", "巡查人", "开始时间", "结束时间")
PLACE = ("巡查点", "到达时间", "现场描述", *ITEMS)
ABNORMAL = ("异常情况", "具体位置", "户号", "车牌", "处理方式")
PROBLEM = ("编号", "发现时间", "地点", "检查项", "问题描述", "具体位置", "上报部门", "发现人")
SIGNATURES = ("巡查人签字", "日期", "会签人签字", "日期", "经理签字", "日期")
WRITTEN = len(RECORD) + len(PLACES) * len(PLACE) + len(ABNORMAL) + len(PROBLEM) + len(SIGNATURES)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Beat]:
    """Answer an estate with one route of twelve stairwells, served."""
    with beat.served(tmp_path, *PLACES) as made:
        yield made


def test_a_round_of_twelve_places_beside_the_same_round_on_paper(
    playwright: Playwright, home: Beat, tmp_path: Path
) -> None:
    with browser.phone(playwright, tmp_path / "phone") as phone:
        device.give(phone, device.Lens(picture=device.wall_with()))
        page = phone.pages[0]
        estate.sign_in(page, home.server.url, STEWARD)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        expect(page.get_by_text(ROUTE).first).to_be_visible(timeout=30_000)
        phone.set_offline(True)
        walked = _walk(page, home.codes)
        signed = _sign(page)
        phone.set_offline(False)
        expect(page.get_by_text("待经理签字").first).to_be_visible(timeout=60_000)
        expect(page.get_by_text("签字待核对")).to_have_count(0, timeout=60_000)
        page.goto(f"{home.server.url}/queue")
        expect(page.get_by_text("都上传完了")).to_be_visible(timeout=60_000)

    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet:
        desk = tablet.new_page()
        estate.sign_in(desk, home.server.url, BOSS)
        desk.goto(f"{home.server.url}/signing")
        desk.get_by_role("link", name="待经理签字").click()
        expect(desk.get_by_label(f"我已看完全部 {len(PLACES)} 条记录")).to_be_visible()
        book.sign_off(desk)
        expect(desk.get_by_role("listitem").filter(has_text="待上传")).to_have_count(0, timeout=20_000)

    print(
        f"\na round of {len(PLACES)} places, one finding with photo: {walked.taps} taps, {walked.seconds / 60:.1f} min; "
        f"ended and signed by both: {signed.taps} taps, {signed.seconds:.0f} s; on paper: {WRITTEN} fields by hand"
    )
    assert walked.taps + signed.taps < WRITTEN
    home.server.run("logbook", "verify")


def _walk(page: Page, codes: Sequence[str]) -> Thumb:
    thumb = Thumb(page)
    for place, code in zip(PLACES, codes, strict=True):
        device.hold_before(page, device.label(code))
        stairwell.visit(thumb, place, "ST-09" if place == BLOCKED else None)
    thumb.stop()
    return thumb


def _sign(page: Page) -> Thumb:
    """End the round; the colleague reads it, types the PIN and signs. A key is a tap, so is a signature."""
    thumb = Thumb(page)
    thumb.tap(page.get_by_role("link", name="待结束"))
    thumb.tap(page.get_by_role("button", name="结束巡查"))
    thumb.tap(page.get_by_role("button", name="请同事签字"))
    sheet = page.get_by_role("dialog")
    thumb.tap(sheet.get_by_label("同事的签字密码"))
    thumb.type(PIN)
    thumb.see()
    _draw(thumb, sheet)
    thumb.tap(sheet.get_by_role("button", name="请同事签字"))
    expect(page.get_by_text("签字待核对")).to_be_visible()
    thumb.stop()
    return thumb


def _draw(thumb: Thumb, sheet: Locator) -> None:
    book.draw(thumb.page, sheet)
    thumb.taps += 1
