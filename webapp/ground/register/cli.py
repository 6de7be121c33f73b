"""The register from the command line, for who runs the machine."""

import json
from pathlib import Path

import click
from flask.cli import with_appcontext

from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.core.errors import DomainError
from webapp.ground.estates.cli import ESTATE, refusal
from webapp.ground.estates.queries import estate_called
from webapp.ground.register.register import read_register
from webapp.ground.register.rules import Register
from webapp.ground.register.store import Kept, keep_register

WORDS = {
    "register.not_a_workbook": "This file is no workbook that can be opened. Save it as .xlsx and try again",
    "register.layout_unknown": "No sheet begins with a row of these column names",
}


@click.command("import-register", help="Read the register of units from a workbook; says what was left out and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line.")
@click.option("--no-places", is_flag=True, help="Keep the units only; propose no places and routes of them.")
@ESTATE
@with_appcontext
def import_register(file: Path, dry_run: bool, as_json: bool, no_places: bool, estate: str | None) -> None:
    """Read the register and keep it, unless it is a dry run."""
    try:
        register = read_register(file)
        kept = None if dry_run else _keep(register, estate, propose=not no_places)
    except DomainError as error:
        raise refusal(error, WORDS) from error
    click.echo(json.dumps(register.as_json(), ensure_ascii=False) if as_json else _told(register, kept))


def _keep(register: Register, estate: str | None, *, propose: bool) -> Kept:
    with unit_of_work() as session:
        estate_id = estate_called(session, estate).id
        return keep_register(session, estate_id, register.units, by=None, now=clock.now(), propose=propose)


def _told(register: Register, kept: Kept | None) -> str:
    summary = register.as_json()
    lines = [f"{summary['good_units']} units, {summary['renovating']} of them renovating."]
    lines += [f"  {state}: {count}" for state, count in summary["by_state"].items()]
    lines += [f"Left out: {no.sheet}, row {no.row}: {no.why}" for no in register.refusals]
    if kept is None:
        return "\n".join([*lines, "Nothing was kept (dry run)."])
    difference = kept.difference
    changed = f"{len(difference.added)} added, {len(difference.changed)} changed, {difference.same} as before"
    stayed = f"{len(difference.absent)} not in the file were kept" if difference.absent else "nothing was deleted"
    proposed = f"{kept.proposed.places} places and {kept.proposed.routes} routes proposed."
    return "\n".join([*lines, f"{changed}, {stayed}; {proposed}"])
