"""A half-filled sheet outlives its page: killed, turned on its side, with the largest letters; findings seen again."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import qrcode
from playwright.sync_api import BrowserContext, Locator, Page, Playwright, ViewportSize, expect
from qrcode.image.pil import PilImage
from sqlalchemy import select

from tests import make
from tests.e2e import browser, estate, yard
from tests.e2e.clip import make_clip
from tests.e2e.server import Server
from tests.e2e.sheet import ITEMS, answer_normal, observe, open_by_link, save
from tests.e2e.yard import PLACE, STEWARD, Yard
from tests.make.findings import finding_body
from webapp.core import clock
from webapp.core.db import db
from webapp.ground.estates.models import Estate
from webapp.ground.people.models import Person
from webapp.ground.places.models import Place

pytestmark = pytest.mark.e2e

LYING: ViewportSize = {"width": 844, "height": 390}
DRAFT = """async () => {
  const open = indexedDB.open('rounds')
  await new Promise((done) => (open.onsuccess = done))
  const rows = open.result.transaction('patrolDrafts').objectStore('patrolDrafts').getAll()
  await new Promise((done) => (rows.onsuccess = done))
  open.result.close()
  return rows.result[0]
}"""
LONG_EDGE = "async (img) => (await img.decode(), Math.max(img.naturalWidth, img.naturalHeight))"
# What stands on the screen and is cut: wider than its box, or than the window.
CUT = """() => [...document.querySelectorAll('.visit *')]
  .filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, .spots, svg'))
  .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible'
    || one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.className || one.tagName)"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answer what the camera sees: anything, for photos."""
    picture = qrcode.make("https://u.wechat.com/", image_factory=PilImage).get_image().convert("RGB")
    return make_clip(picture, tmp_path_factory.mktemp("clip") / "clip.mjpeg", seconds=0.5)


def _signed_in(handset: BrowserContext, home: Yard) -> Page:
    page = handset.pages[0] if handset.pages else handset.new_page()
    estate.sign_in(page, home.url, STEWARD)
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
    return page


def _shoot(page: Page) -> None:
    page.get_by_role("button", name="拍一张").click()
    page.get_by_role("button", name="拍好 1 张").click()


def _half_filled(page: Page, home: Yard) -> Locator:
    """Answer five items, half of a sixth with a photo, and say something of the place; answer the card of the sixth."""
    open_by_link(page, home.url, home.codes.hung)
    answer_normal(page, ITEMS[:5])
    card = page.locator("#item-ST-06")
    card.get_by_role("button", name="异常").click()
    card.get_by_role("button", name="过期").click()
    card.get_by_role("button", name="楼梯平台").click()
    card.get_by_label("编号").fill("M-0417")
    card.get_by_role("button", name="拍照").click()
    _shoot(page)
    expect(card.locator("img")).to_have_count(1)
    assert card.locator("img").evaluate(LONG_EDGE) <= 320, "rows of photos are stamps, or a sheet fills the memory"
    observe(page, "写到一半")
    return card


def _back_at_the_sheet(page: Page, home: Yard) -> None:
    """Open the app where it starts: at the sheet, or one tap from it when the browser had not yet noted its last page."""
    page.goto(home.url)
    page.wait_for_url(re.compile("/(visit/.+|today)$"))
    if page.url.endswith("/today"):
        page.get_by_text("没保存完").first.click()
        page.wait_for_url("**/visit/**")


def _is_as_it_was(page: Page) -> None:
    card = page.locator("#item-ST-06")
    expect(card.get_by_role("button", name="过期")).to_have_attribute("aria-pressed", "true")
    expect(card.get_by_label("具体位置")).to_have_value("楼梯平台")
    expect(card.get_by_label("编号")).to_have_value("M-0417")
    expect(card.locator("img")).to_have_count(1)
    expect(page.locator("#item-place textarea")).to_have_value("写到一半")
    expect(page.get_by_text("已查 5 / 13 项")).to_be_visible()


def _finish(page: Page, rest: Sequence[str]) -> None:
    card = page.locator("#item-ST-06")
    card.get_by_role("button", name="没有或看不到").click()
    card.get_by_role("button", name="上报工程部").click()
    answer_normal(page, rest)
    save(page)


def _answers_of(home: Yard, visit: dict[str, Any]) -> dict[str, Any]:
    ((answers,),) = home.ask("SELECT answers FROM patrol_visits WHERE id = ?", visit["id"].hex)
    return {answer["item"]: answer for answer in json.loads(answers)}


def test_a_killed_phone_comes_back_at_its_sheet_with_every_answer_photo_and_millisecond(
    playwright: Playwright, home: Yard, clip: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "phone"
    with browser.phone(playwright, profile, clip) as handset:
        page = _signed_in(handset, home)
        _half_filled(page, home)
        page.wait_for_timeout(300)
        before = page.evaluate(DRAFT)
        browser.kill(profile)
    browser.revive(profile)

    assert all(answer["ms"] > 0 for answer in before["answers"].values())
    with browser.phone(playwright, profile, clip) as handset:
        page = handset.pages[0]
        _back_at_the_sheet(page, home)
        assert page.url.endswith(before["id"])
        _is_as_it_was(page)
        after = page.evaluate(DRAFT)
        assert {**after, "position": None} == {**before, "position": None}
        visits = home.visits()
        _finish(page, ITEMS[6:])
        told = _answers_of(home, home.arrived(visits))
    assert {item: told[item]["ms"] for item in ITEMS[:6]} == {
        item: round(before["answers"][item]["ms"]) for item in ITEMS[:6]
    }


@pytest.mark.slow
def test_a_phone_turned_on_its_side_and_back_keeps_the_sheet_and_reaches_all_of_it(
    playwright: Playwright, home: Yard, clip: Path, tmp_path: Path
) -> None:
    with browser.phone(playwright, tmp_path / "phone", clip) as handset:
        page = _signed_in(handset, home)
        _half_filled(page, home)

        page.set_viewport_size(LYING)
        _is_as_it_was(page)
        page.locator("#item-ST-07 .answers__normal").tap()
        card = page.locator("#item-ST-08")
        expect(card.locator(".answers__normal")).to_be_in_viewport(ratio=1)
        expect(page.get_by_role("button", name="保存本处")).to_be_in_viewport(ratio=1)
        assert page.evaluate(CUT) == []

        page.set_viewport_size(browser.PHONE)
        page.wait_for_timeout(300)
        expect(page.get_by_text("已查 6 / 13 项")).to_be_visible()
        visits = home.visits()
        _finish(page, ITEMS[7:])
        home.arrived(visits)


@pytest.mark.slow
def test_with_letters_twice_as_large_nothing_is_cut_and_all_is_in_reach(
    playwright: Playwright, home: Yard, clip: Path, tmp_path: Path
) -> None:
    profile = tmp_path / "phone"
    (profile / "Default").mkdir(parents=True)
    large = {"webkit": {"webprefs": {"default_font_size": 32}}}
    (profile / "Default/Preferences").write_text(json.dumps(large))
    with browser.phone(playwright, profile, clip) as handset:
        page = _signed_in(handset, home)
        assert page.evaluate("getComputedStyle(document.body).fontSize") == "32px"
        _half_filled(page, home)
        assert page.evaluate(CUT) == []
        visits = home.visits()
        _finish(page, ITEMS[6:])
        home.arrived(visits)


def _report(home: Yard, *items: tuple[str, str, str]) -> None:
    """Report so many things at the place, as a colleague did yesterday."""
    at = clock.now() - timedelta(days=1)
    with home.app.app_context():
        session = db.session()
        place = session.scalars(select(Place).where(Place.name == PLACE)).one()
        person = session.scalars(select(Person).where(Person.login == STEWARD.login)).one()
        found = session.scalars(select(Estate).where(Estate.name == yard.ESTATE)).one()
        phone = make.Phone(make.browser(home.app, person, password=estate.PASSWORD), found.id, person.id)
        bodies = [
            finding_body(place, at, item=item, choice=choice, description=words, photos=[])
            for item, choice, words in items
        ]
        phone.push(*(phone.item("findings.report", body["findingId"], body, at=at, v=2) for body in bodies))
        db.session.remove()


def test_what_is_open_at_the_place_takes_one_tap_each_and_is_told_on_the_saved_visit(
    playwright: Playwright, home: Yard
) -> None:
    _report(home, ("ST-09", "piled", "纸箱 2 个"), ("ST-12", "litter", "地面有纸屑"))
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as handset:
        page = _signed_in(handset, home)
        open_by_link(page, home.url, home.codes.hung)

        piled, litter = (
            page.locator(".open-findings article", has_text=words) for words in ("纸箱 2 个", "地面有纸屑")
        )
        piled.get_by_role("button", name="仍存在").click()
        litter.get_by_role("button", name="已消除").click()
        expect(page.get_by_text("已查 2 / 13 项")).to_be_visible()
        answer_normal(page, [item for item in ITEMS if item not in ("ST-09", "ST-12")])
        visits = home.visits()
        save(page)
        home.arrived(visits)

        page.goto(f"{home.url}/today")
        page.locator("a[href^='/visits/']").first.click()
        seen = page.get_by_role("region", name="没解决的问题")
        expect(seen.get_by_role("listitem").filter(has_text="纸箱 2 个")).to_contain_text("仍存在")
        expect(seen.get_by_role("listitem").filter(has_text="地面有纸屑")).to_contain_text("已消除")

    assert home.ask("SELECT outcome FROM finding_sightings ORDER BY outcome") == [("gone",), ("still_there",)]
    ((reports,),) = home.ask("SELECT count(*) FROM findings WHERE item IN ('ST-09', 'ST-12')")
    assert reports == 2, "nothing is reported a second time"
