"""Daily and weekly check sheets, nonconformity slips and staff fault reports.

Safe while phones sync: only new tables. Undoing it loses nothing: the book has the entries.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0024_checks"
down_revision = "0023_keys"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "check_sheets",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.String(length=32), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("period", sa.String(length=32), nullable=False),
        sa.Column("dept", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("rows", Json, nullable=False),
        sa.Column("names", Json, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("rating", sa.String(length=16), nullable=True),
        sa.Column("remarks", Json, nullable=False),
        *_made(),
        sa.Column("signed_at", UtcDateTime(), nullable=True),
        sa.Column("signer_id", sa.Uuid(), nullable=True),
        sa.Column("signer_name", sa.String(length=80), nullable=True),
        sa.Column("signed_entry", sa.BigInteger(), nullable=True),
        sa.Column("patrols", Json, nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_check_sheets"),
    )
    op.create_index("ix_check_sheets_estate_id_day", "check_sheets", ["estate_id", "day"])
    op.create_table(
        "check_slips",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("who", sa.String(length=80), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("serial", sa.String(length=32), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_check_slips"),
    )
    op.create_index("ix_check_slips_estate_id_sheet_id", "check_slips", ["estate_id", "sheet_id"])
    op.create_table(
        "check_faults",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sheet_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("person_name", sa.String(length=80), nullable=False),
        sa.Column("rows", Json, nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("serial", sa.String(length=32), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_check_faults"),
    )
    op.create_index("ix_check_faults_estate_id_person_id", "check_faults", ["estate_id", "person_id"])


def _made() -> list[sa.Column[object]]:
    return [
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
    ]


def downgrade() -> None:
    """Undo it."""
    op.drop_table("check_faults")
    op.drop_table("check_slips")
    op.drop_table("check_sheets")
