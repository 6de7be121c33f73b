"""Patrol plans, pages of the patrol book, visits.

Safe while phones sync: only new tables. Undoing it loses plans; records and visits can be derived from the book again.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0005_patrols"
down_revision = "0004_feed_logbook_sync"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    _plans()
    _records()
    _visits()


def _plans() -> None:
    op.create_table(
        "patrol_plans",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("route_id", sa.Uuid(), nullable=False),
        sa.Column("windows", Json, nullable=False),
        sa.Column("rounds_on_working_day", sa.Integer(), nullable=False),
        sa.Column("rounds_on_rest_day", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_patrol_plans_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_patrol_plans"),
        sa.UniqueConstraint(
            "estate_id", "route_id", "valid_from", name="uq_patrol_plans_estate_id_route_id_valid_from"
        ),
    )


def _records() -> None:
    op.create_table(
        "patrol_records",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("route_id", sa.Uuid()),
        sa.Column("number", sa.Integer()),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("serial", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_patrol_records"),
    )
    op.create_index("ix_patrol_records_estate_id_day", "patrol_records", ["estate_id", "day"])


def _visits() -> None:
    op.create_table(
        "patrol_visits",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("record_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("route_id", sa.Uuid()),
        sa.Column("number", sa.Integer()),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("place_name", sa.String(120)),
        sa.Column("place_type", sa.String(32)),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("scanned_at", UtcDateTime(), nullable=False),
        sa.Column("phone_scanned_at", UtcDateTime(), nullable=False),
        sa.Column("phone_finished_at", UtcDateTime(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("timeliness", sa.String(32), nullable=False),
        sa.Column("skipped", sa.Boolean(), nullable=False),
        sa.Column("abnormal", sa.Integer(), nullable=False),
        sa.Column("scan_method", sa.String(16), nullable=False),
        sa.Column("scan_reason", sa.Text()),
        sa.Column("label", sa.String(64)),
        sa.Column("checklist_type", sa.String(64), nullable=False),
        sa.Column("checklist_version", sa.Integer(), nullable=False),
        sa.Column("checklist_hash", sa.String(64), nullable=False),
        sa.Column("answers", Json, nullable=False),
        sa.Column("observation", sa.Text(), nullable=False),
        sa.Column("photos", Json, nullable=False),
        sa.Column("position", Json),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_patrol_visits"),
    )
    op.create_index("ix_patrol_visits_estate_id_day", "patrol_visits", ["estate_id", "day"])
    op.create_index("ix_patrol_visits_estate_id_device_id_seq", "patrol_visits", ["estate_id", "device_id", "seq"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("patrol_visits")
    op.drop_table("patrol_records")
    op.drop_table("patrol_plans")
