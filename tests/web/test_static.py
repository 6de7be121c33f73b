"""The built app as a browser gets it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from webapp.web.static import BUILT_APP, serve_built_app

# What a slow network notices.
WORTH_IT = 1_400
SCRIPTS = [file for file in (BUILT_APP / "assets").glob("*.*") if file.suffix in {".js", ".css", ".wasm"}]


@pytest.fixture
def browser() -> FlaskClient:
    """Answer a browser before nothing but the built app."""
    app = Flask("web")
    serve_built_app(app)
    return app.test_client()


def test_the_app_is_built() -> None:
    assert SCRIPTS


@pytest.mark.parametrize(("coding", "suffix"), [("br", ".br"), ("gzip", ".gz")])
def test_everything_large_of_the_app_travels_compressed(browser: FlaskClient, coding: str, suffix: str) -> None:
    for file in SCRIPTS:
        if file.stat().st_size < WORTH_IT:
            continue
        with browser.get(f"/assets/{file.name}", headers={"Accept-Encoding": coding}) as answer:
            assert answer.headers.get("Content-Encoding") == coding, file.name
            assert answer.data == file.with_name(file.name + suffix).read_bytes()


def test_what_has_its_hash_in_its_name_is_asked_for_once(browser: FlaskClient) -> None:
    with browser.get(f"/assets/{SCRIPTS[0].name}") as answer:
        assert "immutable" in answer.headers["Cache-Control"]


def test_the_page_itself_is_asked_for_each_time(browser: FlaskClient) -> None:
    with browser.get("/index.html") as answer:
        assert "immutable" not in answer.headers["Cache-Control"]
