"""Several labels a place, why and by whom one was revoked, and prints that the worker draws.

Safe while phones sync: new columns that are empty, and new tables. Undoing it leaves a place's labels without their
spots, so that hanging one lets the others go.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import UtcDateTime

revision = "0009_labels"
down_revision = "0008_unit_statuses"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.add_column("labels", sa.Column("spot", sa.String(20), nullable=False, server_default=""))
    op.add_column("labels", sa.Column("revoked_as", sa.String(32)))
    op.add_column("labels", sa.Column("revoked_by", sa.Uuid()))
    op.create_table(
        "label_jobs",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("layout", sa.String(32), nullable=False),
        sa.Column("labels", sa.Integer(), nullable=False),
        sa.Column("drawn", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("started_at", UtcDateTime()),
        sa.Column("finished_at", UtcDateTime()),
        sa.Column("failed_at", UtcDateTime()),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_label_jobs_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_label_jobs"),
    )
    op.create_table(
        "label_prints",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("job_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["estate_id", "job_id"], ["label_jobs.estate_id", "label_jobs.id"], name="fk_label_prints_estate_id_job_id"
        ),
        sa.ForeignKeyConstraint(
            ["estate_id", "label_id"], ["labels.estate_id", "labels.id"], name="fk_label_prints_estate_id_label_id"
        ),
        sa.PrimaryKeyConstraint("estate_id", "job_id", "position", name="pk_label_prints"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("label_prints")
    op.drop_table("label_jobs")
    with op.batch_alter_table("labels") as labels:
        labels.drop_column("revoked_by")
        labels.drop_column("revoked_as")
        labels.drop_column("spot")
