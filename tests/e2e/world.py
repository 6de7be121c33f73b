"""The demo estate served for real: pages with something on them, and who may open which."""

import sqlite3
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from playwright.sync_api import Page

from tests.e2e import estate
from tests.e2e.estate import Somebody
from tests.e2e.server import Server


@dataclass
class World:
    """A lived-in installation."""

    server: Server
    people: list[dict[str, Any]]

    @property
    def url(self) -> str:
        """Where it is served."""
        return self.server.url

    def somebody(self, role: str) -> Somebody:
        """Answer the first of the demo people with this role."""
        found = next(one for one in self.people if one["role"] == role)
        return Somebody(found["login"], found["name"], found["password"])

    @cached_property
    def code(self) -> str:
        """A label that hangs."""
        hanging = "hung_at IS NOT NULL AND revoked_at IS NULL AND target_kind = 'place'"
        return str(self._ask(f"SELECT code FROM labels WHERE {hanging} ORDER BY code LIMIT 1"))

    @cached_property
    def place(self) -> str:
        """Where that label hangs."""
        label = f"SELECT target_id FROM labels WHERE code = '{self.code}'"
        return str(self._ask(f"SELECT name FROM places WHERE id = ({label})"))

    @cached_property
    def visit(self) -> str:
        """The id, without hyphens as SQLite keeps it, of the first steward's newest visit with something abnormal."""
        own = f"by_name = '{self.somebody('steward').name}' AND abnormal > 0"
        return str(self._ask(f"SELECT id FROM patrol_visits WHERE {own} ORDER BY scanned_at DESC LIMIT 1"))

    @cached_property
    def round(self) -> str:
        """The id, without hyphens, of the page on which the first steward's newest visit stands."""
        own = f"by_name = '{self.somebody('steward').name}'"
        return str(self._ask(f"SELECT record_id FROM patrol_visits WHERE {own} ORDER BY scanned_at DESC LIMIT 1"))

    @cached_property
    def reported(self) -> str:
        """The id, without hyphens, of a finding that was given to no department yet."""
        return str(self._ask("SELECT id FROM findings WHERE state = 'reported' ORDER BY found_at LIMIT 1"))

    @cached_property
    def keys_out(self) -> str:
        """The id, without hyphens, of a set of keys that is lent."""
        return str(self._ask("SELECT id FROM key_sets WHERE state = 'on_loan' ORDER BY key_no LIMIT 1"))

    @cached_property
    def keys_in(self) -> str:
        """The id, without hyphens, of a set of keys that is in the cabinet."""
        return str(self._ask("SELECT id FROM key_sets WHERE state = 'in_cabinet' ORDER BY key_no LIMIT 1"))

    @cached_property
    def vacant(self) -> str:
        """The id, without hyphens, of a unit that is checked every week."""
        return str(self._ask("SELECT id FROM vacancy_cards ORDER BY entry LIMIT 1"))

    @cached_property
    def site(self) -> str:
        """The id, without hyphens, of a renovation with a rectification notice."""
        return str(self._ask("SELECT renovation_id FROM renovation_notices ORDER BY id LIMIT 1"))

    @cached_property
    def applied(self) -> str:
        """The id, without hyphens, of a renovation that is still being entered."""
        return str(self._ask("SELECT id FROM renovations WHERE state = 'draft' ORDER BY id LIMIT 1"))

    @cached_property
    def sheet_to_sign(self) -> str:
        """The id, without hyphens, of a check sheet that waits for the manager."""
        return str(self._ask("SELECT id FROM check_sheets WHERE signer_id IS NULL ORDER BY day LIMIT 1"))

    @cached_property
    def sheet_with_slip(self) -> str:
        """The id, without hyphens, of a check sheet from which a slip followed."""
        return str(self._ask("SELECT sheet_id FROM check_slips ORDER BY entry LIMIT 1"))

    @cached_property
    def entered(self) -> str:
        """The id, without hyphens, of an emergency entry."""
        return str(self._ask("SELECT id FROM emergency_entries ORDER BY entry LIMIT 1"))

    @cached_property
    def route(self) -> str:
        """The id, without hyphens, of a route that is walked."""
        return str(self._ask("SELECT id FROM routes WHERE active ORDER BY name LIMIT 1"))

    def open_sheet(self, page: Page) -> None:
        """Open the sheet of a place, as its label opens it, and answer one item abnormal."""
        page.goto(f"{self.url}/t/{self.code}")
        page.wait_for_url("**/visit/**")
        page.get_by_role("button").nth(3).wait_for()

    def open_site_visit(self, page: Page) -> None:
        """Open the visit of a site that is picked from the list: any reason, the first site."""
        page.goto(f"{self.url}/renovation/scan")
        page.locator(".scan-panel__act").last.click()
        page.locator("dialog[open] .chip").first.click()
        page.locator("dialog[open] li button").first.click()
        page.wait_for_url("**/renovation/visit/**")
        page.locator("#item-RN-01").wait_for()

    def open_check(self, page: Page) -> None:
        """Open the sheet of a vacant unit picked from the scanner's list, its keys asked of nobody."""
        page.goto(f"{self.url}/vacancy/scan?unit={UUID(self.vacant)}&keyless=1")
        page.locator(".scan-panel__act").last.click()
        page.locator(".reason-chips__row button").first.click()
        page.locator(".unit-pick__one").first.click()
        page.wait_for_url("**/vacancy/check/**")
        page.locator("#item-VU-16").wait_for()

    def _ask(self, query: str) -> Any:
        with sqlite3.connect(self.server.data / "rounds.db") as store:
            return store.execute(query).fetchone()[0]


def served(server: Server) -> World:
    """Fill `server` with the demo estate and start it."""
    world = World(server, estate.demo(server)["people"])
    server.start()
    return world
