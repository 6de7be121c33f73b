"""HTTP doors of findings: a page of them by deadline, and one as a whole."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core.actor import actor, needs
from webapp.core.db import db
from webapp.domains.findings import queries
from webapp.domains.findings.rules.guards import HOLDERS
from webapp.domains.findings.schemas import FindingsOut, FindingsQuery, WholeFindingOut

bp = Blueprint("findings", __name__, url_prefix="/api/v1", description="Findings from report to closure")


@bp.get("/findings")
@needs(*HOLDERS)
@bp.arguments(FindingsQuery, location="query")
@bp.response(200, FindingsOut)
def findings(query: dict[str, Any]) -> dict[str, Any]:
    page, after = queries.findings(
        db.session(),
        actor().estate_id,
        states=query["state"],
        dept=query["dept"],
        after=query["after"],
        limit=query["limit"],
    )
    return {"findings": page, "after": after}


@bp.get("/findings/<uuid:finding_id>")
@needs(*HOLDERS)
@bp.response(200, WholeFindingOut)
def finding(finding_id: UUID) -> dict[str, Any]:
    return queries.finding(db.session(), actor().estate_id, finding_id)
