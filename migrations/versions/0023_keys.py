"""Key sets, their loans and memos, what was done about them, and looks through the cabinet.

Safe while phones sync: new tables only. Undoing it forgets them; the book keeps what was done.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0023_keys"
down_revision = "0022_emergency_entries"
branch_labels = None
depends_on = None


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
    _key_sets()
    _key_loans()
    _key_memos()
    _key_acts()
    _key_checks()
    _key_purges()


def _key_sets() -> None:
    op.create_table(
        "key_sets",
        *_keyed(),
        sa.Column("key_no", sa.String(length=80), nullable=False),
        sa.Column("custody_kind", sa.String(length=32), nullable=False),
        sa.Column("unit_id", sa.Uuid()),
        sa.Column("place_name", sa.String(length=240), nullable=False),
        sa.Column("items", Json, nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("cabinet_slot", sa.String(length=120), nullable=False),
        sa.Column("ring", sa.String(length=120), nullable=False),
        sa.Column("owner_name", sa.String(length=120), nullable=False),
        sa.Column("owner_phone", sa.String(length=120), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("photos", Json, nullable=False),
        sa.Column("replaces", sa.Uuid()),
        *_made(),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("loan_id", sa.Uuid()),
        sa.Column("memo_id", sa.Uuid()),
        sa.Column("custody_until", sa.Date()),
        sa.Column("mandate", Json),
        sa.Column("mandate_serial", sa.String(length=32)),
        sa.Column("closed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_key_sets"),
    )
    op.create_index("ix_key_sets_estate_id_key_no", "key_sets", ["estate_id", "key_no"])
    op.create_index("ix_key_sets_estate_id_unit_id", "key_sets", ["estate_id", "unit_id"])


def _key_loans() -> None:
    op.create_table(
        "key_loans",
        *_keyed(),
        sa.Column("key_set_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("borrower", Json, nullable=False),
        sa.Column("borrower_id", sa.Uuid()),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("emergency_id", sa.Uuid()),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("chase_from", UtcDateTime()),
        sa.Column("requested", Json, nullable=False),
        sa.Column("lent_at", UtcDateTime()),
        sa.Column("lent", Json),
        sa.Column("proofs", Json),
        sa.Column("consent", Json),
        sa.Column("id_kept", sa.Boolean(), nullable=False),
        sa.Column("id_given_back_at", UtcDateTime()),
        sa.Column("returned", Json),
        sa.Column("refused_reason", sa.Text()),
        sa.Column("memo_id", sa.Uuid()),
        sa.Column("alone", Json, nullable=False),
        sa.Column("closed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_key_loans"),
    )
    op.create_index("ix_key_loans_estate_id_key_set_id", "key_loans", ["estate_id", "key_set_id"])
    op.create_index("ix_key_loans_estate_id_borrower_id", "key_loans", ["estate_id", "borrower_id"])
    is_open = sa.text("state = 'open'")
    op.create_index(
        "uq_key_loans_one_open",
        "key_loans",
        ["estate_id", "key_set_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def _key_memos() -> None:
    op.create_table(
        "key_memos",
        *_keyed(),
        sa.Column("key_set_id", sa.Uuid(), nullable=False),
        sa.Column("loan_id", sa.Uuid()),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("reported_by", sa.String(length=80), nullable=False),
        sa.Column("course", Json, nullable=False),
        sa.Column("agreed", Json),
        sa.Column("settled", Json),
        sa.Column("closed_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_key_memos"),
    )
    op.create_index("ix_key_memos_estate_id_key_set_id", "key_memos", ["estate_id", "key_set_id"])


def _key_acts() -> None:
    op.create_table(
        "key_acts",
        *_keyed(),
        sa.Column("key_set_id", sa.Uuid(), nullable=False),
        sa.Column("loan_id", sa.Uuid()),
        sa.Column("memo_id", sa.Uuid()),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("phone_at", UtcDateTime(), nullable=False),
        sa.Column("before", sa.String(length=32)),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("said", Json, nullable=False),
        sa.Column("private", Json),
        sa.Column("remarks", Json, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_key_acts"),
    )
    op.create_index("ix_key_acts_estate_id_key_set_id", "key_acts", ["estate_id", "key_set_id"])
    op.create_index("ix_key_acts_estate_id_loan_id", "key_acts", ["estate_id", "loan_id"])


def _key_checks() -> None:
    op.create_table(
        "key_checks",
        *_keyed(),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("month", sa.String(length=7)),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("found", Json, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("private", Json),
        sa.Column("remarks", Json, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_key_checks"),
    )


def _key_purges() -> None:
    op.create_table(
        "key_purges",
        *_keyed(),
        sa.Column("closed_before", sa.Date(), nullable=False),
        sa.Column("numbers", Json, nullable=False),
        sa.Column("purged_at", UtcDateTime(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_key_purges"),
    )


def downgrade() -> None:
    """Undo it."""
    for table in ("key_purges", "key_checks", "key_acts", "key_memos", "key_loans", "key_sets"):
        op.drop_table(table)
