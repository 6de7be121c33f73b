"""JSON of the photos room, in and out."""

from marshmallow import fields, validate

from webapp.core.schema import QuerySchema, WireSchema
from webapp.ground.photos.rules import MAX_HASHES, Size

HASH = validate.Regexp(r"^[0-9a-f]{64}$")


class MissingIn(WireSchema):
    """Body of POST /photos/missing: SHA-256 in lower-case hex."""

    hashes = fields.List(fields.String(validate=HASH), required=True, validate=validate.Length(max=MAX_HASHES))


class MissingOut(WireSchema):
    """Those that the estate does not have, in the order asked."""

    missing = fields.List(fields.String(), required=True)


class SizeIn(QuerySchema):
    """Query of GET /photos/{sha256}."""

    size = fields.Enum(Size, by_value=True, load_default=Size.SCREEN)
