"""Notices, whom they are for, the estates' channels, and what went out by them.

Safe while phones sync: only new tables. Undoing it forgets the channels and what was told.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0018_notices"
down_revision = "0017_signing"
branch_labels = None
depends_on = None

STATES = sa.Enum("waiting", "sent", "failed", name="deliverystate", native_enum=False, length=32)


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "notices",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=160), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("words", Json, nullable=False),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_notices_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_notices"),
        sa.UniqueConstraint("estate_id", "key", name="uq_notices_estate_id_key"),
    )
    op.create_index("ix_notices_estate_id_made_at", "notices", ["estate_id", "made_at"])
    op.create_table(
        "notice_audiences",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("audience", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "notice_id", "audience", name="pk_notice_audiences"),
    )
    op.create_table(
        "notice_channels",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("urgent_only", sa.Boolean(), nullable=False),
        sa.Column("quiet_from", sa.String(length=5), nullable=True),
        sa.Column("quiet_to", sa.String(length=5), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_notice_channels_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_notice_channels"),
    )
    op.create_table(
        "notice_deliveries",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("channel_id", sa.Uuid(), nullable=False),
        sa.Column("state", STATES, nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("next_at", UtcDateTime(), nullable=False),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "notice_id", "channel_id", name="pk_notice_deliveries"),
    )
    op.create_index("ix_notice_deliveries_estate_id_made_at", "notice_deliveries", ["estate_id", "made_at"])
    op.create_index("ix_notice_deliveries_state_next_at", "notice_deliveries", ["state", "next_at"])


def downgrade() -> None:
    """Undo it."""
    for table in ("notice_deliveries", "notice_channels", "notice_audiences", "notices"):
        op.drop_table(table)
