"""HTTP door of the printed patrol record."""

from typing import cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import EVERYBODY, actor, archives, needs
from webapp.core.db import db
from webapp.core.errors import NotAllowed
from webapp.domains.patrols.paper.book import page_of
from webapp.domains.patrols.paper.queries import record_page
from webapp.ground.books import pdf_answer, print_page

bp = Blueprint("patrol_paper", __name__, url_prefix="/api/v1/patrols/records", description="Patrol records on paper")
PDF = {"type": "string", "format": "binary"}


@bp.get("/<uuid:record_id>.pdf")
@needs(*EVERYBODY)
@bp.response(200, PDF, content_type="application/pdf")
@bp.alt_response(403, description="Neither an overseer, nor the archivist, nor who walked the round")
def record(record_id: UUID) -> Response:
    who, settings = actor(), cast(Settings, current_app.extensions["rounds.settings"])
    page = record_page(db.session(), who.estate_id, record_id)
    if not archives(who) and who.id not in page.makers:
        raise NotAllowed()
    made = print_page(db.session(), settings, who.estate_id, page_of(page), now=clock.now())
    return pdf_answer(made, page.record.serial)
