"""HTTP door of the printed mandate; the same paper is part 1 and part 2."""

from typing import cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import actor, needs
from webapp.core.db import db
from webapp.domains.keys.paper.queries import mandate_page
from webapp.domains.keys.paper.sheet import form_of
from webapp.domains.keys.rules.acting import KEEPERS
from webapp.ground.paper import render_form

bp = Blueprint("key_paper", __name__, url_prefix="/api/v1/keys/mandates", description="Custody mandates on paper")
PDF = {"type": "string", "format": "binary"}


@bp.get("/<uuid:mandate_id>.pdf")
@needs(*KEEPERS)
@bp.response(200, PDF, content_type="application/pdf")
def mandate(mandate_id: UUID) -> Response:
    settings = cast(Settings, current_app.extensions["rounds.settings"])
    page = mandate_page(db.session(), actor().estate_id, mandate_id)
    made = render_form(form_of(page, public_url=settings.public_url), now=clock.now())
    headers = {"Content-Disposition": f'inline; filename="{page.signed.serial}.pdf"', "Cache-Control": "no-store"}
    return Response(made, mimetype="application/pdf", headers=headers)
