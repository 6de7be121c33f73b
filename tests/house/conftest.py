"""The whole house, put together over an empty store that no test writes to."""

from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import settings_for
from webapp.factory import create_app

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """Answer the application with all its rooms."""
    folder = tmp_path_factory.mktemp("house")
    return create_app(settings_for(folder, f"sqlite:///{folder / 'rounds.db'}"))
