"""HTTP doors of photos: in by push token, out to those who may see a record that shows them."""

import sys
from typing import Any

from flask import Response, request
from flask.typing import ResponseReturnValue
from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import EVERYBODY, Actor, actor, maker, needs, needs_push_token
from webapp.core.bodies import hear_out
from webapp.core.db import db, let_go
from webapp.core.errors import NotFound
from webapp.core.jobs import enqueue
from webapp.ground.people import estate_of_maker
from webapp.ground.photos import queries
from webapp.ground.photos.jobs import MAKE_SIZES, photo_store
from webapp.ground.photos.models import Photo
from webapp.ground.photos.refusals import PhotoAwaited
from webapp.ground.photos.rules import MAX_BYTES, Size, may_see, read_hash
from webapp.ground.photos.schemas import MissingIn, MissingOut, SizeIn
from webapp.ground.photos.service import in_size, take_in

bp = Blueprint("photos", __name__, url_prefix="/api/v1/photos", description="Photos by their SHA-256")

HEARD_OUT = 4 * MAX_BYTES
BINARY = {"schema": {"type": "string", "format": "binary"}}
PICTURES = dict.fromkeys(("image/jpeg", "image/png", "image/webp", "image/heic"), BINARY)
# The same hash is the same picture for ever; only this person's own browser may keep it.
FOR_EVER = "private, max-age=31536000, immutable"


@bp.before_request
def _count_ourselves() -> None:
    request.max_content_length = sys.maxsize  # `take_in` counts what comes, whatever length was told


@bp.after_request
def _hear_out(answer: Response) -> Response:
    return hear_out(answer, most=HEARD_OUT)


@bp.post("/missing")
@needs_push_token
@bp.arguments(MissingIn)
@bp.response(200, MissingOut)
def missing(body: dict[str, Any]) -> dict[str, Any]:
    estate_id = estate_of_maker(maker())
    here = queries.arrived(db.session(), estate_id, body["hashes"])
    return {"missing": [sha256 for sha256 in dict.fromkeys(body["hashes"]) if sha256 not in here]}


@bp.put("/<sha256>")
@needs_push_token
@bp.doc(requestBody={"required": True, "content": PICTURES})
@bp.alt_response(200, description="Had it")
@bp.alt_response(201, description="Stored")
@bp.alt_response(422, description="Not the picture it claims to be, or too large")
def put(sha256: str) -> ResponseReturnValue:
    sha256 = read_hash(sha256)
    estate_id = estate_of_maker(maker())
    if queries.photo(db.session(), estate_id, sha256):
        return {}, 200
    let_go()
    take_in(photo_store(), estate_id, sha256, request.stream, maker(), now=clock.now())
    enqueue(MAKE_SIZES.name, str(estate_id), sha256)
    return {}, 201


@bp.get("/<sha256>")
@needs(*EVERYBODY)
@bp.arguments(SizeIn, location="query")
@bp.doc(responses={"200": {"description": "The picture", "content": PICTURES}})
@bp.alt_response(304, description="The browser has it")
@bp.alt_response(404, description="No such photo, not for this person, or still awaited")
def get(query: dict[str, Any], sha256: str) -> ResponseReturnValue:
    photo = _photo_for(actor(), read_hash(sha256))
    size: Size = query["size"]
    answer = Response()
    answer.set_etag(f"{photo.sha256}-{size}")
    answer.headers["Cache-Control"] = FOR_EVER
    if answer.make_conditional(request).status_code == 304:
        return answer
    found = in_size(photo_store(), photo, size)
    if found is None:
        raise NotFound(photo=photo.sha256)
    answer.data, answer.mimetype = found
    return answer


def _photo_for(who: Actor, sha256: str) -> Photo:
    photo = queries.photo(db.session(), who.estate_id, sha256)
    uses = queries.uses_of(db.session(), who.estate_id, sha256)
    if not may_see(who.role, who.id, uses, photo.sent_by if photo else None):
        raise NotFound(photo=sha256)
    if photo is None:
        raise PhotoAwaited(photo=sha256)
    return photo
