"""The demo estate, started once a run."""

from collections.abc import Iterator

import pytest

from tests.e2e.server import Server
from tests.e2e.world import World, served


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """Answer the demo estate, served for the whole run; tests here only look."""
    server = Server(tmp_path_factory.mktemp("demo"))
    yield served(server)
    server.kill()
