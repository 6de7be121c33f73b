"""JSON of leaving, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import WireSchema


class LeaveIn(WireSchema):
    """Body of POST /people/{id}/leave.

    Left on is the last day of work; despite says that it is known what is still in their name.
    """

    left_on = fields.Date(required=True)
    reason = fields.String(required=True, validate=[validate.Length(2, 200), validate.Regexp(r"\s*\S.*\S")])
    despite = fields.Boolean(load_default=False)


class HeldOut(WireSchema):
    """Something in a person's name. Kind is `room.thing`."""

    kind = fields.String(required=True)
    id = fields.UUID(required=True)
    name = fields.String(required=True)


class LeftOut(WireSchema):
    """How somebody left, by whose word, and what was still in their name."""

    left_on = fields.Date(required=True)
    reason = fields.String(required=True)
    held = fields.List(fields.String(), required=True)
    by_name = fields.String(required=True)
