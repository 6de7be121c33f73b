"""Registers of units that were uploaded, what an estate's columns mean, and the day a unit was taken over.

Safe while phones sync: new tables and an empty column. Undoing it forgets uploads, not the units they brought.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0007_register"
down_revision = "0006_findings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.add_column("units", sa.Column("received_on", sa.Date()))
    op.create_table(
        "register_uploads",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("chosen", Json, nullable=False),
        sa.Column("refusal", Json),
        sa.Column("report", Json),
        sa.Column("refused", Json),
        sa.Column("seen", sa.String(64)),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("heard_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_register_uploads_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_register_uploads"),
    )
    op.create_index("ix_register_uploads_estate_id_at", "register_uploads", ["estate_id", "at"])
    op.create_table(
        "register_columns",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("meaning", sa.String(32), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_register_columns_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "title", name="pk_register_columns"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("register_columns")
    op.drop_table("register_uploads")
    op.drop_column("units", "received_on")
