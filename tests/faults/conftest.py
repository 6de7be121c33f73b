"""The built phone and the founded installation, each once a run."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.server import ROOT
from tests.faults import town
from tests.faults.town import Town

Inhabit = Callable[..., AbstractContextManager[Town]]
Build = Callable[[str], Path]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Answer what builds the phone; a name puts that module of `pwa/faults/broken` in its original's place."""
    return partial(_build, tmp_path_factory)


@pytest.fixture(scope="session")
def page(build: Build) -> Path:
    """Answer the phone as it is, built."""
    return build("")


@pytest.fixture(scope="session")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Answer an installation that every test copies."""
    return town.found(tmp_path_factory.mktemp("ground"))


@pytest.fixture
def inhabit(playwright: Playwright, ground: Path, page: Path, tmp_path_factory: pytest.TempPathFactory) -> Inhabit:
    """Answer what gives a fresh installation with phones."""

    def fresh(*, page: Path = page, phones: int = 2, app: str = "wsgi:app") -> AbstractContextManager[Town]:
        return town.inhabited(playwright, ground, tmp_path_factory.mktemp("town"), page, phones=phones, app=app)

    return fresh


def _build(folders: pytest.TempPathFactory, broken: str) -> Path:
    target = folders.mktemp("phone")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    built = subprocess.run(
        ["node_modules/.bin/vite", "build", "--config", "faults/vite.config.ts", "--outDir", str(target)],
        cwd=ROOT / "pwa",
        env={**environment, "FAULTS_BROKEN": broken},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return target
