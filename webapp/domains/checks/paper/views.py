"""HTTP door of the printed check sheet."""

from typing import cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import OVERSEERS, actor, needs
from webapp.core.day_records import DAY_RECORDS
from webapp.core.db import db
from webapp.domains.checks.paper.book import page_of
from webapp.domains.checks.paper.queries import check_page
from webapp.ground.books import pdf_answer, print_page

bp = Blueprint("check_paper", __name__, url_prefix="/api/v1/checks", description="Check sheets on paper")
PDF = {"type": "string", "format": "binary"}


@bp.get("/<uuid:sheet_id>.pdf")
@needs(*OVERSEERS)
@bp.response(200, PDF, content_type="application/pdf")
@bp.alt_response(404, description="No such sheet in this estate")
def sheet(sheet_id: UUID) -> Response:
    settings = cast(Settings, current_app.extensions["rounds.settings"])
    page = check_page(db.session(), actor().estate_id, sheet_id, current_app.extensions[DAY_RECORDS])
    made = print_page(db.session(), settings, page.estate.id, page_of(page), now=clock.now())
    return pdf_answer(made, page.sheet.serial)
