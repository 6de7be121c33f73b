"""Who left an estate, when and why, and who came back.

Safe while phones sync: a new table only. Undoing it forgets why parts were ended; ended they stay.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0031_departures"
down_revision = "0030_wishes"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "departures",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("held", Json, nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=False),
        sa.Column("ended_by", sa.Uuid(), nullable=False),
        sa.Column("back_at", UtcDateTime(), nullable=True),
        sa.Column("back_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name=op.f("fk_departures_estate_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_departures_person_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["people.id"], name=op.f("fk_departures_ended_by")),
        sa.ForeignKeyConstraint(["back_by"], ["people.id"], name=op.f("fk_departures_back_by")),
        sa.PrimaryKeyConstraint("estate_id", "id", name=op.f("pk_departures")),
    )
    op.create_index(op.f("ix_departures_estate_id_person_id"), "departures", ["estate_id", "person_id"])


def downgrade() -> None:
    """Take it away."""
    op.drop_table("departures")
