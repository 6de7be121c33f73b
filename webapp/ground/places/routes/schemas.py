"""JSON of routes, in and out."""

from typing import Any
from uuid import UUID

from marshmallow import fields, post_load, validate

from webapp.core.schema import WireSchema
from webapp.ground.places.lines import Line
from webapp.ground.places.routes.rules import Frequency, RouteState

# More places than the largest estate has floors.
MOST_PLACES = 10_000
NAME = validate.Length(1, 120)


def _frequencies(**options: Any) -> fields.Dict:
    return fields.Dict(keys=fields.UUID(), values=fields.Enum(Frequency, by_value=True), **options)


class RouteIn(WireSchema):
    """What is said of a route: `placeIds` in walking order; places not in `frequencies` are visited on every round."""

    name = Line(required=True, validate=NAME)
    place_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(max=MOST_PLACES))


class NewPatrolRouteIn(RouteIn):
    """Body of POST /places/routes."""

    steward_id = fields.UUID(load_default=None, allow_none=True)
    frequencies = _frequencies(load_default=dict)

    @post_load
    def as_state(self, data: dict[str, Any], **_: Any) -> RouteState:
        """Answer the route as rules see it."""
        return _state(**data, active=True)


class PatrolRouteIn(RouteIn):
    """Body of PUT /places/routes/{id}: the whole route, with the `version` that was read and changed.

    A page of before knows no `frequencies`: where it leaves them out they stay.
    """

    steward_id = fields.UUID(required=True, allow_none=True)
    frequencies = _frequencies()
    active = fields.Boolean(required=True)
    version = fields.String(required=True, validate=validate.Length(max=64))

    @post_load
    def as_state(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Answer {asked: RouteState, version, as_often: frequencies stay}."""
        version, as_often = data.pop("version"), "frequencies" not in data
        return {"asked": _state(**{"frequencies": {}, **data}), "version": version, "as_often": as_often}


class PatrolRouteOut(WireSchema):
    """A route. `placeIds` in walking order, those switched off too; `version` is another one after every change."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    steward_id = fields.UUID(required=True, allow_none=True)
    steward_name = fields.String(required=True, allow_none=True)
    active = fields.Boolean(required=True)
    place_ids = fields.List(fields.UUID(), required=True)
    frequencies = _frequencies(required=True)
    version = fields.String(required=True)


class OrderOut(WireSchema):
    """Answer of GET /places/routes/{id}/proposal."""

    place_ids = fields.List(fields.UUID(), required=True)


def _state(place_ids: list[UUID], frequencies: dict[UUID, Frequency], **rest: Any) -> RouteState:
    often = {
        place_id: frequencies[place_id]
        for place_id in place_ids
        if frequencies.get(place_id, Frequency.EVERY_ROUND) is not Frequency.EVERY_ROUND
    }
    return RouteState(**rest, place_ids=tuple(place_ids), frequencies=often)
