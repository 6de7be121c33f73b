"""Wrong PINs are counted; what is done to a round's page besides visiting is kept.

Safe while phones sync: only new tables. Undoing it loses neither: a PIN's count begins anew, the book has the acts.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0017_signing"
down_revision = "0016_departments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "pin_failures",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_pin_failures_person_id"),
        sa.PrimaryKeyConstraint("person_id", "item_id", name="pk_pin_failures"),
    )
    op.create_table(
        "patrol_acts",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("signer_id", sa.Uuid(), nullable=False),
        sa.Column("signer_name", sa.String(length=80), nullable=False),
        sa.Column("means", sa.String(length=16), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("detail", Json, nullable=False),
        sa.Column("seen", Json, nullable=False),
        sa.Column("strokes", Json, nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_patrol_acts"),
    )
    op.create_index("ix_patrol_acts_estate_id_record_id", "patrol_acts", ["estate_id", "record_id"])
    op.create_index("ix_patrol_acts_estate_id_day", "patrol_acts", ["estate_id", "day"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("patrol_acts")
    op.drop_table("pin_failures")
