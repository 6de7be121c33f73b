"""Playwright and the demo estate, each started once a run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright

from tests.e2e.server import Server
from tests.e2e.world import World, served


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Answer the driver of the browsers."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Answer the demo estate, served for the whole run; tests here only look."""
    server = Server(tmp_path_factory.mktemp("demo"))
    yield served(server)
    server.kill()
