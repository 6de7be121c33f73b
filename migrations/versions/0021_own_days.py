"""Days that an estate declares rest or worked are kept as one list with reasons; public holidays come from the library.

Safe while phones sync: they are told both lists of days as before.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json

revision = "0021_own_days"
down_revision = "0020_months"
branch_labels = None
depends_on = None

REASON = "原有设置"
_ESTATES = sa.table("estates", sa.column("id", sa.Uuid()), sa.column("settings", Json))
_VERSIONS = sa.table(
    "estate_settings",
    sa.column("estate_id", sa.Uuid()),
    sa.column("version", sa.Integer()),
    sa.column("settings", Json),
)


def upgrade() -> None:
    """Join both lists, in the settings that hold and in those of before."""
    _each(_ESTATES, ("id",), _joined)
    _each(_VERSIONS, ("estate_id", "version"), _joined)


def downgrade() -> None:
    """Part them again; reasons are lost."""
    _each(_ESTATES, ("id",), _parted)
    _each(_VERSIONS, ("estate_id", "version"), _parted)


def _each(table: Any, key: tuple[str, ...], turned: Any) -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(table)).mappings().all():
        settings = turned(row["settings"])
        if settings != row["settings"]:
            here = [table.c[name] == row[name] for name in key]
            connection.execute(sa.update(table).where(*here).values(settings=settings))


def _joined(settings: dict[str, Any]) -> dict[str, Any]:
    lists = {"holidays": False, "make_up_days": True}
    days = {day: worked for name, worked in lists.items() for day in settings.get(name, ())}
    rest = {name: value for name, value in settings.items() if name not in lists}
    own = [{"day": day, "worked": worked, "reason": REASON} for day, worked in sorted(days.items())]
    return {**rest, "own_days": own} if own else rest


def _parted(settings: dict[str, Any]) -> dict[str, Any]:
    own = settings.get("own_days", ())
    lists = {
        "holidays": [one["day"] for one in own if not one["worked"]],
        "make_up_days": [one["day"] for one in own if one["worked"]],
    }
    rest = {name: value for name, value in settings.items() if name not in ("own_days", "national_until")}
    return {**rest, **{name: days for name, days in lists.items() if days}}
