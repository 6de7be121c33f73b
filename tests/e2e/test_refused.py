"""A record that the server refuses is kept, seen by the supervisor, decided again, and its phone learns of it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Playwright, expect

from tests.e2e import browser, estate, yard
from tests.e2e.server import Server
from tests.e2e.sheet import fill_and_save, open_by_link
from tests.e2e.yard import ESTATE, OTHER, PLACE, STEWARD, SUPERVISOR, Yard

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Yard]:
    """Answer a small estate, served."""
    with yard.served(Server(tmp_path_factory.mktemp("yard"))) as made:
        yield made


@contextmanager
def _place_gone(home: Yard) -> Iterator[None]:
    """Let the place be one that this estate does not have, as after a mistake of the office."""
    belongs = "UPDATE places SET estate_id = (SELECT id FROM estates WHERE name = ?) WHERE name = ?"
    home.ask(belongs, OTHER, PLACE)
    yield
    home.ask(belongs, ESTATE, PLACE)


def test_a_supervisor_decides_a_refused_record_again_and_the_phone_learns_of_it(
    playwright: Playwright, home: Yard
) -> None:
    before = home.visits()
    with (
        browser.chromium(playwright, browser.PHONE, "zh-Hans", "light") as handset,
        browser.chromium(playwright, browser.TABLET, "zh-Hans", "light") as tablet,
    ):
        phone = handset.new_page()
        estate.sign_in(phone, home.url, STEWARD)
        expect(phone.get_by_text("1 栋楼内").first).to_be_visible(timeout=20_000)
        open_by_link(phone, home.url, home.codes.hung)
        with _place_gone(home):
            fill_and_save(phone)
            phone.goto(f"{home.url}/queue")
            expect(phone.get_by_text("未接受").first).to_be_visible(timeout=20_000)
        assert home.visits() == before

        desk = tablet.new_page()
        estate.sign_in(desk, home.url, SUPERVISOR)
        desk.goto(f"{home.url}/desk/refused")
        desk.get_by_role("button", name=STEWARD.name).click()
        desk.get_by_label("理由").fill("楼层资料改错了，已改回")
        desk.get_by_role("button", name="再判一次").click()
        home.arrived(before)

        phone.reload()
        expect(phone.get_by_text("未接受")).to_have_count(0, timeout=20_000)
    assert home.server.run("logbook", "verify").returncode == 0
