"""When an item was decided again.

Safe while phones sync: a new column without a value, and an index of the few rows that have one.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import UtcDateTime

revision = "0012_decided_again"
down_revision = "0011_settings"
branch_labels = None
depends_on = None

INDEX = "ix_logbook_receipts_estate_id_decided_again"
FEW = sa.text("decided_again_at IS NOT NULL")


def upgrade() -> None:
    """Make it."""
    op.add_column("logbook_receipts", sa.Column("decided_again_at", UtcDateTime()))
    op.create_index(INDEX, "logbook_receipts", ["estate_id", "by_id"], sqlite_where=FEW, postgresql_where=FEW)


def downgrade() -> None:
    """Undo it."""
    op.drop_index(INDEX, "logbook_receipts")
    op.drop_column("logbook_receipts", "decided_again_at")
