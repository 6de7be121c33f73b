"""HTTP doors of keys: one set as a whole, who has what, and the registers as lines and as a workbook."""

from typing import Any, cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import OVERSEERS, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.errors import NotFound
from webapp.domains.keys import queries
from webapp.domains.keys.registers.listing import listing
from webapp.domains.keys.registers.queries import REGISTERS, Asked, Register, lines
from webapp.domains.keys.registers.workbook import workbook
from webapp.domains.keys.rules.acting import KEEPERS
from webapp.domains.keys.schemas import BorrowersOut, RegisterOut, RegisterQuery, TagsIn, WholeKeySetOut
from webapp.domains.keys.tags import tags
from webapp.ground.estates.models import Estate
from webapp.ground.labels.sheet import LAYOUTS, render_sheet
from webapp.ground.paper.listing import render_listing
from webapp.ground.paper.when import moment_text

bp = Blueprint("keys", __name__, url_prefix="/api/v1/keys", description="Keys in custody and on loan")
FILE = {"type": "string", "format": "binary"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/sets/<uuid:set_id>")
@needs(*KEEPERS)
@bp.response(200, WholeKeySetOut)
def key_set(set_id: UUID) -> dict[str, Any]:
    return queries.key_set(db.session(), actor().estate_id, set_id)


@bp.get("/borrowers")
@needs(*KEEPERS)
@bp.response(200, BorrowersOut)
def borrowers() -> dict[str, Any]:
    return queries.borrowers(db.session(), actor().estate_id)


@bp.post("/tags.pdf")
@needs(*KEEPERS)
@bp.arguments(TagsIn)
@bp.response(200, FILE, content_type="application/pdf")
def key_tags(body: dict[str, Any]) -> Response:
    estate_id, settings = actor().estate_id, cast(Settings, current_app.extensions["rounds.settings"])
    with unit_of_work() as session:
        estate = session.get_one(Estate, estate_id)
        labels, name = tags(session, estate, body["set_ids"], now=clock.now()), estate.name
    made = render_sheet(labels, estate=name, public_url=settings.public_url, layout=LAYOUTS[body["layout"]])
    return Response(made, mimetype="application/pdf", headers={"Cache-Control": "no-store"})


@bp.get("/registers/<which>")
@needs(*OVERSEERS)
@bp.arguments(RegisterQuery, location="query")
@bp.response(200, RegisterOut)
def register(query: dict[str, Any], which: str) -> dict[str, Any]:
    rows, after = lines(db.session(), actor().estate_id, _known(which), Asked(zone=_estate().timezone, **query))
    return {"rows": rows, "after": after}


@bp.get("/registers/<which>.xlsx")
@needs(*OVERSEERS)
@bp.arguments(RegisterQuery(only=("since", "until")), location="query")
@bp.response(200, FILE, content_type=XLSX)
def register_workbook(query: dict[str, Any], which: str) -> Response:
    name = _known(which)
    made = workbook(db.session(), _estate(), name, Asked(zone=_estate().timezone, **query))
    headers = {"Content-Disposition": f'attachment; filename="keys-{name}.xlsx"', "Cache-Control": "no-store"}
    return Response(made, mimetype=XLSX, headers=headers)


@bp.get("/registers/<which>.pdf")
@needs(*OVERSEERS)
@bp.arguments(RegisterQuery(only=("since", "until")), location="query")
@bp.response(200, FILE, content_type="application/pdf")
def register_paper(query: dict[str, Any], which: str) -> Response:
    name, estate, now = _known(which), _estate(), clock.now()
    found = listing(db.session(), estate, name, Asked(zone=estate.timezone, **query))
    made = render_listing(found, now=now, printed=moment_text(now, estate.timezone))
    headers = {"Content-Disposition": f'inline; filename="keys-{name}.pdf"', "Cache-Control": "no-store"}
    return Response(made, mimetype="application/pdf", headers=headers)


def _known(which: str) -> Register:
    if which not in REGISTERS:
        raise NotFound(register=which)
    return which


def _estate() -> Estate:
    return db.session().get_one(Estate, actor().estate_id)
