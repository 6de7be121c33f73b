"""HTTP doors of the labels room: parse, call, shape. Prints by the worker are in `prints/`."""

from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Response, send_file
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.errors import NotFound
from webapp.ground.estates.models import Estate
from webapp.ground.labels import queries
from webapp.ground.labels.code import NoCode, parse
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.prints.jobs import press
from webapp.ground.labels.refusals import LabelRevoked, TooManyAtOnce
from webapp.ground.labels.schemas import (
    LabelOut,
    LookIn,
    OneMoreIn,
    RevokeLabelIn,
    RouteOut,
    SheetIn,
    UnlabelledOut,
)
from webapp.ground.labels.service import labels_to_print, make_one, revoke_label
from webapp.ground.labels.sheet import LAYOUTS, render_png, render_sheet, render_svg, warnings
from webapp.ground.labels.shown import label_history
from webapp.ground.places.models import Place, Route
from webapp.ground.places.queries import places_of

bp = Blueprint("labels", __name__, url_prefix="/api/v1", description="Routes and the labels of their places")

PRINTERS = (*OVERSEERS, Role.ADMIN)
# More take longer than somebody waits at a button.
AT_ONCE = 240
BINARY = {"type": "string", "format": "binary"}
WARNINGS = {"X-Label-Warnings": {"description": "Codes, by comma: what makes these labels worse than they could be."}}


@bp.get("/labels/routes")
@needs(*PRINTERS)
@bp.response(200, RouteOut(many=True))
def routes() -> list[dict[str, Any]]:
    found = queries.route_labels(db.session(), actor().estate_id)
    return [{"id": one.route.id, "name": one.route.name, "places": one.places, "labels": one} for one in found]


@bp.get("/labels/unlabelled")
@needs(*PRINTERS)
@bp.response(200, UnlabelledOut(many=True))
def unlabelled() -> list[queries.Unlabelled]:
    return queries.unlabelled(db.session(), actor().estate_id)


@bp.get("/labels/of/<uuid:place_id>")
@needs(*PRINTERS)
@bp.response(200, LabelOut(many=True))
def of_place(place_id: UUID) -> list[dict[str, Any]]:
    place = db.session().get(Place, (actor().estate_id, place_id))
    if place is None:
        raise NotFound(place=str(place_id))
    return label_history(db.session(), place.estate_id, place.id)


@bp.post("/labels/for/<uuid:place_id>")
@needs(*PRINTERS)
@bp.arguments(OneMoreIn)
@bp.response(201, LabelOut)
def one_more(body: dict[str, Any], place_id: UUID) -> dict[str, Any]:
    with unit_of_work() as session:
        place = session.get(Place, (actor().estate_id, place_id))
        if place is None:
            raise NotFound(place=str(place_id))
        spot = body["spot"] if body["spot"] is not None or body["extra"] else ""
        code = make_one(session, place, spot and spot.strip(), now=clock.now()).code
    return next(one for one in label_history(db.session(), actor().estate_id, place_id) if one["code"] == code)


@bp.post("/labels/sheet")
@needs(*PRINTERS)
@bp.arguments(SheetIn)
@bp.response(200, BINARY, content_type="application/pdf", headers=WARNINGS)
def sheet(body: dict[str, Any]) -> Response:
    estate_id = actor().estate_id
    with unit_of_work() as session:
        route = session.get(Route, (estate_id, body["route_id"]))
        if route is None:
            raise NotFound(route=str(body["route_id"]))
        places = places_of(session, estate_id, route.id)
        labels = list(labels_to_print(session, estate_id, places, reprint=body["reprint"], now=clock.now()).values())
        if len(labels) > AT_ONCE:
            raise TooManyAtOnce(labels=len(labels), most=AT_ONCE)
        name, estate = route.name, session.get_one(Estate, estate_id).name
    public_url, layout = press().public_url, LAYOUTS[body["layout"]]
    pdf = render_sheet(labels, estate=estate, public_url=public_url, layout=layout)
    answer = send_file(BytesIO(pdf), mimetype="application/pdf", download_name=f"{name}.pdf")
    answer.headers["X-Label-Warnings"] = ",".join(warnings(public_url, layout))
    return answer


@bp.get("/labels/<code>.svg")
@needs(*PRINTERS)
@bp.arguments(LookIn, location="query")
@bp.response(200, BINARY, content_type="image/svg+xml")
def drawing(look: dict[str, Any], code: str) -> Response:
    row = _label(code)
    made = render_svg(queries.printed(db.session(), row), **_setting(row, look))
    return send_file(BytesIO(made), mimetype="image/svg+xml", download_name=f"{row.code}.svg")


@bp.get("/labels/<code>.png")
@needs(*PRINTERS)
@bp.arguments(LookIn, location="query")
@bp.response(200, BINARY, content_type="image/png")
def picture(look: dict[str, Any], code: str) -> Response:
    row = _label(code)
    made = render_png(queries.printed(db.session(), row), **_setting(row, look), dpi=look["dpi"])
    return send_file(BytesIO(made), mimetype="image/png", download_name=f"{row.code}.png")


@bp.post("/labels/<code>/revoke")
@needs(*OVERSEERS)
@bp.arguments(RevokeLabelIn)
@bp.response(204)
def revoke(body: dict[str, Any], code: str) -> None:
    reason, kind = body["reason"].strip(), body["kind"]
    with unit_of_work() as session:
        revoke_label(session, actor().estate_id, _read(code), reason, kind=kind, by=actor().id, now=clock.now())


def _label(code: str) -> LabelRow:
    row = queries.label_by_code(db.session(), actor().estate_id, _read(code))
    if row is None:
        raise NotFound(label=code[:64])
    if row.revoked_at:
        raise LabelRevoked(code=row.code, reason=row.reason)
    return row


def _read(code: str) -> str:
    read = parse(code)
    if isinstance(read, NoCode):
        raise NotFound(label=code[:64])
    return read


def _setting(row: LabelRow, look: dict[str, Any]) -> dict[str, Any]:
    estate = db.session().get_one(Estate, row.estate_id).name
    return {"estate": estate, "public_url": press().public_url, "layout": LAYOUTS[look["layout"]]}
