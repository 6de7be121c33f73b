"""Refusals: a rule did not allow what a person asked for. Each has a stable code that the app translates."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import ClassVar

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]


class DomainError(Exception):
    """The rules do not allow what a person asked for."""

    code: ClassVar[str]
    status: ClassVar[HTTPStatus] = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, **params: JsonValue) -> None:
        """Keep `params`: JSON values only, fit to be shown to the person."""
        super().__init__(self.code)
        self.params: Mapping[str, JsonValue] = params


class NotFound(DomainError):
    """There is no such thing in this estate, or this person may not know of it."""

    code = "core.not_found"
    status = HTTPStatus.NOT_FOUND


class NotSignedIn(DomainError):
    """Nobody is signed in, or the session has ended."""

    code = "core.not_signed_in"
    status = HTTPStatus.UNAUTHORIZED


class NotAllowed(DomainError):
    """The person's role does not cover this act."""

    code = "core.not_allowed"
    status = HTTPStatus.FORBIDDEN


class Conflict(DomainError):
    """The stored state has moved on since the person last saw it."""

    code = "core.conflict"
    status = HTTPStatus.CONFLICT


class BadShape(DomainError):
    """What was sent has not the shape it should have; `params` names the field."""

    code = "core.bad_shape"


class TooLarge(DomainError):
    """More was sent than is taken in at once."""

    code = "core.too_large"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
