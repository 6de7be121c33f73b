"""How a thing stands, as entries say it and as its columns hold it: a Struct whose fields are its columns.

An entry says only what it changed. What is made of several values (structs, tuples, mappings) is a JSON column.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from webapp.core.wire import Wire, plain

Standing = TypeVar("Standing", bound=Wire)


def changed(before: Wire | None, after: Wire) -> dict[str, Any]:
    """Answer, as JSON values by name, the fields that `after` has otherwise than `before`: all where there was none."""
    return {
        name: plain(getattr(after, name))
        for name in _types(type(after))
        if before is None or getattr(before, name) != getattr(after, name)
    }


def columns(kind: type[Wire], told: Mapping[str, Any]) -> dict[str, Any]:
    """Answer what `changed` told of a `kind` as columns hold it."""
    types = _types(kind)
    return {
        name: value if _is_json(types[name]) else msgspec.convert(value, types[name], strict=False)
        for name, value in told.items()
    }


def from_columns(kind: type[Standing], values: Mapping[str, Any]) -> Standing:
    """Answer the `kind` that columns hold; what else `values` has is left aside."""
    return kind(
        **{
            name: msgspec.convert(values[name], type_, str_keys=True) if _is_json(type_) else values[name]
            for name, type_ in _types(kind).items()
        }
    )


@cache
def _types(kind: type[Wire]) -> Mapping[str, Any]:
    return get_type_hints(kind, include_extras=True)


@cache
def _is_json(type_: Any) -> bool:
    if get_origin(type_) in (tuple, dict, list, Mapping):
        return True
    if isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        return True
    return any(_is_json(one) for one in get_args(type_) if one is not type(None) and _is_type(one))


def _is_type(one: Any) -> bool:
    return isinstance(one, type) or get_origin(one) is not None
