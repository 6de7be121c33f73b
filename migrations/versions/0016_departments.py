"""Departments that an estate has set up, and whom their lists name.

Safe while phones sync: only new tables. Undoing it forgets names, heads and lists; everybody belongs by role again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016_departments"
down_revision = "0015_write_offs"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "departments",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("head_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_departments_estate_id"),
        sa.ForeignKeyConstraint(["head_id"], ["people.id"], name="fk_departments_head_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_departments"),
        sa.UniqueConstraint("estate_id", "kind", name="uq_departments_estate_id_kind"),
    )
    op.create_table(
        "department_members",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_department_members_estate_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_department_members_person_id"),
        sa.PrimaryKeyConstraint("estate_id", "department_id", "person_id", name="pk_department_members"),
    )


def downgrade() -> None:
    """Undo it."""
    op.drop_table("department_members")
    op.drop_table("departments")
