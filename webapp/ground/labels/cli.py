"""Label sheets from the command line, for who runs the machine."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.core.errors import DomainError, NotFound
from webapp.ground.estates.cli import ESTATE, refusal
from webapp.ground.estates.queries import estate_called
from webapp.ground.labels.queries import places_to_walk
from webapp.ground.labels.rules import Printed
from webapp.ground.labels.schemas import MOST_BLANKS
from webapp.ground.labels.service import labels_to_print, make_blanks
from webapp.ground.labels.sheet import LAYOUTS, warnings, write_sheets
from webapp.ground.places.models import Place
from webapp.ground.places.queries import routes

WARNINGS = {
    "labels.no_https": "Without https a phone that scans these labels gets no camera and no offline work.",
    "labels.host_long": "The host is longer than 15 characters: smaller modules, read from less far away.",
    "labels.host_private": "The host is private: only phones in the same network will reach it.",
    "labels.modules_small": "On this paper the code is finer than 0.5 mm: choose a larger paper or a shorter address.",
}
WORDS = {
    "labels.nothing_to_print": "Every place has its label on the wall. Use --reprint to replace them",
}


@click.command("labels", help="Print the labels that do not hang yet, all routes or one, as one PDF.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Default: labels.pdf in the data folder.")
@click.option("--route", help="Name of the route.")
@click.option("--layout", type=click.Choice(list(LAYOUTS)), default="a4-3x8", show_default=True)
@click.option("--reprint", is_flag=True, help="Make a new label for every place, to replace the ones that hang.")
@click.option("--blank", type=click.IntRange(1, MOST_BLANKS), help="Make so many labels to be claimed on site instead.")
@ESTATE
@with_appcontext
def labels(
    out: Path | None, route: str | None, layout: str, reprint: bool, blank: int | None, estate: str | None
) -> None:
    """Write the sheets and say how many labels they hold."""
    settings = current_app.extensions["rounds.settings"]
    target = out or settings.data_dir / "labels.pdf"
    try:
        name, printed = _make_blanks(estate, blank) if blank else _choose(estate, route, reprint)
    except DomainError as error:
        raise refusal(error, WORDS) from error
    for warning in warnings(settings.public_url, LAYOUTS[layout]):
        click.echo(f"{settings.public_url}: {WARNINGS[warning]}", err=True)
    write_sheets(target, printed, estate=name, public_url=settings.public_url, layout=LAYOUTS[layout])
    click.echo(f"{len(printed)} labels: {target}")


def _choose(estate: str | None, route: str | None, reprint: bool) -> tuple[str, Sequence[Printed]]:
    """Answer the estate's name and the labels to print, kept."""
    with unit_of_work() as session:
        home = estate_called(session, estate)
        places = _places(session, home.id, route)
        return home.name, list(labels_to_print(session, home.id, places, reprint=reprint, now=clock.now()).values())


def _make_blanks(estate: str | None, count: int) -> tuple[str, Sequence[Printed]]:
    with unit_of_work() as session:
        home = estate_called(session, estate)
        return home.name, list(make_blanks(session, home.id, count, now=clock.now()).values())


def _places(session: Session, estate_id: UUID, route: str | None) -> Sequence[Place]:
    """Answer the places of the route, or of all routes, each once."""
    chosen = [one.id for one in routes(session, estate_id) if route in (None, one.name)]
    if not chosen:
        raise NotFound(route=route)
    return [place for _, place in places_to_walk(session, estate_id, chosen).values()]
