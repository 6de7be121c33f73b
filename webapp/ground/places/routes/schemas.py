"""JSON of routes, in and out."""

from typing import Any

from marshmallow import fields, post_load, validate

from webapp.core.schema import WireSchema
from webapp.ground.places.lines import Line
from webapp.ground.places.routes.rules import RouteState

# More places than the largest estate has floors.
MOST_PLACES = 10_000
NAME = validate.Length(1, 120)


class NewPatrolRouteIn(WireSchema):
    """Body of POST /places/routes: `placeIds` in walking order."""

    name = Line(required=True, validate=NAME)
    steward_id = fields.UUID(load_default=None, allow_none=True)
    place_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=MOST_PLACES))

    @post_load
    def as_state(self, data: dict[str, Any], **_: Any) -> RouteState:
        """Answer the route as rules see it."""
        return RouteState(**{**data, "place_ids": tuple(data["place_ids"])}, active=True)


class PatrolRouteIn(WireSchema):
    """Body of PUT /places/routes/{id}: the whole route, with the `version` that was read and changed."""

    name = Line(required=True, validate=NAME)
    steward_id = fields.UUID(required=True, allow_none=True)
    place_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=MOST_PLACES))
    active = fields.Boolean(required=True)
    version = fields.String(required=True, validate=validate.Length(max=64))

    @post_load
    def as_state(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer {asked: RouteState, version}."""
        version = data.pop("version")
        return {"asked": RouteState(**{**data, "place_ids": tuple(data["place_ids"])}), "version": version}


class PatrolRouteOut(WireSchema):
    """A route. `placeIds` in walking order, those switched off too; `version` is another one after every change."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    steward_id = fields.UUID(required=True, allow_none=True)
    steward_name = fields.String(required=True, allow_none=True)
    active = fields.Boolean(required=True)
    place_ids = fields.List(fields.UUID(), required=True)
    version = fields.String(required=True)


class OrderOut(WireSchema):
    """Answer of GET /places/routes/{id}/proposal."""

    place_ids = fields.List(fields.UUID(), required=True)
