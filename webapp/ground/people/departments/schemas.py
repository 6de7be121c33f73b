"""JSON of departments, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import WireSchema


class DepartmentIn(WireSchema):
    """Body of PUT /departments/{id}; `member_ids` is the whole list."""

    name = fields.String(required=True, validate=[validate.Length(1, 40), validate.Regexp(r"\s*\S")])
    head_id = fields.UUID(required=True, allow_none=True)
    member_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=500))


class DepartmentOut(WireSchema):
    """A department: `member_ids` are all who belong to it, `named_ids` those whom its list names."""

    id = fields.UUID(required=True)
    kind = fields.String(required=True)
    name = fields.String(required=True)
    head_id = fields.UUID(required=True, allow_none=True)
    member_ids = fields.List(fields.UUID(), required=True)
    named_ids = fields.List(fields.UUID(), required=True)
