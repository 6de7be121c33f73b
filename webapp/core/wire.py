"""Values that travel: camelCase outside, snake_case inside, unknown fields refused. Compiled, so a push stays cheap."""

from typing import Any, TypeVar

import msgspec

from webapp.core.errors import BadShape

W = TypeVar("W")


class Wire(msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True):
    """Base of every value that a phone sends."""


def read(kind: type[W], data: Any) -> W:
    """Answer `data` (JSON values) as `kind`; raises BadShape with the place and the reason."""
    try:
        return msgspec.convert(data, type=kind, strict=True, str_keys=True)
    except msgspec.ValidationError as error:
        raise BadShape(reason=str(error)) from error


def plain(value: Any) -> Any:
    """Answer `value` as JSON values (dict, list, str …), with the names used on the wire."""
    return msgspec.to_builtins(value)
