"""A line of text as people type or paste it."""

from typing import Any

from marshmallow import fields


class Line(fields.String):
    """A text in which space around it and doubled space make no difference."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        return " ".join(super()._deserialize(value, attr, data, **options).split())
