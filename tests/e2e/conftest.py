"""Playwright, started once a run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Playwright, sync_playwright


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Answer the driver of the browsers."""
    with sync_playwright() as driver:
        yield driver
