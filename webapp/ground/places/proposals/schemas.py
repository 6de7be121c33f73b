"""JSON of proposals, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import WireSchema
from webapp.ground.places.rules import PlaceType

MOST_KEYS = 20_000


class ProposalOut(WireSchema):
    """A place that could be made. `default` says whether nearly every house of this kind has it."""

    key = fields.String(required=True)
    expected = fields.String(required=True)
    type = fields.Enum(PlaceType, by_value=True, required=True)
    name = fields.String(required=True)
    building_id = fields.UUID(required=True)
    building = fields.String(required=True)
    stairwell_id = fields.UUID(required=True, allow_none=True)
    stairwell = fields.String(required=True, allow_none=True)
    floor = fields.Integer(required=True, allow_none=True)
    default = fields.Boolean(required=True)


class ConfirmIn(WireSchema):
    """Body of POST /places/proposals/confirm."""

    keys = fields.List(
        fields.String(validate=validate.Length(1, 80)), required=True, validate=validate.Length(1, MOST_KEYS)
    )


class MadeOut(WireSchema):
    """How many places and routes were made."""

    places = fields.Integer(required=True)
    routes = fields.Integer(required=True)
