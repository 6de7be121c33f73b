"""A renovation from the application to the owner's file: desk, engineer's phone, gate, site offline, 30 days on."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from playwright.sync_api import Page, Playwright, expect

from tests.domains.renovation.ways_there import with_papers
from tests.e2e import dial
from tests.e2e.building_site import CASHIER, ENGINEER, GUARD, HOME, Office, Story, people, served
from tests.e2e.estate import STEWARD, SUPERVISOR
from tests.e2e.site_acts import begin, choose, do, keep, photograph, scan, scan_for, sign, write
from webapp.domains.renovation.models import SiteNotice, SiteVisitRow
from webapp.ground.labels.code import parse

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(300)]

ITEMS = tuple(f"RN-{number:02}" for number in range(1, 17))
LACKING = "doc_qualification"
Seat = Callable[..., Page]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Answer the estate, served, its clock to be turned."""
    with served(tmp_path) as made:
        yield made


@pytest.fixture
def seat(playwright: Playwright, office: Office) -> Iterator[Seat]:
    """Answer what sits somebody down before renovations."""
    with people(playwright, office) as made:
        yield made


def test_a_renovation_goes_from_the_application_to_the_owner_s_file(seat: Seat, office: Office, tmp_path: Path) -> None:
    desk = seat(STEWARD, tablet=True)
    _apply(desk, office)
    _bring_what_is_missing(desk, office)
    _approve(seat(ENGINEER), office)
    _pay(seat(CASHIER, tablet=True), office)
    worker, permit = _issue(desk, office, tmp_path)

    _let_in(seat(GUARD), office, worker)
    site = seat(STEWARD)
    _visit_offline(site, office, worker, permit)
    _rectify(desk, site, office)
    _accept(desk, office)

    dial.turn(office.server.data, timedelta(days=30))
    _recheck(seat(STEWARD, tablet=True), office)
    _refund(seat(CASHIER, tablet=True), office)
    _file(seat(SUPERVISOR, tablet=True), office, tmp_path)
    office.server.run("logbook", "verify")


def _apply(desk: Page, office: Office) -> None:
    """Enter the application; all papers are there but the contractor's qualification."""
    desk.get_by_role("link", name="申报", exact=True).click()
    desk.get_by_role("button", name="找房号").click()
    desk.get_by_role("searchbox", name="房号").fill(HOME)
    desk.get_by_role("button", name=HOME).click()
    for label, text in (("申报人", "何建国"), ("施工单位", "望江装饰"), ("装修内容", "客卫改造"), ("姓名", "吴师傅")):
        write(desk, label, text)
    desk.get_by_role("button", name="看过身份证").click()
    write(desk, "身份证后四位", "371X")
    photograph(desk, desk, "拍本人照片，2 张", count=2)
    desk.get_by_role("button", name="建立申报").click()
    case = office.comes_to("draft")
    with_papers(Story(office.unit.id, office.phones, str(case.id)), LACKING)


def _bring_what_is_missing(desk: Page, office: Office) -> None:
    """It comes back with the list of what is missing, is completed, and goes to engineering."""
    sheet = begin(desk, "提交申报")
    choose(sheet, "业主到场", "装修负责人到场")
    keep(desk, sheet)
    expect(desk.get_by_text("还缺 1 份资料")).to_be_visible()
    expect(desk.get_by_role("button", name="送工程部审批")).to_have_count(0)
    do(desk, "退回补资料")
    office.comes_to("incomplete")
    desk.get_by_role("button", name="资质证书").click()
    sheet = desk.get_by_role("dialog")
    photograph(desk, sheet, "拍照或选图")
    choose(sheet, "有红章")
    keep(desk, sheet)
    do(desk, "重新提交")
    do(desk, "送工程部审批")
    office.comes_to("in_review")


def _open(page: Page) -> None:
    """Open the home's page."""
    page.get_by_role("searchbox").fill(HOME)
    page.get_by_role("link", name=HOME).click()


def _approve(engineer: Page, office: Office) -> None:
    _open(engineer)
    do(engineer, "审批通过", 审批意见="防水做到 1.8 米")
    office.comes_to("approved")


def _pay(cashier: Page, office: Office) -> None:
    _open(cashier)
    sheet = begin(cashier, "登记缴费")
    for number, field in enumerate(sheet.get_by_label("收据号").all(), start=1):
        field.fill(f"SJ-{number:04}")
    keep(cashier, sheet)
    office.comes_to("paid")


def _issue(desk: Page, office: Office, folder: Path) -> tuple[str, str]:
    """Look at the home with the owner, make out pass and permit, print both; answer their codes."""
    sheet = begin(desk, "初次装修查房")
    for normal in sheet.get_by_role("button", name="正常", exact=True).all():
        normal.click()
    choose(sheet, "做了")
    sign(desk, sheet)
    keep(desk, sheet)
    do(desk, "发出入证")
    do(desk, "发施工许可证")
    office.comes_to("permitted")
    desk.get_by_text("施工人员 · 1 人").click()
    with desk.expect_download() as printed:
        desk.get_by_role("button", name="打印 1 张出入证").click()
    path = folder / "passes.pdf"
    printed.value.save_as(path)
    return _codes(path, office)


def _codes(path: Path, office: Office) -> tuple[str, str]:
    """Answer the codes on the printed cards of the worker and of the permit."""
    page = pypdfium2.PdfDocument(path)[0].render(scale=4).to_pil().convert("RGB")
    read = [str(parse(found.text)) for found in zxingcpp.read_barcodes(page)]
    hang = {office.hangs_at(code): code for code in read}
    return hang["worker_pass"], hang["renovation_permit"]


def _let_in(guard: Page, office: Office, worker: str) -> None:
    """At the gate a pass run out and one of another estate open nothing; a valid one does, and work begins."""
    guard.get_by_role("link", name="扫出入证").click()
    for code, verdict in ((office.expired, "已过期"), (office.foreign, "查不到")):
        scan(guard, code)
        expect(guard.get_by_text(verdict, exact=True)).to_be_visible()
        expect(guard.get_by_role("button", name="登记开工")).to_have_count(0)
        guard.get_by_role("button", name="扫下一张").click()

    guard.goto(f"{office.url}/scan")
    scan_for(guard, worker, guard.get_by_role("link", name="在“装修”里打开")).click()
    expect(guard.get_by_text("有效", exact=True)).to_be_visible()
    sheet = begin(guard, "登记开工")
    sheet.get_by_role("button", name="吴师傅").click()
    keep(guard, sheet)
    office.comes_to("in_progress")


def _visit_offline(site: Page, office: Office, worker: str, permit: str) -> None:
    """Without a network: the permit is scanned, mortar found in the drain, stopped, and the notice signed for."""
    site.evaluate("navigator.serviceWorker.ready.then(() => true)")
    site.reload()
    _open(site)
    expect(site.get_by_role("button", name="装修巡查")).to_be_visible()
    site.context.set_offline(True)
    site.goto(f"{office.url}/renovation/scan")
    scan(site, permit)
    site.get_by_role("button", name="装修巡查").click()
    _look_around(site, office, worker)
    site.get_by_role("button", name="保存巡查").click()
    sheet = site.get_by_role("dialog")
    choose(sheet, "已当场制止", "装修负责人")
    sign(site, sheet)
    sheet.get_by_role("button", name="开单并保存巡查").click()
    expect(site.get_by_text("今天已巡")).to_be_visible()
    assert office.session.query(SiteVisitRow).count() == 0

    site.context.set_offline(False)
    site.goto(f"{office.url}/renovation")
    office.wait_for(lambda: office.session.query(SiteNotice).count() == 1)
    visit, notice = office.session.query(SiteVisitRow).one(), office.session.query(SiteNotice).one()
    assert (visit.stage, notice.items) == ("masonry", ["RN-05"])
    assert [one["code"] for one in visit.remarks] == ["renovation.pass_not_valid"]
    assert [one["verdict"] for one in visit.said["passesChecked"]] == ["valid", "not_this_unit"]


def _look_around(site: Page, office: Office, worker: str) -> None:
    """Everything is as it should be but the drain; of two workers one belongs next door."""
    site.get_by_role("button", name="泥瓦").click()
    site.get_by_role("button", name="扫出入证").click()
    for code, verdict in ((worker, "有效"), (office.expired, "不是这一户")):
        scan(site, code)
        expect(site.get_by_label("在场人员").get_by_text(verdict)).to_be_attached()
        site.wait_for_timeout(2100)  # a scanner rests as long before it takes the next code
    site.get_by_role("button", name="关闭").click()
    for item in ITEMS:
        if item != "RN-05":
            site.locator(f"#item-{item} .answers__normal").click()
    drain = site.locator("#item-RN-05")
    drain.get_by_role("button", name="异常").click()
    drain.locator(".abnormal__choices button").first.click()
    drain.locator(".spots button").first.click()
    photograph(site, drain, "拍照")
    drain.locator(".abnormal__acts button").last.click()
    site.get_by_role("textbox", name="看到了什么").fill("客卫墙砖贴到 1.2 米，地漏没有保护")


def _rectify(desk: Page, site: Page, office: Office) -> None:
    """The customer says that it is put right; the steward looks."""
    do(desk, "登记已整改")
    site.goto(f"{office.url}/renovation/{office.case().id}")
    sheet = begin(site, "现场验证")
    choose(sheet, "合格")
    write(sheet, "备注", "地漏已清通，加了盖")
    photograph(site, sheet, "拍照")
    keep(site, sheet)
    office.wait_for(lambda: office.session.query(SiteNotice).one().state == "verified")


def _accept(desk: Page, office: Office) -> None:
    """No acceptance before the pass is back; then 30 days of observation begin."""
    desk.reload()
    expect(desk.get_by_text("整改合格")).to_be_visible()
    do(desk, "报竣工")
    office.comes_to("completion_reported")
    desk.get_by_text("施工人员 · 1 人").click()
    do(desk, "收回出入证")
    _judge(desk, "初验", "与方案一致")
    case = office.comes_to("observation")
    assert case.accepted_on is not None
    assert case.recheck_on == case.accepted_on + timedelta(days=30)


def _judge(desk: Page, act: str, note: str) -> None:
    sheet = begin(desk, act)
    for normal in sheet.get_by_role("button", name="正常", exact=True).all():
        normal.click()
    choose(sheet, "合格")
    write(sheet, "备注", note)
    write(sheet, "工程部", ENGINEER.name)
    sign(desk, sheet)
    keep(desk, sheet)


def _recheck(desk: Page, office: Office) -> None:
    """On day 30 it is looked at again; the deposit is not to be had before."""
    _open(desk)
    expect(desk.get_by_text("待复验").first).to_be_visible()
    _judge(desk, "复验", "无渗漏、无堵塞")
    office.comes_to("refund_due")


def _refund(cashier: Page, office: Office) -> None:
    _open(cashier)
    paid_at = cashier.evaluate("new Date().toISOString().slice(0, 16)")
    do(cashier, "退还押金", 收据号="TK-0001", 时间=paid_at)
    office.comes_to("closed")


def _file(boss: Page, office: Office, folder: Path) -> None:
    """The bundle goes into the owner's file; as paper it shows all that happened."""
    _open(boss)
    do(boss, "归档")
    office.wait_for(lambda: office.case().filed is not None)
    with boss.context.expect_page() as opened:
        boss.get_by_role("link", name="装修档案").click()
    answered = boss.context.request.get(opened.value.url)
    path = folder / "archive.pdf"
    path.write_bytes(answered.body())
    _looks_whole(path)


def _looks_whole(path: Path) -> None:
    """Every page has ink on it, and the words of the story stand there."""
    document = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    for words in ("望江装饰", "何建国", "防水做到 1.8 米", "地漏已清通", "无渗漏、无堵塞", "TK-0001"):
        assert words in text, words
    for page in document:
        picture = page.render(scale=2).to_pil().convert("L")
        dark = sum(picture.histogram()[:128])
        assert dark > 1000
