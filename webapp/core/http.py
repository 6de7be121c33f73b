"""Answers every refusal as a problem (RFC 9457), and nothing but that; sets the headers that keep browsers strict."""

import logging
import socket
from typing import Any

from flask import Flask, Response, jsonify, request
from marshmallow import ValidationError
from sqlalchemy.exc import DataError, StatementError
from werkzeug.exceptions import HTTPException

from webapp.core.errors import DomainError

log = logging.getLogger(__name__)

# A phone that went into a lift in mid-photo never says good-bye; its thread must not wait for it for ever.
SILENCE_SECONDS = 30

# What the built app needs and no more: wasm for the scanner, inline styles for Vant, blob pictures from the phone.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Permissions-Policy": "camera=(self), geolocation=(self), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def problem(status: int, code: str, params: Any = None, detail: str = "") -> Response:
    """Answer a problem document; `code` is stable and the app translates it."""
    answer = jsonify(type="about:blank", status=status, code=code, detail=detail or code, params=params or {})
    answer.status_code = status
    answer.mimetype = "application/problem+json"
    return answer


def init_http(app: Flask) -> None:
    """Register the only error handlers, and the headers."""
    app.register_error_handler(DomainError, _refused)
    app.register_error_handler(ValidationError, _bad_shape)
    app.register_error_handler(DataError, _bad_data)
    app.register_error_handler(UnicodeEncodeError, _half_character)
    app.register_error_handler(StatementError, _unspeakable)
    app.register_error_handler(HTTPException, _http)
    app.before_request(_expect_signs_of_life)
    app.after_request(_harden)


def _expect_signs_of_life() -> None:
    """End a connection on which nothing moves, either way."""
    line: socket.socket | None = request.environ.get("gunicorn.socket")
    if line:
        line.settimeout(SILENCE_SECONDS)


def _refused(error: DomainError) -> Response:
    answer = problem(error.status, error.code, dict(error.params))
    if "retryAfter" in error.params:
        answer.headers["Retry-After"] = str(error.params["retryAfter"])
    return answer


def _bad_shape(error: ValidationError) -> Response:
    return problem(422, "core.bad_shape", {"fields": error.messages})


def _bad_data(error: DataError) -> Response:
    # The store would not take a value that passed every check: still the sender's to mend, and ours to look at.
    log.warning("the store refused a value: %s", error.orig)
    return problem(422, "core.bad_shape")


def _half_character(_error: UnicodeEncodeError) -> Response:
    # JSON can spell half a character (\ud800), which no store takes.
    return problem(422, "core.bad_shape")


def _unspeakable(error: StatementError) -> Response:
    if isinstance(error.orig, UnicodeEncodeError):
        return _half_character(error.orig)
    raise error


def _http(error: HTTPException) -> Response:
    status = error.code or 500
    code = {404: "core.not_found", 405: "core.method_not_allowed", 413: "core.too_large", 422: "core.bad_shape"}.get(
        status, "core.failed" if status >= 500 else "core.bad_request"
    )
    answer = problem(status, code, _field_messages(error), str(error.description or ""))
    for name, value in error.get_headers(request.environ):
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _field_messages(error: HTTPException) -> dict[str, Any]:
    # webargs hangs marshmallow's messages on the exception.
    messages = getattr(error, "data", {}).get("messages") if hasattr(error, "data") else None
    return {"fields": messages} if messages else {}


def _harden(answer: Response) -> Response:
    for name, value in SECURITY_HEADERS.items():
        answer.headers.setdefault(name, value)
    if request.is_secure:
        answer.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    if request.path.startswith("/api/"):
        answer.headers.setdefault("Cache-Control", "no-store")
    return answer
