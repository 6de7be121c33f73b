"""What goes wrong on a wall, in a hand and in a phone: the app says what to do, and nothing typed or taken is lost."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import qrcode
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from qrcode.image.pil import PilImage

from tests.e2e import browser, estate, yard
from tests.e2e.clip import make_clip
from tests.e2e.estate import Somebody
from tests.e2e.server import Server
from tests.e2e.sheet import ITEMS, answer_normal, fill_and_save, observe, open_by_link, save
from tests.e2e.yard import ELSEWHERE, IN_BOTH, OTHER, PLACE, STEWARD, SUPERVISOR, Yard
from webapp.ground.labels.code import new_code

pytestmark = pytest.mark.e2e

DAY_MS = 86_400_000
# What a browser does once the disk is full: no write gets through, with the error it names it by.
FULL = """
  globalThis.phoneIsFull = false
  for (const name of ['add', 'put']) {
    const write = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (...row) {
      if (phoneIsFull) throw new DOMException('no space', 'QuotaExceededError')
      return write.apply(this, row)
    }
  }
"""
WECHAT = "https://u.wechat.com/MCq9d_gLGVcJ3mDhWvYz1bA"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate with a label of every kind, served for all tests here."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@pytest.fixture
def handset(playwright: Playwright, home: Yard) -> Iterator[BrowserContext]:
    """Answer a phone without a camera; nobody is signed in."""
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as context:
        yield context


@pytest.fixture(scope="module")
def page(playwright: Playwright, home: Yard) -> Iterator[Page]:
    """Answer the page of one phone for all that leaves it as it was, the steward signed in."""
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as context:
        yield _signed_in(context, home)


def _signed_in(handset: BrowserContext, home: Yard, somebody: Somebody = STEWARD) -> Page:
    page = handset.new_page()
    estate.sign_in(page, home.url, somebody)
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
    return page


def _type_code(page: Page, home: Yard, code: str) -> None:
    page.goto(f"{home.url}/scan")
    page.get_by_role("button", name="输入编码").click()
    page.get_by_role("textbox").fill(code)
    page.get_by_role("button", name="标签破损").click()
    page.get_by_role("button", name="打开这张标签").click()


def _code_of(text: str) -> Image.Image:
    return qrcode.make(text, image_factory=PilImage, border=4).get_image().convert("RGB")


def _mistyped(code: str) -> str:
    """Answer a code with its last character wrong."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


# ---- labels ----


def test_codes_that_are_none_of_ours_are_told_and_the_way_by_hand_stays_open(
    playwright: Playwright, home: Yard, tmp_path: Path
) -> None:
    printed_wrong = f"HTTPS://ROUNDS.CN/T/{_mistyped(home.codes.hung)}"
    clip = make_clip([_code_of(WECHAT), _code_of(printed_wrong)], tmp_path / "clip.mjpeg", module_px=6, seconds=3)
    with browser.phone(playwright, tmp_path / "phone", clip) as handset:
        page = _signed_in(handset, home)
        page.goto(f"{home.url}/scan")

        expect(page.get_by_text("这不是巡管家的标签。扫墙上的标签，或输入 12 位编码")).to_be_visible(timeout=20_000)
        expect(page.get_by_text("标签上的码印坏了。输入下面印的 12 位编码")).to_be_visible(timeout=20_000)

        expect(page.get_by_role("button", name="选巡查点")).to_be_enabled()
        _type_code(page, home, home.codes.hung)
        expect(page.get_by_text(PLACE).first).to_be_visible()


def test_a_mistyped_code_keeps_what_was_typed_and_says_so(page: Page, home: Yard) -> None:
    wrong = _mistyped(home.codes.hung)

    _type_code(page, home, wrong)

    expect(page.get_by_text("编码对不上，有一位输错了。对照标签再看一遍")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_value(f"{wrong[:4]} {wrong[4:8]} {wrong[8:]}")
    page.get_by_role("textbox").fill(home.codes.hung)
    page.get_by_role("button", name="打开这张标签").click()
    before = home.visits()
    fill_and_save(page)
    assert home.arrived(before)["scan_method"] == "typed"


@pytest.mark.parametrize("foreign", [False, True], ids=["of nobody", "of a foreign estate"])
def test_an_unknown_code_goes_along_with_the_place_picked_from_the_list(page: Page, home: Yard, foreign: bool) -> None:
    code = home.codes.of_other if foreign else new_code()
    _type_code(page, home, code)

    expect(page.get_by_role("dialog", name="本机没有这张标签")).to_be_visible()
    expect(page.get_by_role("button", name="再扫一次")).to_be_visible()
    page.get_by_role("button", name="从列表选巡查点").click()
    page.get_by_role("button", name=PLACE).click()
    before = home.visits()
    fill_and_save(page)

    visit = home.arrived(before)
    assert (visit["place_name"], visit["label"]) == (PLACE, code)
    assert {"patrols.label_unknown", "patrols.not_scanned"} <= set(visit["codes"])


def test_a_revoked_label_can_be_recorded_all_the_same_and_the_supervisor_sees_it(page: Page, home: Yard) -> None:
    _type_code(page, home, home.codes.revoked)

    expect(page.get_by_role("dialog", name="这张标签已作废")).to_contain_text(f"{PLACE}的标签")
    expect(page.get_by_role("button", name="再扫一次")).to_be_visible()
    page.get_by_role("button", name="就在这里，照样记录").click()
    before = home.visits()
    fill_and_save(page)

    assert "patrols.label_revoked" in home.arrived(before)["codes"]


def test_a_label_of_another_estate_of_ones_own_names_it_and_leads_there(handset: BrowserContext, home: Yard) -> None:
    page = _signed_in(handset, home, IN_BOTH)
    expect(page.locator(".sync-pill__note")).to_be_visible(timeout=20_000)  # what the other estate holds has come too
    _type_code(page, home, home.codes.of_other)

    expect(page.get_by_role("dialog", name=f"这是{OTHER}的标签")).to_be_visible()
    expect(page.get_by_role("button", name="再扫一次")).to_be_visible()
    with page.expect_event("load"):  # the app begins anew in the other estate
        page.get_by_role("button", name=f"换到{OTHER}").click()
    _type_code(page, home, home.codes.of_other)
    page.wait_for_url("**/visit/**")


def test_a_label_outside_the_round_becomes_an_extra_visit(page: Page, home: Yard) -> None:
    open_by_link(page, home.url, home.codes.off_route)

    expect(page.get_by_text("临时巡查").first).to_be_visible()
    before = home.visits()
    fill_and_save(page)

    visit = home.arrived(before)
    assert (visit["place_name"], visit["scan_method"]) == (ELSEWHERE, "link")


# ---- session, clock ----


def test_a_session_that_ends_in_mid_sheet_loses_nothing(handset: BrowserContext, home: Yard) -> None:
    page = _signed_in(handset, home)
    open_by_link(page, home.url, home.codes.hung)
    answer_normal(page, ITEMS[:6])
    before = home.visits()

    home.let_sign_ins_lapse()
    answer_normal(page, ITEMS[6:])
    observe(page, "登录过期时写的话")
    save(page)

    expect(page.get_by_text("登录已过期，记录照常保存").first).to_be_visible(timeout=20_000)
    home.arrived(before)
    page.get_by_role("link", name="登录").click()
    page.locator("input[autocomplete=current-password]").fill(STEWARD.password)
    page.locator("button[type=submit]").click()
    page.wait_for_url(lambda address: not address.endswith("/sign-in"))
    expect(page.get_by_text("登录已过期")).to_have_count(0)


@pytest.mark.parametrize(("by_days", "word"), [(1, "快"), (-1, "慢")], ids=["ahead", "behind"])
def test_a_phone_clock_a_day_off_is_put_right_and_shown(
    handset: BrowserContext, home: Yard, by_days: int, word: str
) -> None:
    handset.add_init_script(_shifted(by_days * DAY_MS))
    page = _signed_in(handset, home)
    open_by_link(page, home.url, home.codes.hung)
    expect(page.get_by_text("第 1 轮").first).to_be_visible()
    before = home.visits()
    fill_and_save(page)

    visit = home.arrived(before)
    scanned, received, phone = (_moment(visit[name]) for name in ("scanned_at", "received_at", "phone_scanned_at"))
    assert abs(scanned - received) < timedelta(minutes=1)
    assert abs(phone - scanned - timedelta(days=by_days)) < timedelta(minutes=1)
    assert "patrols.clock_off" in visit["codes"]
    assert {"patrols.unknown_round", "patrols.before_window"}.isdisjoint(visit["codes"])
    estate.sign_in(page, home.url, SUPERVISOR)
    page.goto(f"{home.url}/desk/visits/{visit['id']}")
    expect(page.get_by_text("手机时间不准，差 5 分以上")).to_be_visible()
    expect(page.get_by_text(re.compile(f"{word} (23 小时|1 天)"))).to_be_visible()


def _shifted(by_ms: int) -> str:
    """Answer a script that makes the page believe in another time."""
    return f"""(() => {{
      const Real = Date
      class Shifted extends Real {{
        constructor(...parts) {{ parts.length ? super(...parts) : super(Shifted.now()) }}
        static now() {{ return Real.now() + {by_ms} }}
      }}
      globalThis.Date = Shifted
    }})()"""


def _moment(kept: str) -> datetime:
    return datetime.fromisoformat(kept)


# ---- the phone ----


def test_a_full_phone_says_so_and_keeps_the_sheet_until_there_is_room(handset: BrowserContext, home: Yard) -> None:
    handset.add_init_script(FULL)
    page = _signed_in(handset, home)
    open_by_link(page, home.url, home.codes.hung)
    answer_normal(page)
    before = home.visits()

    page.evaluate("phoneIsFull = true")
    observe(page, "手机满了也不能丢的话")
    page.get_by_role("button", name="保存本处").click()
    expect(page.get_by_text("没存进去，手机空间不够。清出 50 MB 再保存")).to_be_visible()
    expect(page.locator("#item-place textarea")).to_have_value("手机满了也不能丢的话")

    page.evaluate("phoneIsFull = false")
    save(page)
    home.arrived(before)
