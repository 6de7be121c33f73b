"""HTTP doors of the desk: who may look, what was asked, has it changed since."""

import hashlib
from typing import Any, cast
from uuid import UUID

import msgspec
from flask import Response, current_app, request
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, actor, needs
from webapp.core.db import db
from webapp.desk import queries, refused_items
from webapp.desk.finding_list import workbook
from webapp.desk.needs import MissingOf
from webapp.desk.schemas import DayQuery, FindingListQuery, RefusedOut, TodayOut
from webapp.desk.today import day_asked, today
from webapp.desk.visit import visit_page
from webapp.desk.visit_schemas import VisitPageOut

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLSX = {"type": "string", "format": "binary"}
bp = Blueprint("desk", __name__, url_prefix="/api/v1/desk", description="The supervisor's desk")


@bp.get("/today")
@needs(*OVERSEERS)
@bp.arguments(DayQuery, location="query")
@bp.response(200, TodayOut)
@bp.alt_response(304, description="Nothing has changed since the page with this ETag.")
def day(query: dict[str, Any]) -> Response:
    now, estate_id = clock.now(), actor().estate_id
    asked = day_asked(db.session(), estate_id, query.get("date"), now)
    # States turn with time as well: a page older than a minute is read again.
    etag = _etag(estate_id, asked, *queries.stamp(db.session(), estate_id), now.replace(second=0, microsecond=0))
    # Weak, since compression would give a strong one another name on the way out.
    headers = {"ETag": f'W/"{etag}"'}
    if request.if_none_match.contains_weak(etag):
        return Response(status=304, headers=headers)
    page = today(db.session(), estate_id, asked, _missing_of(), now)
    return Response(msgspec.json.encode(page), mimetype="application/json", headers=headers)


@bp.get("/visits/<uuid:visit_id>")
@needs(*OVERSEERS)
@bp.response(200, VisitPageOut)
def visit(visit_id: UUID) -> dict[str, Any]:
    return visit_page(db.session(), actor().estate_id, visit_id, now=clock.now())


@bp.get("/refused")
@needs(*OVERSEERS)
@bp.response(200, RefusedOut(many=True))
def refused() -> Any:
    return refused_items.newest(db.session(), actor().estate_id)


@bp.get("/findings.xlsx")
@needs(*OVERSEERS)
@bp.arguments(FindingListQuery, location="query")
@bp.response(200, XLSX, content_type=SPREADSHEET)
def findings(query: dict[str, Any]) -> Response:
    made = workbook(
        db.session(), actor().estate_id, states=query["state"], dept=query["dept"], words=query["words"].strip()
    )
    return Response(made, mimetype=SPREADSHEET, headers={"Content-Disposition": 'attachment; filename="findings.xlsx"'})


def _missing_of() -> MissingOf:
    return cast(MissingOf, current_app.extensions["rounds.missing_of"])


def _etag(*parts: object) -> str:
    return hashlib.sha256("/".join(map(str, parts)).encode()).hexdigest()[:32]
