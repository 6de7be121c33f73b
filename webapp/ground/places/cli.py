"""The register and the label sheets from the command line, for who runs the machine."""

import json
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
from webapp.ground.estates.queries import estate_called
from webapp.ground.places import queries
from webapp.ground.places.address import address_warnings
from webapp.ground.places.labels import Printed, labels_to_print
from webapp.ground.places.models import Place
from webapp.ground.places.register import Difference, Register, keep_register, read_register
from webapp.ground.places.sheet import LAYOUTS, render_sheet

ESTATE = click.option("--estate", help="Name of the estate; needed only where there are several.")
WARNINGS = {
    "labels.no_https": "Without https a phone that scans these labels gets no camera and no offline work.",
    "labels.host_long": "The host is longer than 15 characters: smaller modules, read from less far away.",
    "labels.host_private": "The host is private: only phones in the same network will reach it.",
}


@click.command("import-register", help="Read the register of units from a workbook; says what was left out and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line.")
@ESTATE
@with_appcontext
def import_register(file: Path, dry_run: bool, as_json: bool, estate: str | None) -> None:
    """Read the register and keep it, unless it is a dry run."""
    try:
        register = read_register(file)
        difference = None if dry_run else _keep(register, estate)
    except DomainError as error:
        raise _refusal(error) from error
    click.echo(json.dumps(register.as_json(), ensure_ascii=False) if as_json else _told(register, difference))


def _keep(register: Register, estate: str | None) -> Difference:
    with unit_of_work() as session:
        return keep_register(session, estate_called(session, estate).id, register.units)


def _told(register: Register, difference: Difference | None) -> str:
    summary = register.as_json()
    lines = [f"{summary['good_units']} units, {summary['renovating']} of them renovating."]
    lines += [f"  {state}: {count}" for state, count in summary["by_state"].items()]
    lines += [f"Left out: {no.sheet}, row {no.row}: {no.why}" for no in register.refusals]
    if difference is None:
        return "\n".join([*lines, "Nothing was kept (dry run)."])
    changed = f"{difference.added} added, {difference.changed} changed, {difference.same} as before"
    kept = f"{difference.absent} not in the file were kept" if difference.absent else "nothing was deleted"
    proposed = f"{difference.places} places and {difference.routes} routes proposed."
    return "\n".join([*lines, f"{changed}, {kept}; {proposed}"])


@click.command("labels", help="Print the labels that do not hang yet, all routes or one, as one PDF.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Default: labels.pdf in the data folder.")
@click.option("--route", help="Name of the route.")
@click.option("--layout", type=click.Choice(list(LAYOUTS)), default="a4-3x8", show_default=True)
@click.option("--reprint", is_flag=True, help="Make a new label for every place, to replace the ones that hang.")
@ESTATE
@with_appcontext
def labels(out: Path | None, route: str | None, layout: str, reprint: bool, estate: str | None) -> None:
    """Write the sheets and say how many labels they hold."""
    settings = current_app.extensions["rounds.settings"]
    target = out or settings.data_dir / "labels.pdf"
    try:
        name, printed = _choose(estate, route, reprint)
    except DomainError as error:
        raise _refusal(error) from error
    for warning in address_warnings(settings.public_url):
        click.echo(f"{settings.public_url}: {WARNINGS[warning]}", err=True)
    target.write_bytes(render_sheet(printed, estate=name, public_url=settings.public_url, layout=LAYOUTS[layout]))
    click.echo(f"{len(printed)} labels: {target}")


def _choose(estate: str | None, route: str | None, reprint: bool) -> tuple[str, Sequence[Printed]]:
    """Answer the estate's name and the labels to print, kept."""
    with unit_of_work() as session:
        home = estate_called(session, estate)
        places = _places(session, home.id, route)
        return home.name, labels_to_print(session, home.id, places, reprint=reprint, now=clock.now())


def _places(session: Session, estate_id: UUID, route: str | None) -> Sequence[Place]:
    """Answer the places of the route, or of all routes, each once."""
    chosen = [one for one in queries.routes(session, estate_id) if route in (None, one.name)]
    if not chosen:
        raise NotFound(route=route)
    places = (place for one in chosen for place in queries.places_of(session, estate_id, one.id))
    return list({place.id: place for place in places}.values())


def _refusal(error: DomainError) -> click.ClickException:
    said = ", ".join(f"{name}: {value}" for name, value in error.params.items())
    return click.ClickException(f"{_WORDS.get(error.code, error.code)} ({said})")


_WORDS = {
    "places.not_a_workbook": "This file is no workbook that can be opened. Save it as .xlsx and try again",
    "places.layout_unknown": "No sheet begins with a row of these column names",
    "labels.nothing_to_print": "Every place has its label on the wall. Use --reprint to replace them",
    "core.not_found": "There is no such thing, or there are several to choose from",
}
