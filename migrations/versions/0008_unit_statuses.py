"""What a unit was, since when and by whose word.

Safe while phones sync: a new table and an empty column. The register so far said what a unit is, not since when, so
each unit's history begins with a row without a day. Undoing it forgets the history; what a unit is now stays.
"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from webapp.core import clock
from webapp.core.db import UtcDateTime

revision = "0008_unit_statuses"
down_revision = "0007_register"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.add_column("units", sa.Column("since", sa.Date()))
    statuses = op.create_table(
        "unit_statuses",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("renovating", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("by_id", sa.Uuid()),
        sa.Column("by_name", sa.String(80)),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["estate_id", "unit_id"], ["units.estate_id", "units.id"], name="fk_unit_statuses_estate_id_unit_id"
        ),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_unit_statuses"),
    )
    op.create_index("ix_unit_statuses_estate_id_unit_id", "unit_statuses", ["estate_id", "unit_id"])
    op.bulk_insert(statuses, _beginnings())


def _beginnings() -> list[dict[str, object]]:
    units = sa.table(
        "units",
        sa.column("estate_id", sa.Uuid()),
        sa.column("id", sa.Uuid()),
        sa.column("status", sa.String()),
        sa.column("renovating", sa.Boolean()),
    )
    now = clock.now()
    return [
        {
            "estate_id": unit.estate_id,
            "id": uuid4(),
            "unit_id": unit.id,
            "status": unit.status,
            "renovating": unit.renovating,
            "since": None,
            "reason": "",
            "source": "register",
            "by_id": None,
            "by_name": None,
            "at": now,
        }
        for unit in op.get_bind().execute(sa.select(units))
    ]


def downgrade() -> None:
    """Undo it."""
    op.drop_table("unit_statuses")
    op.drop_column("units", "since")
