"""Heads and feeds of estates, the logbook, and what sync remembers of phones.

Safe while phones sync: only new tables. Undoing it loses the book.
"""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from webapp.core.clock import now

revision = "0004_feed_logbook_sync"
down_revision = "0003_photos"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON(none_as_null=True).with_variant(postgresql.JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    _heads_and_feed()
    _entries()
    _receipts_and_pages()
    _witnesses()
    _lives_of_the_store()
    _phones()


def _heads_and_feed() -> None:
    op.create_table(
        "estate_heads",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.Column("serials", JSON, nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("estate_id", name="pk_estate_heads"),
    )
    op.create_table(
        "feed",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "kind", "object_id", name="pk_feed"),
    )
    op.create_index("ix_feed_estate_id_change", "feed", ["estate_id", "change"], unique=True)


def _entries() -> None:
    op.create_table(
        "logbook_entries",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "number", name="pk_logbook_entries"),
    )
    op.create_table(
        "logbook_contents",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("personal_salt", sa.String(32), nullable=True),
        sa.Column("personal", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "number", name="pk_logbook_contents"),
    )


def _receipts_and_pages() -> None:
    op.create_table(
        "logbook_receipts",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "item_id", name="pk_logbook_receipts"),
    )
    op.create_index(
        "ix_logbook_receipts_estate_id_outcome_received_at",
        "logbook_receipts",
        ["estate_id", "outcome", "received_at"],
        sqlite_where=sa.text("outcome <> 'applied'"),
        postgresql_where=sa.text("outcome <> 'applied'"),
    )
    op.create_table(
        "serial_pages",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(16), nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("serial", sa.String(32), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "form", "key", name="pk_serial_pages"),
        sa.UniqueConstraint("estate_id", "serial", name="uq_serial_pages_estate_id_serial"),
    )


def _witnesses() -> None:
    op.create_table(
        "logbook_witnesses",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "entry", "device_id", "hash", name="pk_logbook_witnesses"),
    )
    op.create_table(
        "logbook_daily_heads",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("estate_id", "day", name="pk_logbook_daily_heads"),
    )


def _lives_of_the_store() -> None:
    epochs = op.create_table(
        "logbook_epochs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("began_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_logbook_epochs"),
    )
    op.bulk_insert(epochs, [{"id": uuid4(), "began_at": now()}])
    op.create_table(
        "logbook_safe_points",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("verified_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("estate_id", name="pk_logbook_safe_points"),
    )


def _phones() -> None:
    op.create_table(
        "sync_phones",
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("arrived", JSON, nullable=False),
        sa.Column("contacts", JSON, nullable=False),
        sa.PrimaryKeyConstraint("device_id", name="pk_sync_phones"),
    )


def downgrade() -> None:
    for table in (
        "sync_phones",
        "logbook_safe_points",
        "logbook_epochs",
        "logbook_daily_heads",
        "logbook_witnesses",
        "serial_pages",
        "logbook_receipts",
        "logbook_contents",
        "logbook_entries",
        "feed",
        "estate_heads",
    ):
        op.drop_table(table)
