"""What photos look like, why visits are doubted, and who looked into it.

Safe while phones sync: only new tables. Undoing it loses what supervisors wrote there, though not from the book.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0014_evidence"
down_revision = "0013_rescue"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    _photo_looks()
    _patrol_grades()
    _patrol_reviews()


def _photo_looks() -> None:
    op.create_table(
        "photo_looks",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("look", sa.LargeBinary(), nullable=True),
        *(sa.Column(f"part{number}", sa.Integer(), nullable=True) for number in range(1, 5)),
        sa.Column("weighed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "sha256", name="pk_photo_looks"),
    )
    for number in range(1, 5):
        op.create_index(f"ix_photo_looks_estate_id_part{number}", "photo_looks", ["estate_id", f"part{number}"])
    op.create_index(
        "ix_photo_looks_estate_id_unweighed",
        "photo_looks",
        ["estate_id"],
        sqlite_where=sa.text("NOT weighed"),
        postgresql_where=sa.text("NOT weighed"),
    )


def _patrol_grades() -> None:
    op.create_table(
        "patrol_grades",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("scanned_at", UtcDateTime(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("route_id", sa.Uuid(), nullable=True),
        sa.Column("grade", sa.String(length=32), nullable=False),
        sa.Column("reasons", Json, nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "visit_id", name="pk_patrol_grades"),
    )
    op.create_index("ix_patrol_grades_estate_id_day", "patrol_grades", ["estate_id", "day"])
    op.create_table(
        "patrol_grading",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("change", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", name="pk_patrol_grading"),
    )


def _patrol_reviews() -> None:
    op.create_table(
        "patrol_reviews",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("visit_id", sa.Uuid(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reviewed_at", UtcDateTime(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_patrol_reviews"),
    )
    op.create_index("ix_patrol_reviews_estate_id_visit_id", "patrol_reviews", ["estate_id", "visit_id"])


def downgrade() -> None:
    """Undo it."""
    for table in ("patrol_reviews", "patrol_grading", "patrol_grades", "photo_looks"):
        op.drop_table(table)
