"""A supervisor's own round: owed to the day, walked on the phone, something ordered rectified, repaired, rechecked, signed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests.e2e import book, browser, case, crew, device
from tests.e2e.crew import BEATS, BOSS, ENGINEER, LIN, MANAGER, ROOF, Centre
from tests.e2e.estate import Somebody

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(300)]

DAY = "2026-11-30"  # a Monday
STAIRS = BEATS[LIN][1]
ORDER = "ZG-2026-000001"
GUARDED, SWEPT = "保安按时巡到天台，签到表齐全", "天台无积水，排水口已清"
BROKEN, MENDED = "闭门器脱落，门关不上，今天装好", "闭门器已装好，门自己关严"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    """Answer the estate at half past eight in the morning."""
    with crew.centre(tmp_path, DAY, "08:30") as made:
        yield made


@contextmanager
def _at_work(playwright: Playwright, centre: Centre, folder: Path) -> Iterator[Browser]:
    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as first:
        assert first.browser
        centre.employ(first.browser, MANAGER, browser.TABLET)
        centre.employ(first.browser, ENGINEER, browser.PHONE)
        try:
            yield first.browser
        except Exception:
            centre.keep_screens(folder)
            raise


def test_a_supervisors_round_ends_in_a_page_that_the_manager_signs(
    playwright: Playwright, centre: Centre, tmp_path: Path
) -> None:
    with _at_work(playwright, centre, tmp_path) as devices:
        centre.employ(devices, BOSS, browser.TABLET)
        _owed(centre.workers[BOSS].open("/desk"), "0/1")
        centre.employ(devices, BOSS, browser.PHONE)
        _look_around(centre)
        _order(centre)
        centre.at(DAY, "09:40")
        case.put_right(_to_repair(centre))
        centre.at(DAY, "10:30")
        _recheck(centre)
        for who in (ENGINEER, BOSS):
            _sign_finding(centre, who)
        _end(centre)
        centre.at(DAY, "11:00")
        _sign_off(centre)
        _owed(centre.workers[MANAGER].open("/desk"), "1/1")
    centre.server.run("logbook", "verify")


def _owed(page: Page, made: str) -> None:
    expect(page.get_by_role("region", name="主管督察").get_by_text(f"已完成 {made} 轮")).to_be_visible(timeout=20_000)


def _look_around(centre: Centre) -> None:
    """What the day is owed stands on 今日; from there the first place is supervised."""
    page = centre.workers[BOSS].open("/today")
    page.get_by_role("link", name="主管督察").click(timeout=20_000)
    _stand_at(page, centre, ROOF)
    _choose(page, "看哪项服务", "安全")
    page.get_by_label("看到什么").fill(GUARDED)
    page.get_by_role("button", name="记下，再记一条").click()
    expect(page.get_by_text("本处已记下 1 条")).to_be_visible()
    _choose(page, "看哪项服务", "环境")
    page.get_by_label("看到什么").fill(SWEPT)
    _keep(page)
    for said in (GUARDED, SWEPT):
        expect(page.get_by_text(said)).to_be_visible()


def _stand_at(page: Page, centre: Centre, place: str, where: str | re.Pattern[str] = "看一处") -> None:
    """Open the scanner, by default for a place of the own choosing, before the label of a place."""
    device.hold_before(page, device.label(centre.codes[place]))
    page.get_by_role("link", name=where).click()
    expect(page.get_by_role("heading", name=place)).to_be_visible(timeout=20_000)


def _choose(page: Page, of: str, word: str) -> None:
    page.get_by_role("group", name=of).get_by_text(word, exact=True).click()


def _keep(page: Page) -> None:
    page.get_by_role("button", name="记下", exact=True).click()
    page.wait_for_url("**/supervision")


def _order(centre: Centre) -> None:
    """Something new is ordered rectified by engineering."""
    page = centre.workers[BOSS].page
    _stand_at(page, centre, STAIRS)
    _choose(page, "做什么", "责令整改")
    _choose(page, "看哪项服务", "工程")
    page.get_by_label("属于哪一项").select_option("ST-07")
    page.get_by_label("具体位置").fill("18 层防火门")
    page.get_by_label("要整改什么").fill(BROKEN)
    page.get_by_role("button", name="拍照").click()
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()
    _keep(page)
    mine = page.get_by_role("region", name="我责令整改的")
    expect(mine.get_by_text("已派工，待接单")).to_be_visible()
    expect(mine.get_by_text("等工程部接单")).to_be_visible()


def _to_repair(centre: Centre) -> Page:
    page = centre.workers[ENGINEER].open("/findings")
    page.get_by_role("link", name=STAIRS).click(timeout=20_000)
    expect(page.get_by_text(ORDER).first).to_be_visible()
    return page


def _recheck(centre: Centre) -> None:
    """What was repaired waits on the round's page; the place is scanned again."""
    page = centre.workers[BOSS].open("/supervision")
    _stand_at(page, centre, STAIRS, where=re.compile(f"{STAIRS}.*{ORDER}"))
    _choose(page, "看哪项服务", "工程")
    _choose(page, "复查结果", "已改好")
    page.get_by_label("复查看到什么").fill(MENDED)
    _keep(page)
    expect(page.get_by_role("region", name="我责令整改的").get_by_text("已验证，待签字")).to_be_visible()


def _sign_finding(centre: Centre, who: Somebody) -> None:
    page = centre.workers[who].open("/findings")
    page.get_by_role("link", name=STAIRS).click(timeout=20_000)
    case.sign(page)
    case.told(page)


def _end(centre: Centre) -> None:
    page = centre.workers[BOSS].open("/supervision")
    page.get_by_role("link", name="记录和结束").click()
    for said in (GUARDED, SWEPT, BROKEN, MENDED):
        expect(page.get_by_text(said)).to_be_visible()
    page.get_by_role("button", name="结束督察").click()
    expect(page.get_by_text("待经理签字").first).to_be_visible()
    page.goto(f"{centre.server.url}/queue")
    expect(page.get_by_text("都上传完了")).to_be_visible(timeout=20_000)


def _sign_off(centre: Centre) -> None:
    page = centre.workers[MANAGER].open("/signing")
    page.get_by_role("link", name="待经理签字").click(timeout=20_000)
    book.sign_off(page)
