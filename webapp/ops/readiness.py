"""Is everything there that a request needs?"""

from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from webapp.config import Settings
from webapp.core.db import db
from webapp.ground.photos import store_answers


def checks(settings: Settings) -> dict[str, bool]:
    """Answer what is ready: store, migrations at head, photo store."""
    return {"store": _store(), "migrations": _migrations_at_head(), "photos": store_answers(settings.photo_store)}


def _store() -> bool:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def _migrations_at_head() -> bool:
    head = ScriptDirectory("migrations").get_current_head()
    try:
        context = MigrationContext.configure(db.session.connection())
        return context.get_current_revision() == head
    except SQLAlchemyError:
        return False
