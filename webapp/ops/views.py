"""`/healthz`, `/readyz` and `/metrics`: what a load balancer and Prometheus ask for."""

from http import HTTPStatus

from flask import Blueprint, Response, current_app, jsonify
from prometheus_client import CONTENT_TYPE_LATEST

from webapp.core.actor import open_to_all
from webapp.ops.metrics import exposition
from webapp.ops.readiness import checks

bp = Blueprint("ops", __name__)


@bp.get("/healthz")
@open_to_all
def healthz() -> Response:
    """Answer that the process lives."""
    return jsonify(status="ok")


@bp.get("/readyz")
@open_to_all
def readyz() -> Response:
    """Answer whether store, migrations and photo store are ready; 503 with the reason where not."""
    found = checks(current_app.extensions["rounds.settings"])
    answer = jsonify(status="ok" if all(found.values()) else "not ready", checks=found)
    answer.status_code = HTTPStatus.OK if all(found.values()) else HTTPStatus.SERVICE_UNAVAILABLE
    return answer


@bp.get("/metrics")
@open_to_all
def metrics() -> Response:
    """Answer the figures in Prometheus' text form; they name no person and no place."""
    return Response(exposition(), content_type=CONTENT_TYPE_LATEST)
