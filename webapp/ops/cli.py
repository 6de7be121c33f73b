"""`flask backup` and `flask restore`."""

import sys
from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from webapp.core import clock
from webapp.core.db import unit_of_work
from webapp.ground.logbook import mark_safe
from webapp.ops.backup import BackupFailed, back_up, photo_folder
from webapp.ops.restore import put_back


@click.command("backup")
@click.option("--out", type=click.Path(path_type=Path), help="File to write; default backups/ in the data folder.")
@with_appcontext
def backup(out: Path | None) -> None:
    """Keep store and photos in one verified file."""
    settings = current_app.extensions["rounds.settings"]
    now = clock.now()
    target = out or settings.data_dir / "backups" / f"rounds-{now:%Y%m%d-%H%M%S}.tar"
    try:
        manifest = back_up(settings, target, now)
    except BackupFailed as reason:
        sys.exit(f"No backup was made: {reason}")
    with unit_of_work() as session:
        for estate_id, entry in manifest.safe.items():
            mark_safe(session, estate_id, entry, now)
    click.echo(f"{target} ({sum(manifest.entries.values())} entries, verified)")
    if photo_folder(settings.photo_store) is None:
        click.echo(f"The photos lie in {settings.photo_store} and are not in this file.")


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@with_appcontext
def restore(file: Path) -> None:
    """Put a backup back; stop the server first."""
    try:
        manifest = put_back(current_app.extensions["rounds.settings"], file, clock.now())
    except BackupFailed as reason:
        sys.exit(f"Not restored: {reason}")
    click.echo(f"Restored as of {manifest.made_at}. Phones send again what is newer.")
