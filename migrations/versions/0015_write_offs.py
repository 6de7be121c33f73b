"""Phones that a supervisor has given up for lost.

Safe while phones sync: only a new table. Undoing it lets the board wait for those phones again.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0015_write_offs"
down_revision = "0014_evidence"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "device_write_offs",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("lost_device_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("written_off_at", UtcDateTime(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_device_write_offs"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("device_write_offs")
