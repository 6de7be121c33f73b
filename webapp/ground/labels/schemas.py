"""JSON of the labels room, in and out."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from webapp.core.schema import QuerySchema, WireSchema, utc_moment
from webapp.ground.labels.rules import LONGEST_SPOT, RevokedAs
from webapp.ground.labels.sheet import LAYOUTS

MOST_BLANKS = 5_000
_LAYOUT = validate.OneOf(list(LAYOUTS))
_SPOT = validate.Length(max=LONGEST_SPOT)


class LabelCountsOut(WireSchema):
    """How many places of a route have which label."""

    printed = fields.Integer(required=True)
    active = fields.Integer(required=True)
    missing = fields.Integer(required=True)


class RouteOut(WireSchema):
    """A line of GET /labels/routes."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    places = fields.Integer(required=True)
    labels = fields.Nested(LabelCountsOut, required=True)


class UnlabelledOut(WireSchema):
    """A line of GET /labels/unlabelled: a spot of a place without a label on the wall."""

    place_id = fields.UUID(required=True)
    name = fields.String(required=True)
    spot = fields.String(required=True)
    route_id = fields.UUID(required=True, allow_none=True)
    route_name = fields.String(required=True, allow_none=True)
    state = fields.String(required=True, validate=validate.OneOf(["printed", "none"]))


class LabelOut(WireSchema):
    """A label of a place, with what became of it. `kind` is why it was revoked."""

    code = fields.String(required=True)
    spot = fields.String(required=True)
    generation = fields.Integer(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["printed", "active", "revoked"]))
    made_at = utc_moment(required=True)
    hung_at = utc_moment(required=True, allow_none=True)
    hung_by = fields.String(required=True, allow_none=True)
    revoked_at = utc_moment(required=True, allow_none=True)
    revoked_by = fields.String(required=True, allow_none=True)
    kind = fields.String(required=True, allow_none=True, validate=validate.OneOf([*RevokedAs, "replaced"]))
    reason = fields.String(required=True, allow_none=True)


class SheetIn(WireSchema):
    """Body of POST /labels/sheet. `reprint` makes a new label for every place of the route."""

    route_id = fields.UUID(required=True)
    layout = fields.String(required=True, validate=_LAYOUT)
    reprint = fields.Boolean(load_default=False)


class JobIn(WireSchema):
    """Body of POST /labels/jobs: the labels of these routes (null: of all), or so many blank ones."""

    route_ids = fields.List(fields.UUID, load_default=None, allow_none=True, validate=validate.Length(1, 1_000))
    blank = fields.Integer(load_default=None, allow_none=True, strict=True, validate=validate.Range(1, MOST_BLANKS))
    layout = fields.String(required=True, validate=_LAYOUT)
    reprint = fields.Boolean(load_default=False)

    @validates_schema
    def _either(self, data: dict[str, Any], **_: Any) -> None:
        if data["blank"] is not None and data["route_ids"] is not None:
            raise ValidationError("blank labels belong to no route", "blank")


class JobMadeOut(WireSchema):
    """Answer of POST /labels/jobs."""

    id = fields.UUID(required=True)


class FileOut(WireSchema):
    """A PDF that is drawn."""

    name = fields.String(required=True)
    labels = fields.Integer(required=True)
    url = fields.String(required=True)


class JobOut(WireSchema):
    """A print: `done` of its labels are drawn."""

    id = fields.UUID(required=True)
    layout = fields.String(required=True)
    made_at = utc_moment(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["waiting", "drawing", "ready", "failed"]))
    done = fields.Integer(required=True)
    of = fields.Integer(required=True)
    warnings = fields.List(fields.String, required=True)
    files = fields.List(fields.Nested(FileOut), required=True)


class OneMoreIn(WireSchema):
    """Body of POST /labels/for/{place}: one more label. Without `spot` an extra one gets a spot of its own."""

    extra = fields.Boolean(load_default=True)
    spot = fields.String(load_default=None, allow_none=True, validate=_SPOT)


class LookIn(QuerySchema):
    """How one label is drawn; `dpi` counts for pixels only."""

    layout = fields.String(load_default="a4-3x8", validate=_LAYOUT)
    dpi = fields.Integer(load_default=300, validate=validate.OneOf([300, 600]))


class RevokeLabelIn(WireSchema):
    """Body of POST /labels/{code}/revoke."""

    reason = fields.String(required=True, validate=validate.Length(2, 200))
    kind = fields.Enum(RevokedAs, by_value=True, load_default=None, allow_none=True)
