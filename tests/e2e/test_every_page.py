"""Every page, phone and tablet, three languages, both themes: axe finds nothing, nothing is cut at the side.

With ROUNDS_SHOTS=FOLDER each picture is kept there, to be looked at beside the mockups.
"""

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, Playwright

from tests.e2e import estate
from tests.e2e.browser import PHONE, TABLET, chromium
from tests.e2e.look import axe, cut
from tests.e2e.world import World

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(600)]

SHOTS = os.environ.get("ROUNDS_SHOTS")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
THEMES = ("light", "dark")
SIZES = {"phone": PHONE, "tablet": TABLET}
ABNORMAL = re.compile("异常|異常|Abnormal", re.IGNORECASE)
LEAVING = re.compile("办理离职|辦理離職|End their part")
THERE = "main h1, main video, main [role=status]"

Pages = Iterator[tuple[str, Page]]


def _stranger(page: Page, world: World) -> Pages:
    yield "sign-in", _opened(page, f"{world.url}/sign-in")
    yield "label", _opened(page, f"{world.url}/t/{world.code}")


def _steward(page: Page, world: World) -> Pages:
    estate.sign_in(page, world.url, world.somebody("steward"))
    for path in (
        "today",
        "findings",
        "scan",
        "queue",
        "rescue",
        "ready",
        "me",
        "me/pin",
        "me/password",
        "hand-over",
        "notices",
        "emergencies",
        "emergencies/new",
        "findings/home",
        "keys",
        "keys/loans",
        "keys/check",
        "keys/new",
        "keys/list",
        "keys/tags",
        "vacancy",
        "vacancy/building",
        "vacancy/office",
        "vacancy/list",
        "vacancy/care/new?task=SE-06",
        "vacancy/scan",
        f"vacancy/units/{UUID(world.vacant)}",
        f"vacancy/units/{UUID(world.vacant)}/card",
        "renovation",
        "renovation/new",
        "renovation/scan",
        "renovation/notices",
        "renovation/night",
        "nowhere",
    ):
        yield path.replace("/", "-"), _opened(page, f"{world.url}/{path}")
    yield "visit-done", _opened(page, f"{world.url}/visits/{UUID(world.visit)}")
    yield "round", _opened(page, f"{world.url}/round/{UUID(world.round)}")
    yield "finding", _first_finding(page, world)
    for task, which in (
        ("keys", world.keys_out),
        ("keys/return", world.keys_out),
        ("keys/lend", world.keys_in),
        ("emergencies", world.entered),
        ("renovation", world.site),
        ("renovation/amend", world.applied),
    ):
        yield f"{task.replace('/', '-')}-one", _opened(page, f"{world.url}/{task}/{UUID(which)}")
    world.open_site_visit(page)
    yield "renovation-visit", page
    world.open_check(page)
    yield "vacancy-check", page
    page.locator("#item-VU-04").get_by_role("button", name=ABNORMAL).click()
    page.locator(".leave-card button").nth(1).click()
    _wait_until_still(page)
    yield "vacancy-check-abnormal", page
    world.open_sheet(page)
    yield "visit", page
    page.get_by_role("button", name=ABNORMAL).first.click()
    _wait_until_still(page)
    yield "visit-abnormal", page


def _supervisor(page: Page, world: World) -> Pages:
    estate.sign_in(page, world.url, world.somebody("supervisor"))
    for path in (
        "desk",
        "desk/refused",
        "desk/doubts",
        "desk/months",
        "desk/books",
        "signing",
        "labels",
        "labels/places",
        "labels/hang",
        "people",
        "settings",
        "today",
        "findings",
        "supervision",
        "supervision/look",
        "plans",
        "keys",
        "keys/registers",
        "checks",
        "vacancy",
        "vacancy/building",
        "vacancy/coverage",
        "vacancy/care",
        "vacancy/fees",
        "vacancy/tables",
        "vacancy/summaries",
        "vacancy/plans",
        f"vacancy/plans/{datetime.now(UTC).year + 1}",
        "vacancy/lettings",
        "renovation",
        "renovation/board",
        "renovation/deposits",
        f"renovation/{UUID(world.site)}",
        "checks/new/daily/engineering",
        f"checks/{UUID(world.sheet_with_slip)}",
    ):
        yield f"supervisor-{path.replace('/', '-')[:24]}", _opened(page, f"{world.url}/{path}")
    _opened(page, f"{world.url}/labels").locator("article button").first.click()
    page.locator("dialog[open] form").wait_for()
    yield "supervisor-print", page
    yield "supervisor-visit", _opened(page, f"{world.url}/desk/visits/{UUID(world.visit)}")
    yield "supervisor-finding", _opened(page, f"{world.url}/findings/{UUID(world.reported)}")
    page.locator("article button.button--main:visible").click()
    page.locator("dialog[open] form").wait_for()
    yield "supervisor-dispatch", page


def _manager(page: Page, world: World) -> Pages:
    estate.sign_in(page, world.url, world.somebody("manager"))
    for path, there in (
        ("settings", "section"),
        ("settings/channels", "button.button--wide"),
        ("renovation/wordings", "textarea"),
        ("heads", "form"),
        (f"checks/{UUID(world.sheet_to_sign)}", "section"),
        ("people/departments", "li"),
    ):
        _opened(page, f"{world.url}/{path}").locator(f"main {there}").first.wait_for()
        yield f"manager-{path.replace('/', '-')[:20]}", page
    page.locator("main li button").first.click()
    page.locator("dialog[open] form").wait_for()
    yield "manager-department", page
    _opened(page, f"{world.url}/people").get_by_role("button", name=world.somebody("steward").name).first.click()
    page.get_by_role("button", name=LEAVING).click()
    page.locator("dialog[open] form h3, dialog[open] form .note").first.wait_for()
    yield "manager-leaving", page


def _office(page: Page, world: World) -> Pages:
    estate.sign_in(page, world.url, world.somebody("supervisor"))
    for path in ("places", "places/proposals", "places/routes", f"places/routes/{UUID(world.route)}", "register/units"):
        _opened(page, f"{world.url}/{path}").locator("main section, main li").first.wait_for()
        yield f"office-{path.replace('/', '-')[:16]}", page
    page.get_by_role("button", name=re.compile("101")).first.click()
    page.locator("dialog[open] ol").wait_for()
    yield "office-unit", page
    yield "office-register", _opened(page, f"{world.url}/register")
    page.locator("input[type=file]").set_input_files(estate.REGISTER)
    page.locator("footer button").wait_for()
    yield "office-upload", page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "pages",
    [_stranger, _steward, _supervisor, _manager, _office],
    ids=["stranger", "steward", "supervisor", "manager", "office"],
)
def test_every_page_is_clean(
    playwright: Playwright,
    lived_in: World,
    pages: Callable[[Page, World], Pages],
    language: str,
    theme: str,
    size: str,
) -> None:
    findings: dict[str, list[str]] = {}
    with chromium(playwright, SIZES[size], language, theme) as context:
        for name, page in pages(context.new_page(), lived_in):
            _keep_picture(page, f"{name}-{size}-{language}-{theme}")
            if found := [*axe(page), *cut(page)]:
                findings[name] = found
    assert findings == {}


def _opened(page: Page, url: str) -> Page:
    page.goto(url)
    page.locator(THERE).first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    return page


def _first_finding(page: Page, world: World) -> Page:
    _opened(page, f"{world.url}/findings").locator(".view-bar__one").last.click()
    page.locator("a.finding-row").first.click()
    page.locator("article ol").wait_for()
    page.wait_for_load_state("networkidle")
    return page


def _wait_until_still(page: Page) -> None:
    """What slides under the foot for a moment is no small target."""
    page.evaluate(
        """async () => {
          const place = () => document.querySelector('.page__body').getBoundingClientRect().top
          for (let before = NaN; before !== place(); await new Promise((done) => setTimeout(done, 200))) before = place()
        }"""
    )


def _keep_picture(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}.png")
