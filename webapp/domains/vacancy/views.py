"""HTTP doors of vacant units: parse, call, shape."""

from datetime import date
from typing import Any, cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.domains.vacancy.board.care import care_page
from webapp.domains.vacancy.board.fees import fees_page
from webapp.domains.vacancy.board.stock import Stock, coverage_page
from webapp.domains.vacancy.board.units import unit_page, units_page
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.schemas import (
    CareOut,
    CoverageOut,
    FeesOut,
    MonthsQuery,
    UnitsQuery,
    UnitTagsIn,
    VacantUnitOut,
    VacantUnitsOut,
    YearQuery,
)
from webapp.domains.vacancy.tags import unit_tags
from webapp.ground.estates.models import Estate
from webapp.ground.labels.sheet import LAYOUTS, render_sheet

bp = Blueprint("vacancy", __name__, url_prefix="/api/v1/vacancy", description="Vacant units")


@bp.get("/units")
@needs(*HOLDERS)
@bp.arguments(UnitsQuery, location="query")
@bp.response(200, VacantUnitsOut)
def units(query: dict[str, Any]) -> dict[str, Any]:
    return units_page(db.session(), _estate(), query["building"], clock.now())


@bp.get("/units/<uuid:unit_id>")
@needs(*HOLDERS)
@bp.response(200, VacantUnitOut)
def unit(unit_id: UUID) -> dict[str, Any]:
    return unit_page(db.session(), _estate(), unit_id, clock.now())


@bp.get("/coverage")
@needs(*HOLDERS)
@bp.arguments(MonthsQuery, location="query")
@bp.response(200, CoverageOut)
def coverage(query: dict[str, date]) -> dict[str, Any]:
    return coverage_page(_stock(), query["first"], query["last"])


@bp.get("/care")
@needs(*HOLDERS)
@bp.arguments(YearQuery, location="query")
@bp.response(200, CareOut)
def care(query: dict[str, int]) -> dict[str, Any]:
    return care_page(_stock(), query["year"])


@bp.get("/fees")
@needs(*HOLDERS, Role.FINANCE)
@bp.response(200, FeesOut)
def fees() -> dict[str, Any]:
    return fees_page(_stock())


@bp.post("/tags.pdf")
@needs(*HOLDERS)
@bp.arguments(UnitTagsIn)
@bp.response(200, {"type": "string", "format": "binary"}, content_type="application/pdf")
def tags(body: dict[str, Any]) -> Response:
    settings = cast(Settings, current_app.extensions["rounds.settings"])
    with unit_of_work() as session:
        labels = unit_tags(session, actor().estate_id, body["unit_ids"], now=clock.now())
        name = _estate().name
    made = render_sheet(labels, estate=name, public_url=settings.public_url, layout=LAYOUTS[body["layout"]])
    return Response(made, mimetype="application/pdf", headers={"Cache-Control": "no-store"})


def _estate() -> Estate:
    return db.session().get_one(Estate, actor().estate_id)


def _stock() -> Stock:
    return Stock(db.session(), _estate(), clock.now())
