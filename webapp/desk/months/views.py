"""HTTP doors of closed months. Closing and destroying are items; here a bundle is asked for and fetched."""

from typing import Any
from uuid import UUID

from flask import Response, send_file
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Duty, actor, needs
from webapp.core.db import db
from webapp.core.errors import NotFound
from webapp.core.jobs import enqueue
from webapp.desk.months.bundle.place import Shelf
from webapp.desk.months.jobs import BUNDLE, settings
from webapp.desk.months.models import MonthBundle, MonthClosing
from webapp.desk.months.queries import months_page
from webapp.desk.months.schemas import MonthsOut
from webapp.ground.books import books_of_all_rooms

bp = Blueprint("months", __name__, url_prefix="/api/v1/months", description="Months of records, closed and bundled")
ZIP = {"type": "string", "format": "binary"}


@bp.get("")
@needs(*OVERSEERS, duty=Duty.ARCHIVIST)
@bp.response(200, MonthsOut)
def months() -> dict[str, Any]:
    return months_page(db.session(), books_of_all_rooms(), actor().estate_id, now=clock.now())


@bp.post("/<uuid:closing_id>/bundle")
@needs(*OVERSEERS, duty=Duty.ARCHIVIST)
@bp.response(202)
def make(closing_id: UUID) -> None:
    closing = _closing(closing_id)
    enqueue(BUNDLE.name, str(closing.estate_id), str(closing.id))


@bp.get("/<uuid:closing_id>/bundle.zip")
@needs(*OVERSEERS, duty=Duty.ARCHIVIST)
@bp.response(200, ZIP, content_type="application/zip")
def bundle(closing_id: UUID) -> Response:
    closing = _closing(closing_id)
    made = db.session().get(MonthBundle, (closing.estate_id, closing.id))
    path = Shelf(settings().bundles).file(closing.estate_id, closing.id)
    if made is None or not made.finished_at or not path.exists():
        raise NotFound(bundle=str(closing_id))
    return send_file(path, mimetype="application/zip", as_attachment=True, download_name=f"{closing.month}.zip")


def _closing(closing_id: UUID) -> MonthClosing:
    closing = db.session().get(MonthClosing, (actor().estate_id, closing_id))
    if closing is None:
        raise NotFound(closing=str(closing_id))
    return closing
