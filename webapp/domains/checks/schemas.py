"""JSON of what patrols recorded on a day."""

from marshmallow import fields

from webapp.core.schema import QuerySchema, WireSchema


class PatrolsQuery(QuerySchema):
    """Which day."""

    day = fields.Date(required=True)


class DayRecordOut(WireSchema):
    """A visit (without an item), or something found abnormal."""

    id = fields.UUID(required=True)
    serial = fields.String(required=True)
    at = fields.String(required=True, metadata={"format": "date-time"})
    place = fields.String(required=True)
    by_name = fields.String(required=True, attribute="byName")
    item = fields.String(required=True, allow_none=True)
    words = fields.String(required=True)
