"""JSON of places, in and out."""

from typing import Any

from marshmallow import fields, post_load, pre_load, validate

from webapp.core.schema import WireSchema
from webapp.ground.places.lines import Line
from webapp.ground.places.rules import PlaceType
from webapp.ground.places.service import Draft

NAME = validate.Length(1, 120)
# Nobody pastes more; a whole estate has fewer places outside.
MOST_NAMES = 500
FLOOR = validate.Range(-20, 200)


class PatrolPlaceOut(WireSchema):
    """A place with the routes it stands on; on none, nobody walks by."""

    id = fields.UUID(required=True)
    type = fields.Enum(PlaceType, by_value=True, required=True)
    name = fields.String(required=True)
    building_id = fields.UUID(required=True, allow_none=True)
    stairwell_id = fields.UUID(required=True, allow_none=True)
    floor = fields.Integer(required=True, allow_none=True)
    active = fields.Boolean(required=True)
    routes = fields.List(fields.UUID(), required=True)


class NewPlaceIn(WireSchema):
    """Body of POST /places: outside, in a building, or in one of its stairwells; `after` is the place before it."""

    type = fields.Enum(PlaceType, by_value=True, required=True)
    name = Line(required=True, validate=NAME)
    building_id = fields.UUID(load_default=None, allow_none=True)
    stairwell_id = fields.UUID(load_default=None, allow_none=True)
    floor = fields.Integer(load_default=None, allow_none=True, strict=True, validate=FLOOR)
    after = fields.UUID(load_default=None, allow_none=True)

    @post_load
    def as_draft(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer {draft, after}."""
        after = data.pop("after")
        return {"draft": Draft(**data), "after": after}


class NewPlacesIn(WireSchema):
    """Body of POST /places/many: a pasted list, blank lines and all."""

    type = fields.Enum(PlaceType, by_value=True, required=True)
    names = fields.List(Line(validate=NAME), required=True, validate=validate.Length(1, MOST_NAMES))

    @pre_load
    def without_blank_lines(self, data: Any, **_: Any) -> Any:
        """Leave out lines without a word."""
        names = data.get("names") if isinstance(data, dict) else None
        if not isinstance(names, list):
            return data
        return {**data, "names": [name for name in names if not isinstance(name, str) or name.strip()]}


class PlacesOut(WireSchema):
    """Answer of POST /places/many, in the order of the list."""

    places = fields.List(fields.Nested(PatrolPlaceOut), required=True)


class PatrolPlaceIn(WireSchema):
    """Body of PUT /places/{id}."""

    name = Line(required=True, validate=NAME)
    active = fields.Boolean(required=True)
