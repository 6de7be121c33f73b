"""Months that were closed, what was destroyed of them, and the bundles that the worker makes.

Safe while phones sync: only new tables. Undoing it loses what was closed; the logbook keeps the entries.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0020_months"
down_revision = "0019_finding_acts"
branch_labels = None
depends_on = None


def _made() -> list[sa.Column[Any]]:
    return [
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
    ]


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "month_closings",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("up_to", sa.BigInteger(), nullable=False),
        sa.Column("forms", Json, nullable=False),
        sa.Column("open", Json, nullable=False),
        sa.Column("closed_at", UtcDateTime(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_month_closings"),
        sa.UniqueConstraint("estate_id", "month", name="uq_month_closings_estate_id_month"),
    )
    op.create_table(
        "month_purges",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("closing_id", sa.Uuid(), nullable=False),
        sa.Column("numbers", Json, nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("kept_until", sa.Date(), nullable=False),
        sa.Column("purged_at", UtcDateTime(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_month_purges"),
    )
    op.create_table(
        "month_bundles",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("closing_id", sa.Uuid(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("failed_at", UtcDateTime(), nullable=True),
        sa.Column("size", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("entry", sa.BigInteger(), nullable=True),
        sa.Column("purge_entry", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "closing_id", name="pk_month_bundles"),
    )


def downgrade() -> None:
    """Undo them."""
    op.drop_table("month_bundles")
    op.drop_table("month_purges")
    op.drop_table("month_closings")
