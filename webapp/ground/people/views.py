"""HTTP doors of the people room: parse, call, shape."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs, needs_sign_in, open_to_all, person
from webapp.core.db import db, unit_of_work
from webapp.ground.people import queries, service
from webapp.ground.people.gate import check_password_is_own, close_session, csrf_token, open_session
from webapp.ground.people.leaving.rules import may_end
from webapp.ground.people.models import Person
from webapp.ground.people.refusals import BadCredentials, WrongPassword
from webapp.ground.people.schemas import (
    ColleagueOut,
    DeviceOut,
    PasswordIn,
    PinIn,
    ResetIn,
    ResetOut,
    RevokeIn,
    SessionOut,
    SignedInOut,
    SignInIn,
)
from webapp.ground.people.sign_in import check_own_password, sign_in, sign_out

bp = Blueprint("people", __name__, url_prefix="/api/v1", description="Who is signed in, colleagues, devices")


@bp.post("/session")
@open_to_all
@bp.arguments(SignInIn)
@bp.response(200, SignedInOut)
def open_(body: dict[str, Any]) -> dict[str, Any]:
    now = clock.now()
    device = body["device"]
    opened = sign_in(body["login"], body["password"], device["id"], device["name"], now=now)
    return {
        "csrf_token": open_session(opened.sign_in_id),
        "push_token": opened.push_token,
        "me": queries.me(db.session(), opened.person_id),
        "server_time": now,
    }


@bp.get("/session")
@needs_sign_in
@bp.response(200, SessionOut)
def who_am_i() -> dict[str, Any]:
    return {
        "csrf_token": csrf_token(person().sign_in_id),
        "me": queries.me(db.session(), person().id),
        "server_time": clock.now(),
    }


@bp.delete("/session")
@needs_sign_in
@bp.response(204)
def close() -> None:
    sign_out(person().sign_in_id, now=clock.now())
    close_session()


@bp.post("/people/me/password")
@needs_sign_in
@bp.arguments(PasswordIn)
@bp.response(204)
def change_password(body: dict[str, Any]) -> None:
    _ask_password(body["password"])
    with unit_of_work() as session:
        own = session.get_one(Person, person().id)
        service.change_password(session, own, body["new_password"], person().sign_in_id, now=clock.now())


@bp.post("/people/me/pin")
@needs_sign_in
@bp.arguments(PinIn)
@bp.response(204)
def set_pin(body: dict[str, Any]) -> None:
    check_password_is_own(db.session(), person().id)
    _ask_password(body["password"])
    with unit_of_work() as session:
        service.set_pin(session, session.get_one(Person, person().id), body["pin"])


@bp.get("/people")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, ColleagueOut(many=True))
def colleagues() -> list[dict[str, Any]]:
    who, here = actor(), queries.colleagues(db.session(), actor().estate_id)
    return [{**one, "may_end": may_end(who, one["id"], one["role"])} for one in here]


@bp.post("/people/<uuid:person_id>/reset")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(ResetIn)
@bp.response(200, ResetOut)
def reset(body: dict[str, Any], person_id: UUID) -> dict[str, Any]:
    with unit_of_work() as session:
        if body["what"] == "password":
            return {"password": service.reset_password(session, actor(), person_id, now=clock.now())}
        service.reset_pin(session, actor(), person_id)
        return {}


@bp.get("/devices")
@needs(*OVERSEERS, Role.ADMIN)
@bp.response(200, DeviceOut(many=True))
def devices() -> list[dict[str, Any]]:
    return queries.devices(db.session(), actor().estate_id)


@bp.post("/devices/<uuid:device_id>/revoke")
@needs(*OVERSEERS, Role.ADMIN)
@bp.arguments(RevokeIn)
@bp.response(204)
def revoke(body: dict[str, Any], device_id: UUID) -> None:
    with unit_of_work() as session:
        service.revoke_device(session, actor(), device_id, body["reason"].strip(), now=clock.now())


def _ask_password(password: str) -> None:
    # Counted like a sign-in: an unlocked phone left on a desk is no place to guess at leisure.
    login = queries.me(db.session(), person().id)["login"]
    try:
        check_own_password(login, password, person().device_id, now=clock.now())
    except BadCredentials:
        raise WrongPassword() from None
