"""Renovations, with their passes, notices, requests and receipts, what was done about them, and visits to the sites.

Safe while phones sync: new tables only. Undoing it forgets them; the book keeps what was done.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0028_renovation"
down_revision = "0027_vacancy"
branch_labels = None
depends_on = None

_TABLES = (
    "renovations",
    "renovation_passes",
    "renovation_notices",
    "renovation_requests",
    "renovation_receipts",
    "renovation_acts",
    "renovation_visits",
    "renovation_night_checks",
)


def _keyed() -> list["sa.Column[Any]"]:
    return [sa.Column("estate_id", sa.Uuid(), nullable=False), sa.Column("id", sa.Uuid(), nullable=False)]


def _made() -> list["sa.Column[Any]"]:
    return [
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
    ]


def upgrade() -> None:
    """Make them."""
    _renovations()
    _renovation_passes()
    _renovation_notices()
    _renovation_requests()
    _renovation_receipts()
    _renovation_acts()
    _renovation_visits()
    _renovation_night_checks()


def _renovations() -> None:
    op.create_table(
        "renovations",
        *_keyed(),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("applicant", Json, nullable=False),
        sa.Column("contractor", Json, nullable=False),
        sa.Column("person_in_charge", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("planned_from", sa.Date(), nullable=False),
        sa.Column("planned_until", sa.Date(), nullable=False),
        sa.Column("heating", sa.Boolean(), nullable=False),
        sa.Column("hot_work", sa.Boolean(), nullable=False),
        sa.Column("workers", Json, nullable=False),
        sa.Column("papers", Json, nullable=False),
        sa.Column("signed", Json, nullable=False),
        sa.Column("agent", sa.String(length=120), nullable=False),
        sa.Column("submitted_at", UtcDateTime()),
        sa.Column("missing", Json, nullable=False),
        sa.Column("review_due", UtcDateTime()),
        sa.Column("changed", sa.Boolean(), nullable=False),
        sa.Column("decided", Json),
        sa.Column("opinion", sa.Text(), nullable=False),
        sa.Column("joint_check", Json),
        sa.Column("prices", Json, nullable=False),
        sa.Column("permit_from", sa.Date()),
        sa.Column("permit_until", sa.Date()),
        sa.Column("permitted", Json),
        sa.Column("started_at", UtcDateTime()),
        sa.Column("completed", Json),
        sa.Column("accepted_on", sa.Date()),
        sa.Column("recheck_on", sa.Date()),
        sa.Column("rechecked", Json),
        sa.Column("refund_due_on", sa.Date()),
        sa.Column("cancelled_reason", sa.Text(), nullable=False),
        sa.Column("closed_at", UtcDateTime()),
        sa.Column("filed", Json),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovations"),
    )
    op.create_index("ix_renovations_estate_id_state", "renovations", ["estate_id", "state"])
    is_open = sa.text("closed_at IS NULL")
    op.create_index(
        "uq_renovations_one_a_unit",
        "renovations",
        ["estate_id", "unit_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _renovation_passes() -> None:
    op.create_table(
        "renovation_passes",
        *_keyed(),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("worker_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("photo", sa.String(length=64)),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("issued", Json, nullable=False),
        sa.Column("ended", Json),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_passes"),
    )
    op.create_index("ix_renovation_passes_estate_id_renovation_id", "renovation_passes", ["estate_id", "renovation_id"])


def _renovation_notices() -> None:
    op.create_table(
        "renovation_notices",
        *_keyed(),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("visit_id", sa.Uuid()),
        sa.Column("change_id", sa.Uuid()),
        sa.Column("items", Json, nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("photos", Json, nullable=False),
        sa.Column("grade", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("stopped_at", UtcDateTime()),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("served_to", Json, nullable=False),
        sa.Column("refused_to_sign", sa.Boolean(), nullable=False),
        sa.Column("witness", sa.String(length=120), nullable=False),
        sa.Column("issued", Json, nullable=False),
        sa.Column("fixed", Json),
        sa.Column("verified", Json),
        sa.Column("escalated", Json),
        sa.Column("escalated_to", sa.String(length=32)),
        sa.Column("rounds", Json, nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_notices"),
    )
    op.create_index(
        "ix_renovation_notices_estate_id_renovation_id", "renovation_notices", ["estate_id", "renovation_id"]
    )


def _renovation_requests() -> None:
    op.create_table(
        "renovation_requests",
        *_keyed(),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("asked", Json, nullable=False),
        sa.Column("from_on", sa.Date()),
        sa.Column("until_on", sa.Date()),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("said", Json, nullable=False),
        sa.Column("decided", Json),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_requests"),
    )
    op.create_index(
        "ix_renovation_requests_estate_id_renovation_id", "renovation_requests", ["estate_id", "renovation_id"]
    )


def _renovation_receipts() -> None:
    op.create_table(
        "renovation_receipts",
        *_keyed(),
        sa.Column("line", sa.String(length=32), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("receipt_no", sa.String(length=80), nullable=False),
        sa.Column("paid_at", UtcDateTime(), nullable=False),
        sa.Column("payer", sa.Text(), nullable=False),
        sa.Column("cashier", Json, nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_receipts"),
    )
    op.create_index(
        "ix_renovation_receipts_estate_id_renovation_id", "renovation_receipts", ["estate_id", "renovation_id"]
    )


def _renovation_acts() -> None:
    op.create_table(
        "renovation_acts",
        *_keyed(),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("phone_at", UtcDateTime(), nullable=False),
        sa.Column("before", sa.String(length=32)),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("said", Json, nullable=False),
        sa.Column("private", Json),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_acts"),
    )
    op.create_index("ix_renovation_acts_estate_id_renovation_id", "renovation_acts", ["estate_id", "renovation_id"])


def _renovation_visits() -> None:
    op.create_table(
        "renovation_visits",
        *_keyed(),
        sa.Column("serial", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("phone_started_at", UtcDateTime(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=32)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("workers_present", sa.Integer(), nullable=False),
        sa.Column("said", Json, nullable=False),
        sa.Column("answers", Json, nullable=False),
        sa.Column("photos", Json, nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_visits"),
    )
    op.create_index("ix_renovation_visits_estate_id_renovation_id", "renovation_visits", ["estate_id", "renovation_id"])


def _renovation_night_checks() -> None:
    op.create_table(
        "renovation_night_checks",
        *_keyed(),
        sa.Column("night", sa.Date(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("allowed", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("said", Json, nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("renovation_id", sa.Uuid(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_renovation_night_checks"),
    )
    op.create_index(
        "ix_renovation_night_checks_estate_id_renovation_id", "renovation_night_checks", ["estate_id", "renovation_id"]
    )


def downgrade() -> None:
    """Drop them."""
    for table in reversed(_TABLES):
        op.drop_table(table)
