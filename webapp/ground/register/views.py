"""HTTP doors of the import: a file in, what it would change out, and the word to keep it."""

import sys
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Response, request
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.bodies import hear_out
from webapp.core.db import db, let_go, unit_of_work
from webapp.core.jobs import enqueue
from webapp.ground.register.files import MAX_BYTES
from webapp.ground.register.jobs import KEEP, READ, uploads_folder
from webapp.ground.register.models import Upload
from webapp.ground.register.queries import last_uploads, upload_called
from webapp.ground.register.reading.words import heading
from webapp.ground.register.refusals import UploadNotRead
from webapp.ground.register.schemas import ColumnsIn, UploadIn, UploadLineOut, UploadOut
from webapp.ground.register.service import ask_to_keep, choose_columns, take_in
from webapp.ground.register.table import refused_table

bp = Blueprint("register", __name__, url_prefix="/api/v1/register", description="The register of units from a file")

BINARY = {"schema": {"type": "string", "format": "binary"}}
CSV = {"schema": {"type": "string"}}
TAKE_IN = f"{bp.name}.upload"


@bp.before_request
def _count_ourselves() -> None:
    if request.endpoint == TAKE_IN:
        request.max_content_length = sys.maxsize  # `take_in` counts what comes, whatever length was told


@bp.after_request
def _hear_out(answer: Response) -> Response:
    return hear_out(answer, most=4 * MAX_BYTES) if request.endpoint == TAKE_IN else answer


@bp.post("/uploads")
@needs(Role.ADMIN, *OVERSEERS)
@bp.arguments(UploadIn, location="query")
@bp.doc(requestBody={"required": True, "content": {"application/octet-stream": BINARY}})
@bp.response(202, UploadOut)
@bp.alt_response(413, description="More than 20 MB")
def upload(query: dict[str, Any]) -> Upload:
    who = actor()
    let_go()
    made = take_in(uploads_folder(), who.estate_id, request.stream, query["name"], by=who.person, now=clock.now())
    enqueue(READ.name, str(who.estate_id), str(made))
    return upload_called(db.session(), who.estate_id, made)


@bp.get("/uploads")
@needs(Role.ADMIN, *OVERSEERS)
@bp.response(200, UploadLineOut(many=True))
def uploads() -> Sequence[Upload]:
    return last_uploads(db.session(), actor().estate_id)


@bp.get("/uploads/<uuid:upload_id>")
@needs(Role.ADMIN, *OVERSEERS)
@bp.response(200, UploadOut)
def one_upload(upload_id: UUID) -> Upload:
    return upload_called(db.session(), actor().estate_id, upload_id)


@bp.post("/uploads/<uuid:upload_id>/columns")
@needs(Role.ADMIN, *OVERSEERS)
@bp.arguments(ColumnsIn)
@bp.response(202, UploadOut)
def columns(body: dict[str, Any], upload_id: UUID) -> Upload:
    who, now = actor(), clock.now()
    meanings = {heading(column["title"]): column["meaning"] for column in body["columns"]}
    with unit_of_work() as session:
        found = upload_called(session, who.estate_id, upload_id, lock=True)
        choose_columns(session, uploads_folder(), found, meanings, by=who.person, now=now)
    enqueue(READ.name, str(who.estate_id), str(upload_id))
    return upload_called(db.session(), who.estate_id, upload_id)


@bp.post("/uploads/<uuid:upload_id>/keep")
@needs(Role.ADMIN, *OVERSEERS)
@bp.response(202, UploadOut)
@bp.alt_response(409, description="Not read yet, or the units have changed since")
def keep(upload_id: UUID) -> Upload:
    who = actor()
    with unit_of_work() as session:
        found = upload_called(session, who.estate_id, upload_id, lock=True)
        ask_to_keep(session, uploads_folder(), found, by=who.person, now=clock.now())
    enqueue(KEEP.name, str(who.estate_id), str(upload_id))
    return upload_called(db.session(), who.estate_id, upload_id)


@bp.get("/uploads/<uuid:upload_id>/refused.csv")
@needs(Role.ADMIN, *OVERSEERS)
@bp.doc(responses={"200": {"description": "The rows that were left out", "content": {"text/csv": CSV}}})
def refused(upload_id: UUID) -> Response:
    found = upload_called(db.session(), actor().estate_id, upload_id)
    if found.refused is None:
        raise UploadNotRead(state=found.state)
    answer = Response(refused_table(found.refused), mimetype="text/csv")
    answer.headers.set("Content-Disposition", "attachment", filename="refused.csv")
    return answer
