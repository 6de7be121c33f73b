"""Versions of an estate's settings.

Safe while phones sync: a new table, and a new column with a value for every estate.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0011_settings"
down_revision = "0010_sightings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.add_column("estates", sa.Column("settings_version", sa.Integer(), nullable=False, server_default="1"))
    op.create_table(
        "estate_settings",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("settings", Json, nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("by_id", sa.Uuid()),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "version", name="pk_estate_settings"),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_estate_settings_estate_id"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("estate_settings")
    op.drop_column("estates", "settings_version")
