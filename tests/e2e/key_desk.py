"""A key desk to test at: an estate with sets of keys, whose clock a test may turn, and hands that count and sign."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import qrcode
from PIL import Image
from playwright.sync_api import BrowserContext, Page, Playwright, expect
from qrcode.image.pil import PilImage
from sqlalchemy.orm import Session

from tests import make
from tests.e2e import browser, dial, estate
from tests.e2e.clip import make_clip
from tests.e2e.estate import PASSWORD, STEWARD, SUPERVISOR, Somebody
from tests.e2e.server import Server
from tests.make.phones import example
from webapp.config import Settings
from webapp.core.actor import Role
from webapp.core.db import db
from webapp.core.ids import new_id
from webapp.domains.keys.models import KeyLoan, KeySet
from webapp.factory import create_app
from webapp.ground.estates.models import Estate
from webapp.ground.labels.code import new_code
from webapp.ground.labels.models import LabelRow
from webapp.ground.people.models import Person
from webapp.ground.places.models import Unit

COLLEAGUE, BORROWER = Somebody("zhou", "周启明"), Somebody("wu", "吴建国")
STAFF = (
    (STEWARD, Role.STEWARD),
    (COLLEAGUE, Role.STEWARD),
    (SUPERVISOR, Role.SUPERVISOR),
    (BORROWER, Role.ENGINEER),
)
# Held for the developer, and entrusted by its owner.
KEY_NO, ENTRUSTED = "K-0421", "K-0301"
ITEMS = [{"kind": "front_door", "label": "", "count": 2}, {"kind": "mailbox", "label": "", "count": 1}]


@dataclass(frozen=True)
class Desk:
    """A served estate with two sets of keys in a unit; the codes of the tag of KEY_NO and of the borrower's badge.

    keeper  the steward's own connection, for what nobody looks at
    """

    server: Server
    tag: str
    badge: str
    session: Session
    keeper: make.KeyPhone
    unit: Unit
    borrower: UUID

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.server.url

    def states(self, key_no: str = KEY_NO) -> tuple[str, ...]:
        """Answer how a set stands in the store, and its loans in the order in which they came."""
        self.session.rollback()
        key_set = self.session.query(KeySet).filter_by(key_no=key_no).one()
        loans = self.session.query(KeyLoan).filter_by(key_set_id=key_set.id).order_by(KeyLoan.id)
        return key_set.state.value, *(loan.state.value for loan in loans)

    def comes_to(self, page: Page, *states: str, key_no: str = KEY_NO) -> None:
        """Wait until a set and its loans stand so: what a phone shows already may still be on its way."""
        until = time.monotonic() + 10
        while self.states(key_no) != states and time.monotonic() < until:
            page.wait_for_timeout(100)
        assert self.states(key_no) == states

    def keeps_id(self) -> bool:
        """Say whether an ID lies in the office."""
        self.session.rollback()
        return self.session.query(KeyLoan).filter_by(id_kept=True).count() > 0

    def let_pass(self, ahead: timedelta, *pages: Page) -> None:
        """Let it be later, for the house and on every phone; pages open the cabinet again."""
        for page in pages:
            # Open while clocks are turned, it would take the server's for its own clock's error.
            page.goto("about:blank")
        dial.turn(self.server.data, ahead)
        for page in pages:
            page.context.add_init_script(dial.script(ahead))
            page.goto(f"{self.url}/keys")


@contextmanager
def served(folder: Path) -> Iterator[Desk]:
    """Set the key desk up in `folder` and serve it."""
    server = Server(folder, app="tests.e2e.moved:app", worker="tests.e2e.moved.huey")
    server.run("db", "upgrade")
    dial.turn(folder, timedelta())
    app = create_app(Settings.from_environment(server.environment))
    try:
        with app.app_context():
            session = db.session()
            home = make.estate(session)
            people = {who: _employed(session, home, who, role) for who, role in STAFF}
            keeper = make.KeyPhone(make.browser(app, people[STEWARD], password=PASSWORD), home.id)
            unit = make.unit(session, make.stairwell(session, make.building(session, home)))
            first, _ = (_registered(keeper, unit, key_no) for key_no in (KEY_NO, ENTRUSTED))
            tag = _hung(session, home.id, "key_set", first)
            badge = _hung(session, home.id, "person", people[BORROWER].id)
            server.start()
            yield Desk(server, tag, badge, session, keeper, unit, people[BORROWER].id)
            db.session.remove()
            db.engine.dispose()
    finally:
        server.kill()
        app.extensions["rounds.jobs"].close()


def _employed(session: Session, home: Estate, who: Somebody, role: Role) -> Person:
    return make.person(session, home, role=role, login=who.login, name=who.name, password=PASSWORD)


def _registered(keeper: make.KeyPhone, unit: Unit, key_no: str) -> UUID:
    whole = example("keys.register")["body"]
    entrusted = {name: whole[name] for name in ("custodyKind", "mandate", "private", "ownerName")}
    fields = entrusted if key_no == ENTRUSTED else {}
    body = make.key_set_body(unit, **fields, keyNo=key_no, items=ITEMS)
    answered = keeper.do("register", {**body, "photos": []})
    assert answered["outcome"] == "applied", answered
    return UUID(body["keySetId"])


def _hung(session: Session, estate_id: UUID, kind: str, target: UUID) -> str:
    """Make the label of a set's tag or of a badge, and answer its code."""
    at = {"target_kind": kind, "target_id": target, "generation": 1, "made_at": make.NOON, "hung_at": make.NOON}
    made = LabelRow(estate_id=estate_id, id=new_id(), code=new_code(), **at)
    session.add(made)
    session.commit()
    return made.code


@contextmanager
def keeper_s_phone(playwright: Playwright, desk: Desk, folder: Path) -> Iterator[Page]:
    """Give the steward's phone at the cabinet; before its camera tag and badge are held in turn."""
    held = make_clip([_label(desk.tag), _label(desk.badge)], folder / "clip.mjpeg", module_px=5, seconds=2)
    with browser.phone(playwright, folder / "phone", held) as handset:
        page = handset.pages[0]
        estate.sign_in(page, desk.url, STEWARD)
        yield at_the_cabinet(page, desk)


def sit_down(context: BrowserContext, desk: Desk, who: Somebody) -> Page:
    """Sign somebody in in another browser, at the cabinet."""
    context.add_init_script(dial.script(dial.ahead(desk.server.data)))
    page = context.new_page()
    estate.sign_in(page, desk.url, who)
    return at_the_cabinet(page, desk)


def at_the_cabinet(page: Page, desk: Desk) -> Page:
    """Open the cabinet, and answer it when the keys hang there."""
    page.goto(f"{desk.url}/keys")
    expect(page.get_by_role("link", name=KEY_NO)).to_be_visible(timeout=20_000)
    return page


def _label(code: str) -> Image.Image:
    made = qrcode.make(f"HTTPS://ROUNDS.CN/T/{code}", image_factory=PilImage, border=4)
    return made.get_image().convert("RGB")


def sign(page: Page) -> None:
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


def sign_below(page: Page) -> None:
    """Go to where is signed, and sign."""
    page.get_by_role("img", name="请在框内签名").scroll_into_view_if_needed()
    sign(page)


def count(page: Page) -> None:
    """Count each kind of key of the set that is lent."""
    for item in ("大门", "信箱"):
        page.get_by_role("button", name=item).click()


def come_back_short(page: Page, key_no: str) -> None:
    """Take a set back of which the mailbox key is missing."""
    page.get_by_role("button", name="大门 应").click()
    page.get_by_role("button", name="信箱少一把").click()
    page.get_by_label("经过").fill("信箱钥匙留在了现场")
    sign_below(page)
    page.get_by_role("button", name="收下，少 1 把").click()
    expect(page.get_by_text("已登记").or_(page.get_by_text("JY-"))).to_be_visible(timeout=10_000)
    page.get_by_role("link", name="回钥匙柜").click()
    page.get_by_role("link", name=key_no).click()
    expect(page.get_by_role("region", name="备忘录")).to_contain_text("缺数")


def agree_and_settle(page: Page, key_no: str, agreed_by: str, *, id_back: bool = False) -> None:
    """Let the supervisor note the consent of whose keys they are, and end the incident with a copy."""
    page.get_by_role("link", name=key_no).click()
    page.get_by_role("button", name="记对方同意").click()
    sheet = page.get_by_role("dialog")
    sheet.get_by_label(agreed_by).fill("何建国")
    sheet.locator("button[type=submit]").click()
    expect(sheet).to_have_count(0)
    expect(page.get_by_role("region", name="备忘录")).to_contain_text("已同意")
    page.get_by_role("button", name="了结备忘录").click()
    page.get_by_role("button", name="补配", exact=True).click()
    page.get_by_label("处理结果").fill("补配信箱钥匙一把，试开正常")
    if id_back:
        page.get_by_role("button", name="证件已当面归还").click()
    sign_below(page)
    sheet.locator("button[type=submit]").click()
    expect(page.get_by_role("region", name="备忘录")).to_have_count(0, timeout=10_000)
