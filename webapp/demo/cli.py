"""`flask demo`: fills an empty database with an estate to look at. A database with any estate is left alone."""

import json
from datetime import timedelta
from random import Random
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from webapp.core import clock
from webapp.core.db import db
from webapp.demo.cast import CAST, STEWARDS
from webapp.demo.found import NAME, found, hang_labels
from webapp.demo.phone import Phone
from webapp.demo.story import tell
from webapp.ground.estates.models import Estate

OPENED_BEFORE = timedelta(days=9)


@click.command("demo", help="Fill an empty database with the demo estate and say who can sign in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line.")
@with_appcontext
def demo(as_json: bool) -> None:
    """Make the demo estate, unless there is an estate."""
    if db.session.scalar(select(Estate.id).limit(1)):
        raise click.ClickException("There is an estate already, and it gets no demo people.")
    _play()
    told = _told()
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else _lines(told))


def _play() -> None:
    chance = Random()  # noqa: S311  # nosec B311  # what happens in a story is no secret
    settings, kinds = current_app.extensions["rounds.settings"], current_app.extensions["rounds.push_kinds"]
    now = clock.now()
    opened = now - OPENED_BEFORE
    estate_id = found(chance, now=now, at=opened)
    phones = {player.login: Phone(player, estate_id, settings.photo_store, at=opened) for player in STEWARDS}
    beats = hang_labels(estate_id, phones, kinds, at=opened)
    tell(phones, beats, kinds, chance, now)


def _told() -> dict[str, Any]:
    people = [
        {"login": player.login, "password": player.password, "name": player.name, "role": player.role.value}
        for player in CAST
    ]
    return {"estate": NAME, "people": people, "url": current_app.extensions["rounds.settings"].public_url}


def _lines(told: dict[str, Any]) -> str:
    people = [f"  {one['login']:<8}{one['password']:<20}{one['name']}  {one['role']}" for one in told["people"]]
    return "\n".join([f"{told['estate']}: {told['url']}", *people])
