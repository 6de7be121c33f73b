"""Dynamic tables, half-year summaries, yearly plans and lettings of vacant units; what was destroyed.

Safe while phones sync: new tables only. Undoing it forgets them; the book keeps what was done.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0029_papers"
down_revision = "0028_renovation"
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
    op.create_table(
        "vacancy_papers",
        *_keyed(),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("period", sa.String(length=8), nullable=False),
        sa.Column("content", Json, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("filed_at", UtcDateTime(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_papers")),
        sa.UniqueConstraint("estate_id", "kind", "period", name=op.f("uq_vacancy_papers_estate_id_kind_period")),
    )
    op.create_table(
        "vacancy_plans",
        *_keyed(),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("items", Json, nullable=False),
        sa.Column("tasks", Json, nullable=False),
        sa.Column("acts", Json, nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_plans")),
    )
    _lettings()
    op.create_table(
        "vacancy_purges",
        *_keyed(),
        sa.Column("sold_before", sa.Date(), nullable=False),
        sa.Column("numbers", Json, nullable=False),
        sa.Column("purged_at", UtcDateTime(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_purges")),
    )


def _lettings() -> None:
    op.create_table(
        "vacancy_consents",
        *_keyed(),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("paper_no", sa.String(length=120), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("note", sa.Text(), nullable=False),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_consents")),
    )
    op.create_index(op.f("ix_vacancy_consents_estate_id_unit_id"), "vacancy_consents", ["estate_id", "unit_id"])
    op.create_table(
        "vacancy_lettings",
        *_keyed(),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("consent_id", sa.Uuid(), nullable=False),
        sa.Column("tenant", sa.String(length=120), nullable=False),
        sa.Column("contract_no", sa.String(length=120), nullable=False),
        sa.Column("begins_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date()),
        sa.Column("keys_handed_over", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("ended_on", sa.Date()),
        sa.Column("ended_because", sa.String(length=120)),
        sa.Column("end_entry", sa.BigInteger()),
        *_made(),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_vacancy_lettings")),
    )
    op.create_index(op.f("ix_vacancy_lettings_estate_id_unit_id"), "vacancy_lettings", ["estate_id", "unit_id"])


def downgrade() -> None:
    """Forget them."""
    op.drop_table("vacancy_purges")
    op.drop_table("vacancy_lettings")
    op.drop_table("vacancy_consents")
    op.drop_table("vacancy_plans")
    op.drop_table("vacancy_papers")
