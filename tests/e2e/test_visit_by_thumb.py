"""A whole visit as a person makes it with one thumb, from today's page to 已存在本机: how many taps, how many seconds."""

from collections.abc import Iterator

import pytest
import qrcode
from playwright.sync_api import Page, Playwright, expect
from qrcode.image.pil import PilImage

from tests.e2e import browser, estate, stairwell, yard
from tests.e2e.clip import make_clip
from tests.e2e.server import Server
from tests.e2e.thumb import Thumb
from tests.e2e.yard import PLACE, STEWARD, Yard

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(120)]

MOST_TAPS, MOST_S = 18, 20
ABNORMAL_MORE_S = 12


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@pytest.fixture(scope="module")
def today(playwright: Playwright, home: Yard, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Answer today's page on a phone held before the label of a stairwell, its app kept for offline use."""
    folder = tmp_path_factory.mktemp("thumb")
    label = qrcode.make(f"HTTPS://ROUNDS.CN/T/{home.codes.hung}", image_factory=PilImage).get_image().convert("RGB")
    clip = make_clip(label, folder / "clip.mjpeg", tilt_deg=20, blur_px=0.8, module_px=5, seconds=2)
    with browser.phone(playwright, folder / "phone", clip) as handset:
        page = handset.pages[0]
        estate.sign_in(page, home.url, STEWARD)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.reload()
        expect(page.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
        yield page


def _visit(page: Page, abnormal: str | None = None) -> Thumb:
    """Make a whole visit and go back to today's page."""
    thumb = Thumb(page)
    stairwell.visit(thumb, PLACE, abnormal)
    thumb.stop()
    return thumb


def test_a_visit_takes_no_more_taps_and_seconds_than_a_steward_has(today: Page) -> None:
    normal = _visit(today)
    abnormal = _visit(today, abnormal="ST-09")

    more = abnormal.seconds - normal.seconds
    print(f"\nstairwell, all normal: {normal.taps} taps, {normal.seconds:.1f} s")
    print(f"one abnormal item with photo: {abnormal.taps - normal.taps} taps and {more:.1f} s more")
    assert normal.taps <= MOST_TAPS
    assert normal.seconds <= MOST_S
    assert more <= ABNORMAL_MORE_S
