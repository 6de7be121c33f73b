"""The register from the command line, for who runs the machine."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click
from flask.cli import with_appcontext

from webapp.core import clock
from webapp.core.db import db, unit_of_work
from webapp.core.errors import DomainError, NotFound
from webapp.ground.estates.cli import ESTATE, refusal
from webapp.ground.estates.queries import estate_called
from webapp.ground.register.queries import chosen_columns
from webapp.ground.register.reading.refusals import LayoutUnknown
from webapp.ground.register.reading.register import read_register
from webapp.ground.register.rules import Field, Register
from webapp.ground.register.store import Kept, keep_register

WORDS = {
    "register.not_a_workbook": "This file is no workbook that can be opened. Save it as .xlsx and try again",
    "register.layout_unknown": "No sheet holds a table of units whose columns are recognised; map them in the app",
    "register.encrypted": "The workbook has a password. Save it without one and try again",
    "register.empty": "Nothing is written on any sheet that is shown",
    "register.macros": "The workbook holds macros. Save it as .xlsx, which holds none, and try again",
    "register.html_table": "This is a web page named like a workbook. Open it in Excel, save it as .xlsx and try again",
    "register.too_large": "This is far more than a register holds. Keep only the register in the file and try again",
    "register.unsupported": "Files of this kind are not read. Save it as .xlsx and try again",
}


@click.command("import-register", help="Read the register of units from a workbook; says what was left out and why.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line.")
@click.option("--no-places", is_flag=True, help="Keep the units only; propose no places and routes of them.")
@ESTATE
@with_appcontext
def import_register(file: Path, dry_run: bool, as_json: bool, no_places: bool, estate: str | None) -> None:
    """Read the register and keep it, unless it is a dry run, which needs no estate."""
    try:
        register = _read(file, {} if dry_run and estate is None else _chosen(estate))
        kept = None if dry_run else _keep(register, estate, file.name, propose=not no_places)
    except DomainError as error:
        raise refusal(error, WORDS) from error
    click.echo(json.dumps(register.as_json(), ensure_ascii=False) if as_json else _told(register, kept))


def _chosen(estate: str | None) -> dict[str, Field]:
    """Answer what the estate's columns mean because somebody once said so in the app; which estate is asked later."""
    session = db.session()
    with suppress(NotFound):
        return chosen_columns(session, estate_called(session, estate).id)
    return {}


def _read(file: Path, chosen: Mapping[str, Field]) -> Register:
    """Answer the register; what nobody has said the meaning of cannot come in from here."""
    register = read_register(file, chosen)
    if register.layout == "unknown":
        raise LayoutUnknown(missing=[field.value for sheet in register.sheets for field in sheet.missing])
    return register


def _keep(register: Register, estate: str | None, name: str, *, propose: bool) -> Kept:
    now = clock.now()
    with unit_of_work() as session:
        estate_id = estate_called(session, estate).id
        return keep_register(session, estate_id, register.units, by=None, now=now, propose=propose, reason=name[:200])


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
