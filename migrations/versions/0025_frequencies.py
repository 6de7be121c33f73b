"""How often a place of a route is visited.

Safe while phones sync: a new column with a value for what is there.
"""

import sqlalchemy as sa
from alembic import op

revision = "0025_frequencies"
down_revision = "0024_checks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.add_column("route_places", sa.Column("frequency", sa.String(32), nullable=False, server_default="every_round"))


def downgrade() -> None:
    """Undo them."""
    op.drop_column("route_places", "frequency")
