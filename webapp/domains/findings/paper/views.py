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
from webapp.domains.findings.paper.queries import finding_page
from webapp.domains.findings.paper.service import print_finding

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
    made = print_finding(db.session(), settings, page, now=clock.now())
    headers = {"Content-Disposition": f'inline; filename="{page.finding.serial}.pdf"', "Cache-Control": "no-store"}
    return Response(made, mimetype="application/pdf", headers=headers)
