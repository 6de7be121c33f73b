"""What is done about findings, and how each stands since.

Safe while phones sync: new columns with defaults and a new table. The items that reported the findings of today are read
from the book. Undoing it forgets all that was done about findings; the book keeps it.
"""

import json
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0019_finding_acts"
down_revision = "0018_notices"
branch_labels = None
depends_on = None


def _new() -> list["sa.Column[Any]"]:
    return [
        sa.Column("item_id", sa.Uuid()),
        sa.Column("hard", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("waiting_since", UtcDateTime()),
        sa.Column("solve_since", UtcDateTime()),
        sa.Column("fixed_at", UtcDateTime()),
        sa.Column("fixer_id", sa.Uuid()),
        sa.Column("fixer_name", sa.String(length=80)),
        sa.Column("verified_at", UtcDateTime()),
        sa.Column("verifier_id", sa.Uuid()),
        sa.Column("verifier_name", sa.String(length=80)),
        sa.Column("rework", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("signatures", Json, nullable=False, server_default="[]"),
        sa.Column("smell", Json),
        sa.Column("escalated_to", sa.String(length=32)),
        sa.Column("due", Json, nullable=False, server_default="[]"),
        sa.Column("due_at", UtcDateTime()),
        sa.Column("closed_at", UtcDateTime()),
        sa.Column("order_no", sa.String(length=32)),
    ]


def upgrade() -> None:
    """Make them."""
    for column in _new():
        op.add_column("findings", column)
    op.create_index("ix_findings_estate_id_state_due_at", "findings", ["estate_id", "state", "due_at"])
    _name_the_reports()
    op.create_table(
        "finding_acts",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("finding_id", sa.Uuid(), nullable=False),
        sa.Column("act", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("phone_at", UtcDateTime(), nullable=False),
        sa.Column("before", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("due_at", UtcDateTime()),
        sa.Column("serial", sa.String(length=32)),
        sa.Column("said", Json, nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("drift_ms", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("by_name", sa.String(length=80), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("remarks", Json, nullable=False),
        sa.Column("marks", Json, nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_finding_acts"),
    )
    op.create_index("ix_finding_acts_estate_id_finding_id", "finding_acts", ["estate_id", "finding_id"])


def _name_the_reports() -> None:
    """Write beside each finding which item reported it: signatures name items."""
    findings = sa.table(
        "findings", *(sa.column(name, sa.Uuid()) for name in ("estate_id", "id", "item_id")), sa.column("entry")
    )
    contents = sa.table(
        "logbook_contents", sa.column("estate_id", sa.Uuid()), sa.column("number"), sa.column("content")
    )
    there = (contents.c.estate_id == findings.c.estate_id) & (contents.c.number == findings.c.entry)
    query = sa.select(findings.c.estate_id, findings.c.id, contents.c.content).join_from(findings, contents, there)
    bind = op.get_bind()
    for estate_id, id_, content in bind.execute(query).all():
        key = (findings.c.estate_id == estate_id) & (findings.c.id == id_)
        bind.execute(findings.update().where(key).values(item_id=UUID(json.loads(content)["item"]["id"])))


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_finding_acts_estate_id_finding_id", "finding_acts")
    op.drop_table("finding_acts")
    op.drop_index("ix_findings_estate_id_state_due_at", "findings")
    for column in reversed(_new()):
        op.drop_column("findings", column.name)
