"""Findings.

Safe while phones sync: only a new table. What is undone can be derived from the book again.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0006_findings"
down_revision = "0005_patrols"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "findings",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.String(32), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("priority", sa.String(32), nullable=False),
        sa.Column("dept", sa.String(32)),
        sa.Column("origin_kind", sa.String(64)),
        sa.Column("origin_id", sa.Uuid()),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("place_name", sa.String(120)),
        sa.Column("place_type", sa.String(32)),
        sa.Column("checklist_type", sa.String(64), nullable=False),
        sa.Column("checklist_version", sa.Integer(), nullable=False),
        sa.Column("checklist_hash", sa.String(64), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("choice", sa.String(64)),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("spot", sa.Text(), nullable=False),
        sa.Column("details", Json, nullable=False),
        sa.Column("photos", Json, nullable=False),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.Column("phone_found_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_findings"),
    )
    op.create_index("ix_findings_estate_id_found_at", "findings", ["estate_id", "found_at"])
    op.create_index("ix_findings_estate_id_origin_id", "findings", ["estate_id", "origin_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("findings")
