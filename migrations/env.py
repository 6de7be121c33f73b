"""How Alembic reaches our store. Run through `flask --app wsgi db …` only."""

from alembic import context
from flask import current_app

from webapp.core.db import db


def run() -> None:
    """Run the migrations on the application's own engine."""
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=current_app.extensions["migrate"].db.metadata,
            render_as_batch=True,
            compare_type=True,
            # SQLite's own switch-over of a table must not trip over foreign keys.
            transaction_per_migration=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
