"""Key pairs of rescue files.

Safe while phones sync: only a new table. Undoing it would lock every file that is still under way.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import UtcDateTime

revision = "0013_rescue"
down_revision = "0012_decided_again"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "rescue_keys",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("public", sa.LargeBinary(), nullable=False),
        sa.Column("private", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rescue_keys"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("rescue_keys")
