"""Vacant units: their cards, checks, and the care done to them.

Safe while phones sync: new tables only. Undoing it forgets them; the book keeps what was done.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0027_vacancy"
down_revision = "0026_plans"
branch_labels = None
depends_on = None


def _keyed() -> list["sa.Column[Any]"]:
    return [sa.Column("estate_id", sa.Uuid(), nullable=False), sa.Column("id", sa.Uuid(), nullable=False)]


def _made() -> list["sa.Column[Any]"]:
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
    _cards()
    _checks()
    _cares()


def _cards() -> None:
    op.create_table(
        "vacancy_cards",
        *_keyed(),
        sa.Column("taken_over_on", sa.Date()),
        sa.Column("completed_on", sa.Date()),
        sa.Column("developer", sa.String(length=120), nullable=False),
        sa.Column("layout", sa.String(length=120), nullable=False),
        sa.Column("finish", sa.String(length=16)),
        sa.Column("west_rooms", Json, nullable=False),
        sa.Column("appliances", Json, nullable=False),
        sa.Column("moving_in_notice_on", sa.Date()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_cards")),
    )


def _checks() -> None:
    op.create_table(
        "vacancy_checks",
        *_keyed(),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("serial", sa.String(length=32), nullable=False),
        sa.Column("unit_name", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=False),
        sa.Column("loan_id", sa.Uuid()),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("mould", sa.Boolean(), nullable=False),
        sa.Column("abnormal", sa.Integer(), nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("scan", Json, nullable=False),
        sa.Column("checklist", Json, nullable=False),
        sa.Column("answers", Json, nullable=False),
        sa.Column("water_reading", sa.String(length=12), nullable=False),
        sa.Column("readable", sa.Boolean(), nullable=False),
        sa.Column("aired_minutes", sa.Integer()),
        sa.Column("valves", Json, nullable=False),
        sa.Column("open_valves", Json, nullable=False),
        sa.Column("windows_closed", sa.Boolean(), nullable=False),
        sa.Column("care", Json, nullable=False),
        sa.Column("observation", sa.Text(), nullable=False),
        sa.Column("photos", Json, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_checks")),
    )
    op.create_index(
        op.f("ix_vacancy_checks_estate_id_unit_id_left_at"), "vacancy_checks", ["estate_id", "unit_id", "left_at"]
    )
    op.create_index(op.f("ix_vacancy_checks_estate_id_day"), "vacancy_checks", ["estate_id", "day"])


def _cares() -> None:
    op.create_table(
        "vacancy_cares",
        *_keyed(),
        sa.Column("origin_kind", sa.String(length=32), nullable=False),
        sa.Column("origin_id", sa.Uuid(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("task", sa.String(length=8), nullable=False),
        sa.Column("step", sa.String(length=8), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("cost", sa.Integer()),
        sa.Column("remarks", Json, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_cares")),
    )
    for columns in (["unit_id", "task", "day"], ["day"], ["origin_id"]):
        name = "_".join(["ix_vacancy_cares_estate_id", *columns])
        op.create_index(op.f(name), "vacancy_cares", ["estate_id", *columns])


def downgrade() -> None:
    """Forget them."""
    for table in ("vacancy_cares", "vacancy_checks", "vacancy_cards"):
        op.drop_table(table)
