"""JSON of channels and of what went out."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from webapp.core.schema import WireSchema, utc_moment
from webapp.ground.notices.kinds import LANGUAGES
from webapp.ground.notices.models import DeliveryState

_CLOCK = validate.Regexp(r"^([01]\d|2[0-3]):[0-5]\d$")


class ChannelIn(WireSchema):
    """A channel as it shall be. `url` may be left out of a change: what is there stays, and is never shown."""

    name = fields.String(required=True, validate=validate.Length(1, 40))
    url = fields.String(load_default="", validate=validate.Length(max=1000))
    language = fields.String(required=True, validate=validate.OneOf(LANGUAGES))
    urgent_only = fields.Boolean(required=True)
    quiet_from = fields.String(allow_none=True, load_default=None, validate=_CLOCK)
    quiet_to = fields.String(allow_none=True, load_default=None, validate=_CLOCK)
    active = fields.Boolean(required=True)

    @validates_schema
    def _both_or_none(self, told: dict[str, Any], **_told: Any) -> None:
        if (told.get("quiet_from") is None) != (told.get("quiet_to") is None):
            raise ValidationError("quiet hours have two ends", "quiet_to")


class ChannelOut(WireSchema):
    """A channel without its secret; `service` is what it goes by."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    service = fields.String(required=True)
    language = fields.String(required=True)
    urgent_only = fields.Boolean(required=True)
    quiet_from = fields.String(required=True, allow_none=True)
    quiet_to = fields.String(required=True, allow_none=True)
    active = fields.Boolean(required=True)


class WordsOut(WireSchema):
    """A notice in one language."""

    title = fields.String(required=True)
    line = fields.String(required=True)


class DeliveryOut(WireSchema):
    """One notice by one channel; `channel` is null once that is gone. `error`: what the last failure said."""

    words = fields.Dict(keys=fields.String(), values=fields.Nested(WordsOut), required=True)
    channel = fields.String(required=True, allow_none=True)
    state = fields.Enum(DeliveryState, by_value=True, required=True)
    tries = fields.Integer(required=True)
    at = utc_moment(required=True)
    error = fields.String(required=True, allow_none=True)
