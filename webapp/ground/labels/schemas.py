"""JSON of the labels room, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import WireSchema
from webapp.ground.labels.sheet import LAYOUTS


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


class SheetIn(WireSchema):
    """Body of POST /labels/sheet. `reprint` makes a new label for every place of the route."""

    route_id = fields.UUID(required=True)
    layout = fields.String(required=True, validate=validate.OneOf(list(LAYOUTS)))
    reprint = fields.Boolean(load_default=False)


class RevokeLabelIn(WireSchema):
    """Body of POST /labels/{code}/revoke."""

    reason = fields.String(required=True, validate=validate.Length(2, 200))
