"""Keys at the desk, with tag and badge before the camera: a loan at human pace, a short return, the incident it opens."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
import qrcode
from PIL import Image
from playwright.sync_api import Page, Playwright, expect
from qrcode.image.pil import PilImage
from sqlalchemy.orm import Session

from tests import make
from tests.e2e import browser, estate
from tests.e2e.clip import make_clip
from tests.e2e.estate import PASSWORD, STEWARD, SUPERVISOR
from tests.e2e.server import Server
from tests.e2e.thumb import Thumb
from webapp.config import Settings
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyLoan, KeySet
from webapp.factory import create_app
from webapp.ground.labels.code import new_code
from webapp.ground.labels.models import LabelRow

pytestmark = pytest.mark.e2e

KEY_NO, BORROWER = "K-0421", "吴建国"
ITEMS = [{"kind": "front_door", "label": "", "count": 2}, {"kind": "mailbox", "label": "", "count": 1}]
MOST_S = 15


@dataclass(frozen=True)
class Desk:
    """A served estate with one set of keys; the codes of its tag and of the borrower's badge."""

    url: str
    tag: str
    badge: str
    session: Session

    def states(self) -> tuple[str, str]:
        """Answer how the set and its only loan stand in the store."""
        self.session.rollback()
        key_set, loan = self.session.query(KeySet).one(), self.session.query(KeyLoan).one()
        return key_set.state.value, loan.state.value


@contextmanager
def _served(server: Server) -> Iterator[Desk]:
    server.run("db", "upgrade")
    app = create_app(Settings.from_environment(server.environment))
    try:
        with app.app_context():
            session = db.session()
            home = make.estate(session)
            steward, _, engineer = (
                make.person(session, home, role=role, login=login, name=name, password=PASSWORD)
                for login, name, role in (
                    (STEWARD.login, STEWARD.name, Role.STEWARD),
                    (SUPERVISOR.login, SUPERVISOR.name, Role.SUPERVISOR),
                    ("wu", BORROWER, Role.ENGINEER),
                )
            )
            unit = make.unit(session, make.stairwell(session, make.building(session, home)))
            body = make.key_set_body(unit, keyNo=KEY_NO, items=ITEMS)
            registered = make.KeyPhone(make.browser(app, steward, password=PASSWORD), home.id).do("register", body)
            assert registered["outcome"] == "applied", registered
            tag = _hung(session, home.id, "key_set", UUID(body["keySetId"]))
            badge = _hung(session, home.id, "person", engineer.id)
            desk = Desk(server.url, tag, badge, session)
            server.start()
            yield desk
            db.session.remove()
            db.engine.dispose()
    finally:
        server.kill()
        app.extensions["rounds.jobs"].close()


def _hung(session: Session, estate_id: UUID, kind: str, target: UUID) -> str:
    """Make the label of a set's tag or of a badge, and answer its code."""
    at = {"target_kind": kind, "target_id": target, "generation": 1, "made_at": make.NOON, "hung_at": make.NOON}
    made = LabelRow(estate_id=estate_id, id=new_id(), code=new_code(), **at)
    session.add(made)
    session.commit()
    return made.code


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Answer the key desk of a small estate, served."""
    with _served(Server(tmp_path_factory.mktemp("keys"))) as made:
        yield made


@pytest.fixture
def phone(playwright: Playwright, desk: Desk, tmp_path: Path) -> Iterator[Page]:
    """Answer the cabinet on a steward's phone, before whose camera tag and badge are held in turn."""
    held = make_clip([_label(desk.tag), _label(desk.badge)], tmp_path / "clip.mjpeg", module_px=5, seconds=2)
    with browser.phone(playwright, tmp_path / "phone", held) as handset:
        page = handset.pages[0]
        estate.sign_in(page, desk.url, STEWARD)
        page.goto(f"{desk.url}/keys")
        expect(page.get_by_role("link", name=KEY_NO)).to_be_visible(timeout=20_000)
        yield page


def _label(code: str) -> Image.Image:
    made = qrcode.make(f"HTTPS://ROUNDS.CN/T/{code}", image_factory=PilImage, border=4)
    return made.get_image().convert("RGB")


def _sign(page: Page) -> None:
    """Draw a signature with the finger, as fast as a person does."""
    pad = page.get_by_role("img", name="请在框内签名")
    expect(pad).to_be_in_viewport()
    box = pad.bounding_box()
    assert box
    page.mouse.move(box["x"] + 60, box["y"] + 40)
    page.mouse.down()
    for step in range(1, 9):
        page.mouse.move(box["x"] + 60 + 20 * step, box["y"] + 40 + 30 * (step % 2))
        page.wait_for_timeout(60)
    page.mouse.up()


def _lend(thumb: Thumb) -> None:
    page = thumb.page
    thumb.tap(page.get_by_role("link", name="扫钥匙牌"))
    for item in ("大门", "信箱"):
        thumb.tap(page.get_by_role("button", name=item))
    if page.get_by_text(BORROWER).count() == 0:  # the tag was seen first
        thumb.tap(page.get_by_role("button", name="扫工牌"))
    expect(page.get_by_text(BORROWER)).to_be_visible(timeout=10_000)
    thumb.see()
    _sign(page)
    thumb.tap(page.get_by_role("button", name="借出 3 把"))
    expect(page.get_by_text("JY-")).to_be_visible(timeout=10_000)


def _bring_back(thumb: Thumb) -> None:
    """Two of three keys come back."""
    page = thumb.page
    thumb.tap(page.get_by_role("link", name="扫下一套"))
    thumb.tap(page.get_by_role("button", name="大门 应"))
    thumb.tap(page.get_by_role("button", name="信箱少一把"))
    page.get_by_label("经过").fill("信箱钥匙留在了现场")
    page.get_by_role("img", name="请在框内签名").scroll_into_view_if_needed()
    _sign(page)
    thumb.tap(page.get_by_role("button", name="收下，少 1 把"))
    expect(page.get_by_text("已登记").or_(page.get_by_text("JY-"))).to_be_visible(timeout=10_000)


def test_keys_are_lent_by_two_scans_and_a_signature_and_a_short_return_opens_an_incident(
    phone: Page, desk: Desk
) -> None:
    thumb = Thumb(phone)
    _lend(thumb)
    thumb.stop()
    print(f"\nstaff loan: {thumb.taps} taps, {thumb.seconds:.1f} s")
    assert desk.states() == ("on_loan", "open")

    _bring_back(thumb)
    assert desk.states() == ("incident", "returned_short")
    phone.get_by_role("link", name="回钥匙柜").click()
    phone.get_by_role("link", name=KEY_NO).click()
    expect(phone.get_by_role("region", name="备忘录")).to_contain_text("缺数")
    expect(phone.get_by_role("button", name="了结备忘录").first).to_be_visible()

    assert thumb.seconds <= MOST_S
