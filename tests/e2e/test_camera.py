"""The camera where it is hardest: in the dark, forbidden, missing, with many lenses; there is always a way on."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import qrcode
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Playwright, ViewportSize, expect
from qrcode.image.pil import PilImage

from tests.e2e import browser, device, estate, yard
from tests.e2e.clip import FRAME
from tests.e2e.device import Lens, asked, opened, wall_with
from tests.e2e.server import Server
from tests.e2e.yard import PLACE, STEWARD, Yard

pytestmark = pytest.mark.e2e

FAKE = "--use-fake-device-for-media-stream"
MAIN, WIDE, FRONT = "camera2 0, facing back", "camera2 2, facing back", "camera2 1, facing front"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served for all tests here."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@pytest.fixture
def handset(playwright: Playwright) -> Iterator[BrowserContext]:
    """Answer a phone whose devices are still to be given; nobody is signed in."""
    with browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as context:
        yield context


def _label(home: Yard) -> Image.Image:
    text = f"HTTPS://ROUNDS.CN/T/{home.codes.hung}"
    return qrcode.make(text, image_factory=PilImage, border=4).get_image().convert("RGB")


def _scanner(handset: BrowserContext, home: Yard) -> Page:
    """Sign in and open the scanner."""
    page = handset.new_page()
    estate.sign_in(page, home.url, STEWARD)
    expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
    page.goto(f"{home.url}/scan")
    return page


def _sheet_opens(page: Page) -> None:
    page.wait_for_url("**/visit/**", timeout=20_000)
    expect(page.get_by_text(PLACE).first).to_be_visible()


def _type_code(page: Page, home: Yard, why: str) -> None:
    page.get_by_role("button", name="输入编码").click()
    page.get_by_role("textbox").fill(home.codes.hung)
    page.get_by_role("button", name=why).click()
    page.get_by_role("button", name="打开这张标签").click()


# ---- in the dark ----


def test_in_the_dark_the_torch_lights_by_itself_and_the_label_is_read(handset: BrowserContext, home: Yard) -> None:
    device.give(handset, Lens(picture=wall_with(_label(home)), dark=True))

    page = _scanner(handset, home)

    _sheet_opens(page)
    assert any(wish.get("torch") for wish in asked(page))
    assert page.evaluate("device.open") == 0  # torch and lens rest while the sheet is filled in


@pytest.mark.slow
def test_who_puts_the_torch_out_has_the_last_word(handset: BrowserContext, home: Yard) -> None:
    device.give(handset, Lens(picture=wall_with(), dark=True))
    page = _scanner(handset, home)

    page.get_by_role("button", name="手电已开").click(timeout=20_000)

    expect(page.get_by_text("太暗了。开手电再扫")).to_be_visible()
    expect(page.get_by_role("button", name="开手电")).to_be_visible()
    assert asked(page)[-1]["torch"] is False


def test_in_the_dark_without_a_torch_it_is_said_and_the_typed_code_leads_on(
    playwright: Playwright, home: Yard, tmp_path: Path
) -> None:
    clip = tmp_path / "dark.mjpeg"
    clip.write_bytes(device.encoded(Image.new("RGB", FRAME, (9, 9, 11)), "JPEG") * 30)
    with browser.phone(playwright, tmp_path / "phone", clip) as phone:
        page = _scanner(phone, home)

        expect(page.get_by_text("太暗了。靠近灯光，或输入 12 位编码")).to_be_visible(timeout=20_000)
        expect(page.get_by_role("button", name="没有手电")).to_be_disabled()

        _type_code(page, home, "太暗")
        _sheet_opens(page)


# ---- forbidden, missing ----


def test_a_forbidden_camera_is_told_and_opens_once_it_is_allowed(playwright: Playwright, home: Yard) -> None:
    with browser.chromium(*_phone(playwright), camera=(FAKE,)) as phone:
        page = _scanner(phone, home)
        expect(page.get_by_role("alert")).to_contain_text("没有相机权限")
        page.get_by_role("button", name="再试一次").click()
        expect(page.get_by_role("alert")).to_contain_text("没有相机权限")

        phone.grant_permissions(["camera"], origin=home.url)

        expect(page.get_by_role("alert")).to_have_count(0)
        expect(page.get_by_text("对准标签上的码")).to_be_visible()


@pytest.mark.slow
def test_with_a_forbidden_camera_a_photo_of_the_label_is_read(playwright: Playwright, home: Yard) -> None:
    with browser.chromium(*_phone(playwright), camera=(FAKE, "--use-fake-ui-for-media-stream=deny")) as phone:
        page = _scanner(phone, home)
        expect(page.get_by_role("alert")).to_contain_text("到浏览器的网站设置里允许相机，再试一次")

        photo = page.locator("input[type=file]")
        photo.set_input_files({"name": "wall.png", "mimeType": "image/png", "buffer": _photo(None)})
        expect(page.get_by_text("照片里没有认出码")).to_be_visible()
        photo.set_input_files({"name": "label.png", "mimeType": "image/png", "buffer": _photo(_label(home))})

        _sheet_opens(page)


def test_without_a_camera_the_typed_code_leads_on(playwright: Playwright, home: Yard) -> None:
    with browser.chromium(*_phone(playwright)) as phone:
        page = _scanner(phone, home)

        expect(page.get_by_role("alert")).to_contain_text("这台设备没有相机")
        expect(page.get_by_role("button", name="没有手电")).to_be_disabled()
        _type_code(page, home, "相机坏了")

        _sheet_opens(page)


# ---- several lenses ----


def test_of_two_cameras_the_other_one_is_a_touch_away_and_stays_chosen(
    playwright: Playwright, home: Yard, tmp_path: Path
) -> None:
    with browser.phone(playwright, tmp_path / "phone", cameras=2) as phone:
        page = _scanner(phone, home)
        first = _lens(page)
        page.get_by_role("button", name="换镜头").click()
        other = _lens(page, after=first)
    with browser.phone(playwright, tmp_path / "phone", cameras=2) as phone:
        page = phone.new_page()
        page.goto(f"{home.url}/scan")

        assert _lens(page) == other


@pytest.mark.slow
def test_the_main_lens_is_taken_whatever_the_browser_takes(handset: BrowserContext, home: Yard) -> None:
    blind = wall_with()
    lenses = (Lens(FRONT, blind), Lens(WIDE, blind, first=True), Lens(MAIN, wall_with(_label(home))))
    device.give(handset, *lenses)

    page = _scanner(handset, home)

    _sheet_opens(page)
    assert opened(page) == [WIDE, MAIN]  # which lenses there are was told only then
    page.goto(f"{home.url}/scan")
    _sheet_opens(page)
    assert opened(page) == [MAIN]


# ---- focus, zoom, tags ----


@pytest.mark.slow
def test_the_camera_keeps_focusing_zooms_itself_and_focuses_where_it_is_touched(
    handset: BrowserContext, home: Yard
) -> None:
    device.give(handset, Lens(picture=wall_with()))
    page = _scanner(handset, home)
    expect(page.get_by_text("对准标签上的码")).to_be_visible(timeout=20_000)
    assert asked(page)[-1] == {"focusMode": "continuous", "torch": False, "zoom": 1}

    page.get_by_role("button", name="2×").click()
    page.mouse.click(195, 200)

    expect(page.locator(".scan-picture__ring")).to_be_visible()
    zoomed, focused = asked(page)[-2:]
    assert zoomed["zoom"] == 2
    assert (focused["focusMode"], focused["zoom"]) == ("single-shot", 2)
    assert focused["pointsOfInterest"][0]["x"] == pytest.approx(0.5, abs=0.01)


@pytest.mark.slow
def test_a_lens_that_cannot_focus_on_a_point_shows_no_ring(handset: BrowserContext, home: Yard) -> None:
    device.give(handset, replace(Lens(picture=wall_with()), can={}))
    page = _scanner(handset, home)
    expect(page.get_by_text("对准标签上的码")).to_be_visible(timeout=20_000)

    page.mouse.click(195, 200)

    expect(page.locator(".scan-picture__ring")).to_have_count(0)
    assert asked(page) == []


@pytest.mark.slow
def test_a_tag_held_to_the_phone_opens_the_sheet_of_its_label(handset: BrowserContext, home: Yard) -> None:
    device.give(handset, Lens(picture=wall_with()))
    page = _scanner(handset, home)

    page.get_by_role("button", name="感应").click()
    expect(page.get_by_text("对准标签上的码，或把手机背面贴近标签")).to_be_visible(timeout=20_000)
    page.evaluate("address => device.hold(address)", f"https://rounds.cn/t/{home.codes.hung.lower()}")

    _sheet_opens(page)


# ---- photos ----


@pytest.mark.slow
def test_the_photo_after_is_taken_through_the_one_before(handset: BrowserContext, home: Yard) -> None:
    device.give(handset, Lens(picture=wall_with(_label(home))))
    page = _scanner(handset, home)
    _sheet_opens(page)
    card = page.locator("#item-ST-09")
    card.get_by_role("button", name="异常").click()
    card.get_by_role("button", name="堆放杂物").click()
    card.get_by_label("具体位置").fill("防火门外")
    card.get_by_role("button", name="拍照").first.click()
    expect(page.get_by_label("处理前")).to_have_count(0)
    _shoot(page)
    card.get_by_role("button", name="当场处理").click()

    card.get_by_role("button", name="拍处理后").click()

    ghost = page.locator(".ghost-picture img")
    expect(ghost).to_have_css("opacity", "0.5")
    page.get_by_label("处理前").fill("0")
    expect(ghost).to_have_css("opacity", "0")
    _shoot(page)


def _shoot(page: Page) -> None:
    page.get_by_role("button", name="拍一张", exact=True).click()
    page.get_by_role("button", name="拍好 1 张").click()


def _lens(page: Page, after: str = "") -> str:
    """Wait for a picture, of another lens than `after`, and answer what its lens is called."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        label = page.evaluate("document.querySelector('video')?.srcObject?.getVideoTracks()[0]?.label ?? ''")
        if label not in {"", after}:
            return str(label)
        page.wait_for_timeout(100)
    raise AssertionError("no picture")


def _photo(label: Image.Image | None) -> bytes:
    return device.encoded(device.wall(label), "PNG")


def _phone(playwright: Playwright) -> tuple[Playwright, ViewportSize, str, str]:
    return playwright, browser.PHONE, "zh-Hans", "light"
