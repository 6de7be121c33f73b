"""Who acts, and the one guard that every route names (`needs`, `needs_sign_in`, `needs_push_token`, `open_to_all`)."""

import enum
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any, Protocol, TypeVar, cast
from uuid import UUID

from flask import current_app, g, request

from webapp.core.errors import NotAllowed

View = TypeVar("View", bound=Callable[..., Any])


class Role(enum.StrEnum):
    """What a person is in one estate (`domain/README.md` 3.1)."""

    STEWARD = "steward"
    MODEL_ROOM_STEWARD = "model_room_steward"
    FRONT_DESK = "front_desk"
    RENOVATION_INSPECTOR = "renovation_inspector"
    ENGINEER = "engineer"
    GUARD = "guard"
    CLEANER = "cleaner"
    FINANCE = "finance"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    OFFICE_MANAGER = "office_manager"
    GM = "gm"
    ADMIN = "admin"


# Who sees an estate's whole day.
OVERSEERS = (Role.SUPERVISOR, Role.MANAGER, Role.OFFICE_MANAGER)
EVERYBODY = tuple(Role)


class Duty(enum.StrEnum):
    """What somebody sees to besides their role."""

    KEY_KEEPER = "key_keeper"
    ARCHIVIST = "archivist"


class Somebody(Protocol):
    """Whose word something is: a person signed in now, or one whom the worker remembers."""

    @property
    def id(self) -> UUID:
        """The person's id."""

    @property
    def name(self) -> str:
        """What the person is called."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody signed in on a device; not yet in any estate."""

    id: UUID
    name: str
    device_id: UUID
    sign_in_id: UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """A person acting in one estate."""

    person: Person
    estate_id: UUID
    role: Role
    also: frozenset[Role] = frozenset()  # whose acts the estate lets this role do besides
    duties: frozenset[str] = frozenset()

    @property
    def id(self) -> UUID:
        """The person's id."""
        return self.person.id


@dataclass(frozen=True, slots=True)
class Maker:
    """Who a push token speaks for: it may push and send photos, nothing else (`protocol.md` 1)."""

    person_id: UUID
    device_id: UUID
    # The token was made before sign-out or disabling at this moment; later items arrive marked.
    ended_at: datetime | None


class Gate(Protocol):
    """What the people room offers to the guard; the factory hands it over."""

    def person(self) -> Person:
        """Answer who is signed in; raises NotSignedIn. Checks the CSRF token of changing calls."""

    def actor(self, person: Person, estate_id: UUID | None) -> Actor:
        """Answer the person's part in the estate asked for (or the only one); raises NotFound."""

    def maker(self) -> Maker:
        """Answer whom the push token speaks for; raises NotSignedIn."""


def _gate() -> Gate:
    return cast(Gate, current_app.extensions["rounds.gate"])


def archives(who: Actor) -> bool:
    """Say whether the person sees to the estate's records as a whole: overseers and the archivist do."""
    return not {who.role, *who.also}.isdisjoint(OVERSEERS) or Duty.ARCHIVIST in who.duties


def needs(*roles: Role, duty: Duty | None = None) -> Callable[[View], View]:
    """Let only these roles of the estate in, and who has that duty; the view finds them in `actor()`."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> Any:
            acting = _gate().actor(_gate().person(), _asked_estate())
            if {acting.role, *acting.also}.isdisjoint(roles) and duty not in acting.duties:
                raise NotAllowed(needs=[role.value for role in roles])
            g.actor = acting
            return view(*args, **kwargs)

        guarded.needs = tuple(role.value for role in roles)  # type: ignore[attr-defined]  # read by the house tests
        return cast(View, guarded)

    return guard


def needs_sign_in(view: View) -> View:
    """Let anybody in who is signed in, whatever the estate; the view finds them in `person()`."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        g.person = _gate().person()
        return view(*args, **kwargs)

    guarded.needs = ("sign_in",)  # type: ignore[attr-defined]  # read by the house tests
    return cast(View, guarded)


def needs_push_token(view: View) -> View:
    """Let in whoever a push token speaks for; the view finds them in `maker()`."""

    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        g.maker = _gate().maker()
        return view(*args, **kwargs)

    guarded.needs = ("push_token",)  # type: ignore[attr-defined]  # read by the house tests
    return cast(View, guarded)


def open_to_all(view: View) -> View:
    """Say on purpose that anybody may call this."""
    view.needs = ("nobody",)  # type: ignore[attr-defined]  # read by the house tests
    return view


def actor() -> Actor:
    """Answer who acts in this request."""
    return cast(Actor, g.actor)


def person() -> Person:
    """Answer who is signed in in this request."""
    return cast(Person, g.person)


def maker() -> Maker:
    """Answer whom this request's push token speaks for."""
    return cast(Maker, g.maker)


def _asked_estate() -> UUID | None:
    asked = request.args.get("estate") or request.headers.get("X-Estate")
    if not asked:
        return None
    try:
        return UUID(asked)
    except ValueError:
        raise NotAllowed(estate=asked[:64]) from None
