"""`flask demo`: fills an empty database with an estate to look at. A database with any estate is left alone."""

import json
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from webapp.core import clock
from webapp.core.db import db
from webapp.demo.cast import CAST
from webapp.demo.found import NAME
from webapp.demo.play import play
from webapp.ground.estates.models import Estate


@click.command("demo", help="Fill an empty database with the demo estate and say who can sign in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line.")
@click.option("--days", default=7, show_default=True, type=click.IntRange(0, 60), help="Days of rounds behind today.")
@with_appcontext
def demo(as_json: bool, days: int) -> None:
    """Make the demo estate, unless there is an estate."""
    if db.session.scalar(select(Estate.id).limit(1)):
        raise click.ClickException("There is an estate already, and it gets no demo people.")
    extensions = current_app.extensions
    play(extensions["rounds.settings"].photo_store, extensions["rounds.push_kinds"], now=clock.now(), days=days)
    told = _told()
    click.echo(json.dumps(told, ensure_ascii=False) if as_json else _lines(told))


def _told() -> dict[str, Any]:
    people = [
        {"login": player.login, "password": player.password, "name": player.name, "role": player.role.value}
        for player in CAST
    ]
    return {"estate": NAME, "people": people, "url": current_app.extensions["rounds.settings"].public_url}


def _lines(told: dict[str, Any]) -> str:
    people = [f"  {one['login']:<8}{one['password']:<20}{one['name']}  {one['role']}" for one in told["people"]]
    return "\n".join([f"{told['estate']}: {told['url']}", *people])
