"""Serves `static/app` (what `make build` leaves) in front of Flask, compressed and cached by what it is."""

from pathlib import Path

from flask import Flask
from whitenoise import WhiteNoise

from webapp.core.http import SECURITY_HEADERS

BUILT_APP = Path(__file__).parents[2] / "static" / "app"


def serve_built_app(app: Flask, folder: Path = BUILT_APP) -> None:
    """Put the built files before the routes; without a build the API answers alone."""
    if not folder.is_dir():
        return
    app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]  # how a WSGI layer is put around Flask
        app.wsgi_app,
        root=folder,
        index_file=False,
        max_age=0,
        allow_all_origins=False,
        immutable_file_test=lambda path, url: url.startswith("/assets/"),
        add_headers_function=_harden,
    )


def _harden(headers: object, _path: str, _url: str) -> None:
    for name, value in SECURITY_HEADERS.items():
        headers[name] = value  # type: ignore[index]  # wsgiref Headers
