"""A working day of two rounds and three stewards, from the first scan to the month's bundle.

One place late, one missed and made up later; a locked roof door reported, opened by engineering, verified by another steward; every page
co-signed and signed by the manager; the month closed the next morning. The clock is moved for all (`dial.py`).
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests import post
from tests.e2e import book, browser, case, crew, device, fontless, sheet
from tests.e2e.borrowed_font import pdf_in_a_borrowed_font
from tests.e2e.crew import ARCHIVIST, BEATS, BOSS, ENGINEER, HE, LIN, MANAGER, PIN, ROOF, ZHOU, Centre
from tests.e2e.estate import Somebody

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(600)]

SHOTS = os.environ.get("ROUNDS_SHOTS")  # where the papers' pictures are kept, to be looked at
DAY, NEXT_DAY = "2026-11-30", "2026-12-01"  # a Monday, the last of its month
CASE = "WT-2026-000001"
MARKED = {"XC-2026-000002": "晚巡", "XC-2026-000003": "漏巡后补检的地点"}
STAIRS = BEATS[LIN][1]
PAGES = 6  # three beats in two rounds; the one that was missed is made up
ROOF_ITEMS = tuple(f"RF-{number:02}" for number in range(1, 9))


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    """Answer the estate at eight in the morning; its notices go to a mailbox and a gateway of its own."""
    with (
        post.mailbox() as letters,
        post.gateway() as robot,
        crew.centre(tmp_path, DAY, "08:00", letters, robot) as made,
    ):
        yield made


@contextmanager
def _at_work(playwright: Playwright, centre: Centre, folder: Path) -> Iterator[None]:
    """Give everybody a device; one camera is held before the label of the roof."""
    with browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as first:
        assert first.browser
        for who in (LIN, ZHOU, HE, ENGINEER):
            centre.employ(first.browser, who, browser.PHONE, device.label(centre.codes[ROOF]) if who == HE else "")
        for who in (BOSS, MANAGER, ARCHIVIST):
            centre.employ(first.browser, who, browser.TABLET)
        try:
            yield
        except Exception:
            centre.keep_screens(folder)
            raise


def test_a_working_day_goes_from_the_first_scan_into_the_months_bundle(
    playwright: Playwright, centre: Centre, tmp_path: Path
) -> None:
    with _at_work(playwright, centre, tmp_path):
        _morning(centre)
        _noon(centre)
        _afternoon(centre)
        _evening(centre)
        bundle = _next_morning(centre, tmp_path)
    _archived(bundle, Path(SHOTS or tmp_path))
    centre.server.run("logbook", "verify")


def _morning(centre: Centre) -> None:
    """The roof door is found locked, opened, verified and signed for; the first beat is walked in time."""
    centre.at(DAY, "09:20")
    _find_roof_locked(centre)
    _carry_on(centre)
    centre.at(DAY, "10:30")
    _walk(centre, LIN, STAIRS)
    page = _end(centre, LIN, 1)
    book.cosign_by_pin(page, PIN, ZHOU.name)
    _all_sent(page, centre)


def _noon(centre: Centre) -> None:
    """The second beat is walked after its window, within the hour of grace; the third not at all."""
    centre.at(DAY, "12:05")
    centre.hears("巡查没做完", "3 栋楼内第1轮")
    centre.at(DAY, "12:20")
    _whole_round(centre, 1, ZHOU, LIN)


def _afternoon(centre: Centre) -> None:
    """The missed place is made up; all three walk the second round in time, each co-signed by the next."""
    centre.at(DAY, "14:10")
    _make_up(centre, HE, BEATS[HE][0])
    centre.at(DAY, "14:20")
    for who, colleague in ((LIN, ZHOU), (ZHOU, HE), (HE, LIN)):
        _whole_round(centre, 2, who, colleague)


def _evening(centre: Centre) -> None:
    """The desk shows what was late and what was missed; the manager signs all six pages."""
    centre.at(DAY, "17:40")
    for worker in centre.workers.values():
        worker.open("/me")
    centre.hears("巡查记录待签字", "何志远")
    _at_the_desk(centre.workers[BOSS].open("/desk"))
    for _ in range(PAGES):
        page = centre.workers[MANAGER].open("/signing")
        page.get_by_role("link", name="待经理签字").first.click()
        book.sign_off(page)
        _all_sent(page, centre)
    expect(centre.workers[MANAGER].open("/signing").get_by_text("没有待签字的记录")).to_be_visible()


def _at_the_desk(page: Page) -> None:
    page.get_by_role("group", name="看哪一轮").get_by_text("第 1 轮").click()
    for route, state in (("2 栋楼内", "晚巡"), ("3 栋楼内", "漏巡 · 补检")):
        page.get_by_role("button", name=route).first.click()
        expect(page.get_by_role("listitem").filter(has_text=route).first.get_by_text(state)).to_be_visible()


def _next_morning(centre: Centre, folder: Path) -> ZipFile:
    """The archivist closes the month and fetches the bundle."""
    centre.at(NEXT_DAY, "08:30")
    page = centre.workers[ARCHIVIST].open("/desk/months")
    page.get_by_role("button", name="归档 2026 年 11 月").click()
    page.get_by_role("button", name="确认归档").click()
    expect(page.get_by_text("正在打包")).to_be_visible()
    centre.hears("登记簿日结", DAY)
    with page.expect_download() as fetched:
        page.get_by_role("link", name="下载").click(timeout=60_000)
    fetched.value.save_as(folder / "month.zip")
    return ZipFile(folder / "month.zip")


def _archived(bundle: ZipFile, folder: Path) -> None:
    """The bundle is whole, and its papers can be read on a machine that has no font at all."""
    manifest = json.loads(bundle.read("manifest.json"))
    serials = sorted(page["serial"] for page in manifest["pages"])
    assert serials == [CASE, *(f"XC-2026-00000{n}" for n in range(1, PAGES + 1))]
    assert all((form["gaps"], form["voids"]) == ([], []) for form in manifest["forms"].values())
    assert (manifest["openFindings"], manifest["photosAwaited"]) == ([], [])
    for page in manifest["pages"]:
        said = _read_without_fonts(Path(bundle.extract(page["file"], folder)), folder)
        assert page["serial"] in said
        assert ("巡查问题处理表" if page["serial"] == CASE else "巡查记录表") in said
        assert MARKED.get(page["serial"], "") in said
        assert "上锁；上锁" not in said  # the choice says it already


def _read_without_fonts(paper: Path, folder: Path) -> str:
    pages = fontless.read(paper, folder)
    for page in pages:
        assert page["blank"] == []
        assert page["looks"] == page["chinese"]
    return "".join(page["text"] for page in pages)


def test_a_paper_that_leaves_its_font_to_the_machine_is_found_empty_there(tmp_path: Path) -> None:
    (tmp_path / "leaves.pdf").write_bytes(pdf_in_a_borrowed_font("巡查记录表"))

    (page,) = fontless.read(tmp_path / "leaves.pdf", tmp_path)

    assert page["text"] == "巡查记录表"
    assert page["blank"] == sorted("巡查记录表")


def _find_roof_locked(centre: Centre) -> None:
    page = _sheet_of(centre, LIN, ROOF)
    _locked(page)
    sheet.answer_normal(page, ROOF_ITEMS[1:])
    sheet.save(page)
    _all_sent(page, centre)
    centre.hears("紧急问题", f"{ROOF}（天台门旁）：上锁")


def _carry_on(centre: Centre) -> None:
    centre.at(DAY, "09:22")
    case.dispatch(_finding(centre, BOSS))
    centre.hears("新派工", CASE)
    centre.at(DAY, "09:50")
    case.put_right(_finding(centre, ENGINEER), "已修复")
    centre.hears("待现场验证", CASE)
    centre.at(DAY, "10:05")
    verifier = _finding(centre, HE)
    verifier.get_by_role("button", name="现场验证").click()
    case.is_right(verifier)
    case.told(verifier)
    for who in (HE, ENGINEER):
        page = _finding(centre, who)
        case.sign(page)
        case.told(page)
    expect(page.get_by_role("heading", name="已关闭")).to_be_visible()


def _finding(centre: Centre, who: Somebody) -> Page:
    page = centre.workers[who].open("/findings")
    page.get_by_role("button", name="全部").or_(page.get_by_role("button", name="本部门")).click()
    page.get_by_role("link", name=ROOF).click()
    return page


def _whole_round(centre: Centre, number: int, who: Somebody, colleague: Somebody) -> None:
    for place in BEATS[who]:
        _walk(centre, who, place)
    _close(centre, number, who, colleague)


def _make_up(centre: Centre, who: Somebody, place: str) -> None:
    """Ask for the missed place to be made up, give the reason, and scan it."""
    page = centre.workers[who].open("/today")
    page.get_by_role("link", name=_title(who, 1)).click()
    page.get_by_role("button", name="补检").click()
    sheet_ = page.get_by_role("dialog")
    sheet_.get_by_role("button", name="手机坏了或没电").click()
    sheet_.get_by_role("button", name="补检", exact=True).click()
    device.hold_before(page, device.label(centre.codes[place]))
    page.get_by_role("link", name="扫码补检").click()
    expect(page.get_by_text("一直标明补检")).to_be_visible(timeout=20_000)
    sheet.answer_normal(page)
    sheet.save(page)
    _close(centre, 1, who, LIN)


def _close(centre: Centre, number: int, who: Somebody, colleague: Somebody) -> None:
    """End the round, and let a colleague sign it on the own phone."""
    _all_sent(_end(centre, who, number), centre)
    page = centre.workers[colleague].open("/today")
    page.get_by_role("link", name=_title(who, number)).filter(has_text="待会签").click()
    book.cosign(page)
    _all_sent(page, centre)


def _title(who: Somebody, number: int) -> str:
    return f"{BEATS[who][0].partition(' 1 单元')[0]}楼内 · 第 {number} 轮"


def _walk(centre: Centre, who: Somebody, place: str) -> None:
    page = _sheet_of(centre, who, place)
    sheet.answer_normal(page, ROOF_ITEMS if place == ROOF else sheet.ITEMS)
    sheet.save(page)


def _end(centre: Centre, who: Somebody, number: int) -> Page:
    page = centre.workers[who].open("/today")
    page.get_by_role("link", name=_title(who, number)).filter(has_text="待结束").click()
    book.end_round(page)
    return page


def _sheet_of(centre: Centre, who: Somebody, place: str) -> Page:
    page = centre.workers[who].open(f"/t/{centre.codes[place]}")
    page.wait_for_url("**/visit/**")
    return page


def _locked(page: Page) -> None:
    card = page.locator("#item-RF-01")
    card.get_by_role("button", name="异常").click()
    card.get_by_role("button", name="上锁").click()
    card.get_by_role("button", name="天台门旁").click()
    card.get_by_role("button", name="拍照").first.click()
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()
    card.get_by_role("button", name="上报").click()


def _all_sent(page: Page, centre: Centre) -> None:
    """Wait until nothing of this phone is on its way any more."""
    page.goto(f"{centre.server.url}/queue")
    expect(page.get_by_text("都上传完了")).to_be_visible(timeout=20_000)
