"""Findings seen again, and the steps taken at once.

Safe while phones sync: a new table, and a column that older reports leave empty.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0010_sightings"
down_revision = "0009_labels"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.add_column("findings", sa.Column("steps", Json))
    op.create_index("ix_findings_estate_id_place_id", "findings", ["estate_id", "place_id"])
    op.create_table(
        "finding_sightings",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("origin_kind", sa.String(64)),
        sa.Column("origin_id", sa.Uuid()),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.Column("phone_seen_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_finding_sightings"),
    )
    op.create_index("ix_finding_sightings_estate_id_finding_id", "finding_sightings", ["estate_id", "finding_id"])
    op.create_index("ix_finding_sightings_estate_id_origin_id", "finding_sightings", ["estate_id", "origin_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("finding_sightings")
    op.drop_index("ix_findings_estate_id_place_id", "findings")
    op.drop_column("findings", "steps")
