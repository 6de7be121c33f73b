"""The register from the command line, for who runs the machine."""

import json
from pathlib import Path

import click
from flask.cli import with_appcontext

from webapp.core.db import unit_of_work
from webapp.core.errors import DomainError
from webapp.ground.estates.cli import ESTATE, refusal
from webapp.ground.estates.queries import estate_called
from webapp.ground.register.difference import Difference
from webapp.ground.register.register import read_register
from webapp.ground.register.rules import Register
from webapp.ground.register.store import keep_register

WORDS = {
    "register.not_a_workbook": "This file is no workbook that can be opened. Save it as .xlsx and try again",
    "register.layout_unknown": "No sheet begins with a row of these column names",
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
        raise refusal(error, WORDS) from error
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
