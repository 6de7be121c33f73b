"""Writes push and pull into the OpenAPI document: their bodies are read by msgspec, not by marshmallow."""

from collections.abc import Mapping
from typing import Any

import msgspec
from flask_smorest import Api

from webapp.core.domain import PushKind
from webapp.sync.envelope import MAX_ITEMS, Envelope, SentItem

REF = "#/components/schemas/{name}"
UUID_TEXT = {"type": "string", "format": "uuid"}
MOMENT = {"type": "string", "format": "date-time"}
NUMBER = {"type": "integer"}
LIFE = {"epoch": UUID_TEXT, "safeUpTo": NUMBER, "serverTime": MOMENT}


def describe(api: Api, kinds: Mapping[str, PushKind]) -> None:
    """Add the shapes of the envelope, of every kind's body and of the answers to the document of `api`."""
    bodies = {name: kind.body for name, kind in sorted(kinds.items())}
    _, components = msgspec.json.schema_components([Envelope, SentItem, *bodies.values()], ref_template=REF)
    components["SentItem"]["properties"]["body"] = {"anyOf": [_ref(body.__name__) for body in bodies.values()]}
    components["Envelope"]["properties"]["items"] = {
        "type": "array",
        "maxItems": MAX_ITEMS,
        "items": _ref("SentItem"),
    }
    for name, schema in {**components, **ANSWERS}.items():
        api.spec.components.schema(name, schema)
    paths = api.spec._paths  # apispec has no door to a path that is already described
    paths["/api/v1/sync/push"]["post"] |= {
        "requestBody": {"required": True, "content": {"application/json": {"schema": _ref("Envelope")}}},
        "responses": {"200": _answer("PushAnswer"), **REFUSALS},
    }
    paths["/api/v1/sync/pull"]["get"]["responses"] = {"200": _answer("PullAnswer"), **REFUSALS}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": REF.format(name=name)}


def _answer(name: str) -> dict[str, Any]:
    return {"description": "OK", "content": {"application/json": {"schema": _ref(name)}}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(items: Any) -> dict[str, Any]:
    return {"type": "array", "items": items}


PROBLEM = _object(status=NUMBER, code={"type": "string"}, detail={"type": "string"}, params={"type": "object"})
REFUSALS = {
    "default": {"description": "A refusal", "content": {"application/problem+json": {"schema": _ref("Problem")}}}
}
ANSWERS: dict[str, dict[str, Any]] = {
    "Problem": PROBLEM,
    "Applied": _object(
        id=UUID_TEXT,
        outcome={"const": "applied"},
        serial={"type": ["string", "null"]},
        entry=NUMBER,
        hash={"type": "string"},
    ),
    "Refused": _object(id=UUID_TEXT, outcome={"const": "refused"}, code={"type": "string"}, params={"type": "object"}),
    "PushAnswer": _object(
        answers=_list({"oneOf": [_ref("Applied"), _ref("Refused")]}),
        held=_list(_object(id=UUID_TEXT, code={"type": "string"})),
        **LIFE,
    ),
    "Change": _object(kind={"type": "string"}, id=UUID_TEXT, data={"type": ["object", "null"]}),
    "PullAnswer": _object(
        changes=_list(_ref("Change")),
        cursor={"type": "string"},
        change=NUMBER,
        more={"type": "boolean"},
        reset={"type": "boolean"},
        head=_object(entry=NUMBER, hash={"type": "string"}),
        **LIFE,
    ),
}
