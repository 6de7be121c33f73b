"""Photos and which records show them.

Safe while phones sync: only new tables. Undoing it loses which photos there are; the pictures stay in the photo store.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import UtcDateTime

revision = "0003_photos"
down_revision = "0002_places"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "photos",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("mime", sa.String(32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("bare", sa.Boolean(), nullable=False),
        sa.Column("sent_by", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_photos_estate_id"),
        sa.ForeignKeyConstraint(["sent_by"], ["people.id"], name="fk_photos_sent_by"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_photos_device_id"),
        sa.PrimaryKeyConstraint("estate_id", "sha256", name="pk_photos"),
    )
    op.create_index("ix_photos_estate_id_received_at", "photos", ["estate_id", "received_at"])
    op.create_table(
        "photo_uses",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("origin_kind", sa.String(64), nullable=False),
        sa.Column("origin_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "sha256", "origin_kind", "origin_id", name="pk_photo_uses"),
    )
    op.create_index(
        "ix_photo_uses_estate_id_origin_kind_origin_id", "photo_uses", ["estate_id", "origin_kind", "origin_id"]
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("photo_uses")
    op.drop_table("photos")
