"""Homes entered in an emergency are kept: on whose authority, by whom, and what the household was told.

Safe while phones sync: only a new table. Undoing it loses nothing: the book has the entries.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0022_emergency_entries"
down_revision = "0021_own_days"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "emergency_entries",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.String(length=32), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=True),
        sa.Column("unit", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("authoriser_id", sa.Uuid(), nullable=False),
        sa.Column("authoriser_name", sa.String(length=80), nullable=True),
        sa.Column("authorised_at", UtcDateTime(), nullable=False),
        sa.Column("present", Json, nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("photos", Json, nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=True),
        sa.Column("done", sa.Text(), nullable=True),
        sa.Column("told_who", sa.String(length=80), nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("not_told", sa.Text(), nullable=True),
        sa.Column("left_photos", Json, nullable=True),
        sa.Column("left_remarks", Json, nullable=True),
        sa.Column("left_by_id", sa.Uuid(), nullable=True),
        sa.Column("left_by_name", sa.String(length=80), nullable=True),
        sa.Column("left_entry", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_emergency_entries"),
    )
    op.create_index("ix_emergency_entries_estate_id_entered_at", "emergency_entries", ["estate_id", "entered_at"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("emergency_entries")
