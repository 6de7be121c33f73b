"""Base of what HTTP routes take and give: camelCase outside, unknown fields refused, moments aware."""

from typing import Any

from marshmallow import EXCLUDE, RAISE, Schema, fields


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


class WireSchema(Schema):
    """A JSON body. Field names are snake_case here and camelCase outside."""

    class Meta:
        """Refuse what we do not know: a misspelt field must not vanish."""

        unknown = RAISE

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Give the field its name on the wire."""
        field_obj.data_key = _camel(field_obj.data_key or field_name)


class QuerySchema(WireSchema):
    """A query string: others may have put something of their own beside ours (`estate`)."""

    class Meta:
        """Ignore what others put there."""

        unknown = EXCLUDE


def utc_moment(**options: Any) -> fields.AwareDateTime:
    """Answer a field for an aware moment, ISO 8601 with zone."""
    return fields.AwareDateTime(format="iso", **options)
