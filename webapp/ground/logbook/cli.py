"""`flask logbook …`: verify the book, and tell phones of backups and restores."""

import json
import sys
from collections.abc import Mapping
from functools import partial
from typing import cast
from uuid import UUID

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy import select, union
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.domain import PushKind
from webapp.core.feed import EstateHead
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.heads import begin_epoch, heads, mark_safe
from webapp.ground.logbook.models import LogbookEntry, Receipt
from webapp.ground.logbook.verify import Report, verify
from webapp.ground.logbook.verify.difference import Difference

logbook = AppGroup("logbook", help="The logbook of records.")


@logbook.command("verify")
@click.option("--estate", help="Name of the estate; default all.")
def verify_command(estate: str | None) -> None:
    """Find every edit, deletion or gap; exit 1 when there is one."""
    kinds = cast(Mapping[str, PushKind], current_app.extensions["rounds.push_kinds"])
    session = _snapshot()
    differences = 0
    estates = _estates(session, estate)
    if not estates:
        click.echo(Report())
    for estate_id, name in estates.items():
        report = verify(session, estate_id, kinds, partial(_tell, name))
        click.echo(f"{name}: {report}")
        differences += report.differences
    sys.exit(1 if differences else 0)


@logbook.command("new-epoch")
def new_epoch() -> None:
    """Begin a new life of the store after a restore, so that phones send again what they still hold."""
    with unit_of_work() as session:
        epoch = begin_epoch(session, clock.now())
    click.echo(str(epoch))


@logbook.command("heads")
def heads_command() -> None:
    """Print the newest entry and hash of each estate as JSON."""
    found = heads(db.session())
    click.echo(json.dumps({str(estate): {"entry": entry, "hash": hash_} for estate, (entry, hash_) in found.items()}))


@logbook.command("safe-up-to")
@click.argument("entry", type=click.IntRange(min=0))
@click.option("--estate", help="Name of the estate; default all.")
def safe_up_to(entry: int, estate: str | None) -> None:
    """Say that a verified backup holds the entries up to ENTRY; phones then let go of them."""
    with unit_of_work() as session:
        ends = heads(session)
        for estate_id in _estates(session, estate):
            mark_safe(session, estate_id, min(entry, ends.get(estate_id, (0, ""))[0]), clock.now())


def _snapshot() -> Session:
    """Answer a session that sees the store as it is now, however long it looks."""
    session = db.session()
    session.rollback()
    if db.engine.dialect.name == "postgresql":
        session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    return session


def _estates(session: Session, name: str | None) -> dict[UUID, str]:
    """Answer the estates to look at, with their names; also such as somebody took out of the list."""
    names = dict(session.execute(select(Estate.id, Estate.name)).all())
    if name is not None:
        found = {id_: estate for id_, estate in names.items() if estate == name}
        if not found:
            raise click.ClickException(f"there is no estate {name}")
        return found
    booked = union(select(EstateHead.estate_id), select(LogbookEntry.estate_id), select(Receipt.estate_id))
    return {id_: str(id_) for (id_,) in session.execute(booked)} | names


def _tell(estate: str, difference: Difference) -> None:
    click.echo(f"{estate}: {difference}")
