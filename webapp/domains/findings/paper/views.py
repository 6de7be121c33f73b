"""HTTP door of the printed problem sheet."""

from typing import cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import EVERYBODY, actor, archives, needs
from webapp.core.db import db
from webapp.core.errors import NotAllowed
from webapp.domains.findings.paper.book import page_of
from webapp.domains.findings.paper.queries import finding_page
from webapp.ground.books import pdf_answer, print_page

bp = Blueprint("finding_paper", __name__, url_prefix="/api/v1/findings", description="Problem sheets on paper")
PDF = {"type": "string", "format": "binary"}


@bp.get("/<uuid:finding_id>.pdf")
@needs(*EVERYBODY)
@bp.response(200, PDF, content_type="application/pdf")
@bp.alt_response(403, description="Neither an overseer, nor the archivist, nor who found it")
def finding(finding_id: UUID) -> Response:
    who, settings = actor(), cast(Settings, current_app.extensions["rounds.settings"])
    page = finding_page(db.session(), who.estate_id, finding_id)
    if not archives(who) and who.id != page.finding.by_id:
        raise NotAllowed()
    made = print_page(db.session(), settings, who.estate_id, page_of(page), now=clock.now())
    return pdf_answer(made, page.finding.serial)
