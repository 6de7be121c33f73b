"""A line of text as people type or paste it."""

import unicodedata
from typing import Any

from marshmallow import fields

# Control and format characters: nobody sees them, and two names that look alike would not be.
_UNSEEN = ("Cc", "Cf")


class Line(fields.String):
    """A text without what nobody sees; space around it and doubled space make no difference."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **options: Any) -> str:
        words = super()._deserialize(value, attr, data, **options).split()
        seen = (character for character in " ".join(words) if unicodedata.category(character) not in _UNSEEN)
        line = "".join(seen).strip()
        if any(unicodedata.category(character) == "Cs" for character in line):  # half a character: no store takes it
            raise self.make_error("invalid_utf8")
        return line
