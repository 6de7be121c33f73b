"""Who is knocking: reads the session cookie, the CSRF token and the push token for the guards of `core/actor.py`."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask, current_app, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import update
from sqlalchemy.orm import Session

from webapp.core import actor as core
from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.errors import NotFound, NotSignedIn
from webapp.ground.people import queries
from webapp.ground.people.models import Person, SignIn
from webapp.ground.people.passwords import token_hash
from webapp.ground.people.refusals import DeviceRevoked, MustChangePassword, PushTokenEnded, WrongCsrfToken
from webapp.ground.people.rules import PUSH_TOKEN_LIFE, SIGN_IN_LIFE, Span, also_acts_as

# Use is written down this coarsely, so that reading a page does not write.
USE_NOTED_EVERY = timedelta(hours=1)
READING = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class SignedIn(UserMixin):  # type: ignore[misc]  # Flask-Login ships no types
    """What Flask-Login holds: one living sign-in."""

    sign_in_id: UUID
    person: core.Person
    last_used_at: datetime

    def get_id(self) -> str:
        """Answer what goes into the cookie."""
        return str(self.sign_in_id)


class _Cookie(SecureCookieSessionInterface):
    def get_cookie_secure(self, app: Flask) -> bool:
        # Over plain HTTP on the premises' own network a Secure cookie would never come back.
        return request.is_secure


class CookieGate:
    """The `Gate` of this house."""

    def person(self) -> core.Person:
        """Answer who is signed in; raises NotSignedIn or WrongCsrfToken."""
        if not current_user.is_authenticated:
            raise NotSignedIn()
        user: SignedIn = current_user._get_current_object()
        if request.method not in READING:
            _check_csrf(user.sign_in_id)
        _note_use(user)
        return user.person

    def actor(self, person: core.Person, estate_id: UUID | None) -> core.Actor:
        """Answer the person's part in the estate, or in the only one.

        Raises NotFound (also for an estate of others), DeviceRevoked or MustChangePassword.
        """
        parts = queries.parts_of(db.session(), person.id)
        asked = [(part, estate) for part, estate in parts if estate_id in (None, estate.id)]
        if len(asked) != 1:
            raise NotFound(estate=str(estate_id) if estate_id else None)
        part, estate = asked[0]
        revoked = queries.revoked_in(db.session(), person.device_id)
        if estate.id in revoked:
            raise DeviceRevoked(reason=revoked[estate.id])
        check_password_is_own(db.session(), person.id)
        also = also_acts_as(part.role, estate.settings)
        return core.Actor(person, estate.id, part.role, also, frozenset(part.duties))

    def maker(self) -> core.Maker:
        """Answer whom the push token speaks for; raises PushTokenEnded."""
        return maker_of_token(request.headers.get("X-Push-Token", ""))


def maker_of_token(token: str) -> core.Maker:
    """Answer whom a push token speaks for; raises PushTokenEnded."""
    now = clock.now()
    maker = queries.maker(db.session(), token_hash(token), now)
    if maker is None or (maker.ended_at is not None and now >= maker.ended_at + PUSH_TOKEN_LIFE):
        raise PushTokenEnded()
    return maker


def gate() -> core.Gate:
    """Answer the gate that the factory hands to the guards."""
    return CookieGate()


def init_app(app: Flask) -> None:
    """Teach `app` its session cookie."""
    app.config.update(
        SESSION_COOKIE_NAME="rounds",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        # The cookie is renewed when use is noted, not with every picture.
        SESSION_REFRESH_EACH_REQUEST=False,
        PERMANENT_SESSION_LIFETIME=SIGN_IN_LIFE,
    )
    app.session_interface = _Cookie()
    logins = LoginManager(app)
    logins.session_protection = None  # phones change address and browser version all day
    logins.user_loader(_living)


def estate_of_maker(maker: core.Maker) -> UUID:
    """Answer the estate that a call by push token names (`?estate=`), or the maker's only one; raises NotFound."""
    asked = request.args.get("estate", "")
    estates = queries.estates_ever_of(db.session(), maker.person_id)
    named = {estate for estate in estates if not asked or str(estate) == asked.lower()}
    if len(named) != 1:
        raise NotFound(estate=asked[:64])
    return named.pop()


def open_session(sign_in_id: UUID) -> str:
    """Give the browser its cookie and answer the CSRF token."""
    session.permanent = True
    login_user(_living(str(sign_in_id)))
    return csrf_token(sign_in_id)


def close_session() -> None:
    """Take the cookie back."""
    logout_user()
    session.clear()


def csrf_token(sign_in_id: UUID) -> str:
    """Answer what changing calls of this sign-in must send as X-CSRF-Token."""
    key = str(current_app.secret_key).encode()
    return hmac.new(key, b"csrf:" + sign_in_id.bytes, hashlib.sha256).hexdigest()


def check_password_is_own(store: Session, person_id: UUID) -> None:
    """Raise MustChangePassword while the password is one that somebody else has read out."""
    if store.get_one(Person, person_id).must_change_password:
        raise MustChangePassword()


def _living(cookie: str) -> SignedIn | None:
    try:
        row = db.session.get(SignIn, UUID(cookie))
    except ValueError:
        return None
    if row is None or clock.now() >= Span(row.last_used_at, row.ended_at).end:
        return None
    person = db.session.get_one(Person, row.person_id)
    if person.disabled_at is not None:
        return None
    who = core.Person(id=person.id, name=person.name, device_id=row.device_id, sign_in_id=row.id)
    return SignedIn(sign_in_id=row.id, person=who, last_used_at=row.last_used_at)


def _check_csrf(sign_in_id: UUID) -> None:
    sent = request.headers.get("X-CSRF-Token", "")
    if not hmac.compare_digest(sent.encode(), csrf_token(sign_in_id).encode()):
        raise WrongCsrfToken()


def _note_use(user: SignedIn) -> None:
    now = clock.now()
    if now - user.last_used_at < USE_NOTED_EVERY:
        return
    with unit_of_work() as store:
        store.execute(update(SignIn).where(SignIn.id == user.sign_in_id).values(last_used_at=now))
    session.modified = True
