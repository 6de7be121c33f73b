"""Who set the plan of a route, when, and whom it gives the rounds to; every version of it stays.

Safe while phones sync: new columns with values for what is there. Plans of before are numbered by the day they begin.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0026_plans"
down_revision = "0025_frequencies"
branch_labels = None
depends_on = None

Json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")
BY_DAY = "uq_patrol_plans_estate_id_route_id_valid_from"
BY_NUMBER = "uq_patrol_plans_estate_id_route_id_number"
NUMBERED = """
    UPDATE patrol_plans SET number = (
        SELECT count(*) FROM patrol_plans AS earlier
        WHERE earlier.estate_id = patrol_plans.estate_id AND earlier.route_id = patrol_plans.route_id
        AND earlier.valid_from <= patrol_plans.valid_from
    )
"""


def upgrade() -> None:
    """Make them."""
    with op.batch_alter_table("patrol_plans") as table:
        table.add_column(sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("assignees", sa.String(32), nullable=False, server_default="steward"))
        table.add_column(sa.Column("assignee_ids", Json, nullable=False, server_default="[]"))
        table.add_column(sa.Column("set_at", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("set_by_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("set_by_name", sa.String(80), nullable=False, server_default=""))
        table.add_column(sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=True))
    op.execute(NUMBERED)
    with op.batch_alter_table("patrol_plans") as table:
        table.drop_constraint(BY_DAY, type_="unique")
        table.create_unique_constraint(BY_NUMBER, ["estate_id", "route_id", "number"])


def downgrade() -> None:
    """Undo them. What was replaced before it held is given up, as it was then."""
    op.execute("DELETE FROM patrol_plans WHERE replaced_at IS NOT NULL")
    with op.batch_alter_table("patrol_plans") as table:
        table.drop_constraint(BY_NUMBER, type_="unique")
        table.create_unique_constraint(BY_DAY, ["estate_id", "route_id", "valid_from"])
        for name in ("replaced_at", "set_by_name", "set_by_id", "set_at", "assignee_ids", "assignees", "number"):
            table.drop_column(name)
