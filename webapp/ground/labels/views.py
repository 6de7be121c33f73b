"""HTTP doors of the labels room: parse, call, shape."""

from io import BytesIO
from typing import Any

from flask import Response, current_app, send_file
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.errors import NotFound
from webapp.ground.estates.models import Estate
from webapp.ground.labels.code import NoCode, parse
from webapp.ground.labels.queries import route_labels
from webapp.ground.labels.schemas import RevokeLabelIn, RouteOut, SheetIn
from webapp.ground.labels.service import labels_to_print, revoke_label
from webapp.ground.labels.sheet import LAYOUTS, render_sheet, warnings
from webapp.ground.places import queries
from webapp.ground.places.models import Route

bp = Blueprint("labels", __name__, url_prefix="/api/v1", description="Routes and the labels of their places")

PDF = {"type": "string", "format": "binary"}
WARNINGS = {"X-Label-Warnings": {"description": "Codes, by comma: what makes these labels worse than they could be."}}


@bp.get("/labels/routes")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, RouteOut(many=True))
def routes() -> list[dict[str, Any]]:
    found = route_labels(db.session(), actor().estate_id)
    return [{"id": one.route.id, "name": one.route.name, "places": one.places, "labels": one} for one in found]


@bp.post("/labels/sheet")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(SheetIn)
@bp.response(200, PDF, content_type="application/pdf", headers=WARNINGS)
def sheet(body: dict[str, Any]) -> Response:
    estate_id = actor().estate_id
    with unit_of_work() as session:
        route = session.get(Route, (estate_id, body["route_id"]))
        if route is None:
            raise NotFound(route=str(body["route_id"]))
        places = queries.places_of(session, estate_id, route.id)
        labels = labels_to_print(session, estate_id, places, reprint=body["reprint"], now=clock.now())
        name, estate = route.name, session.get_one(Estate, estate_id).name
    public_url = current_app.extensions["rounds.settings"].public_url
    pdf = render_sheet(labels, estate=estate, public_url=public_url, layout=LAYOUTS[body["layout"]])
    answer = send_file(BytesIO(pdf), mimetype="application/pdf", download_name=f"{name}.pdf")
    answer.headers["X-Label-Warnings"] = ",".join(warnings(public_url, LAYOUTS[body["layout"]]))
    return answer


@bp.post("/labels/<code>/revoke")
@needs(*OVERSEERS)
@bp.arguments(RevokeLabelIn)
@bp.response(204)
def revoke(body: dict[str, Any], code: str) -> None:
    read = parse(code)
    if isinstance(read, NoCode):
        raise NotFound(label=code[:64])
    with unit_of_work() as session:
        revoke_label(session, actor().estate_id, read, body["reason"].strip(), now=clock.now())
