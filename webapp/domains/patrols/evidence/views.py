"""HTTP door of the evidence: the list of visits in doubt. Looking into one is an item (`review.py`)."""

from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask_smorest import Blueprint
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import OVERSEERS, actor, needs
from webapp.core.db import db
from webapp.domains.patrols.evidence import queries
from webapp.domains.patrols.evidence.page import Asked, Found, find
from webapp.domains.patrols.evidence.schemas import DoubtsOut, DoubtsQuery
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.people.models import Person
from webapp.ground.places.models import Route

bp = Blueprint("evidence", __name__, url_prefix="/api/v1/patrols", description="Visits in doubt")


@bp.get("/doubts")
@needs(*OVERSEERS)
@bp.arguments(DoubtsQuery, location="query", as_kwargs=True)
@bp.response(200, DoubtsOut)
def doubts(days: int, skip: int, asked: Asked) -> dict[str, Any]:
    session, estate_id = db.session(), actor().estate_id
    last = day_of(clock.now(), session.get_one(Estate, estate_id).timezone)
    first = last - timedelta(days=days - 1)
    return _page(session, estate_id, find(queries.doubts(session, estate_id, first=first, last=last), asked, skip=skip))


def _page(session: Session, estate_id: UUID, found: Found) -> dict[str, Any]:
    told = queries.shown(session, estate_id, [doubt.visit_id for doubt in found.shown])
    people = select(Person.id, Person.name).where(Person.id.in_(found.people))
    routes = select(Route.id, Route.name).where(Route.estate_id == estate_id, Route.id.in_(found.routes))
    return {
        "all": found.all,
        "open": found.open,
        "more": found.more,
        "doubts": [
            {
                **told[doubt.visit_id],
                "visit_id": doubt.visit_id,
                "scanned_at": doubt.scanned_at,
                "grade": doubt.grade,
                "open": doubt.open,
                "reasons": doubt.reasons,
            }
            for doubt in found.shown
        ],
        "reasons": [{"code": code, "count": count} for code, count in found.reasons.most_common()],
        "people": _counted(found.people, dict(session.execute(people).all())),
        "routes": _counted(found.routes, dict(session.execute(routes).all())),
    }


def _counted(counts: Counter[UUID], names: dict[UUID, str]) -> list[dict[str, Any]]:
    return [{"id": id_, "name": names.get(id_, ""), "count": count} for id_, count in counts.most_common()]
