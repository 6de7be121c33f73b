"""JSON of the people room, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import WireSchema, utc_moment
from webapp.ground.people.leaving.schemas import LeftOut

# No reason to hash more than this of what somebody sends.
SECRET = validate.Length(1, 256)


class DeviceIn(WireSchema):
    """The phone or browser: its id is made there once."""

    id = fields.UUID(required=True)
    name = fields.String(required=True, validate=validate.Length(1, 80))


class SignInIn(WireSchema):
    """Body of POST /session."""

    login = fields.String(required=True, validate=validate.Length(1, 64))
    password = fields.String(required=True, validate=SECRET)
    device = fields.Nested(DeviceIn, required=True)


class PartOut(WireSchema):
    """An estate where the person works."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    role = fields.String(required=True)
    duties = fields.List(fields.String(), required=True)


class MeOut(WireSchema):
    """Who is signed in."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    login = fields.String(required=True)
    has_pin = fields.Boolean(required=True)
    must_change_password = fields.Boolean(required=True)
    estates = fields.List(fields.Nested(PartOut), required=True)


class SessionOut(WireSchema):
    """Answer of GET /session."""

    me = fields.Nested(MeOut, required=True)
    csrf_token = fields.String(required=True)
    server_time = utc_moment(required=True)


class SignedInOut(SessionOut):
    """Answer of POST /session: with the push token, told this once."""

    push_token = fields.String(required=True)


class PasswordIn(WireSchema):
    """Body of POST /people/me/password."""

    password = fields.String(required=True, validate=SECRET)
    new_password = fields.String(required=True, validate=SECRET)


class PinIn(WireSchema):
    """Body of POST /people/me/pin."""

    password = fields.String(required=True, validate=SECRET)
    pin = fields.String(required=True, validate=validate.Length(max=16))


class ColleagueOut(WireSchema):
    """A line of GET /people; `left` of who works here no longer, `may_end` where the asker may end the part."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    login = fields.String(required=True)
    role = fields.String(required=True)
    duties = fields.List(fields.String(), required=True)
    active = fields.Boolean(required=True)
    has_pin = fields.Boolean(required=True)
    left = fields.Nested(LeftOut, required=True, allow_none=True)
    may_end = fields.Boolean(required=True)


class ResetIn(WireSchema):
    """Body of POST /people/{id}/reset."""

    what = fields.String(required=True, validate=validate.OneOf(["password", "pin"]))


class ResetOut(WireSchema):
    """The one-time password, told this once; absent for a PIN."""

    password = fields.String()


class WrittenOffOut(WireSchema):
    """That a phone was given up for lost."""

    written_off_at = utc_moment(required=True)
    by_name = fields.String(required=True)
    reason = fields.String(required=True)


class DeviceOut(WireSchema):
    """A line of GET /devices."""

    id = fields.UUID(required=True)
    name = fields.String(required=True)
    people = fields.List(fields.String(), required=True)
    first_contact_at = utc_moment(required=True)
    last_contact_at = utc_moment(required=True)
    last_pull_at = utc_moment(required=True, allow_none=True)
    waiting = fields.Integer(required=True)
    revoked_at = utc_moment(required=True, allow_none=True)
    revoked_reason = fields.String(required=True, allow_none=True)
    written_off = fields.Nested(WrittenOffOut, required=True, allow_none=True)


class RevokeIn(WireSchema):
    """Body of POST /devices/{id}/revoke."""

    reason = fields.String(required=True, validate=validate.Length(2, 200))
