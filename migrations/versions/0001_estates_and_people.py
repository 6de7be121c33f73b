"""Estates, people, their parts, devices and sign-ins.

Safe while phones sync: only new tables. Undoing it loses every account.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import Json, UtcDateTime

revision = "0001_estates_and_people"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_table(
        "estates",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("timezone", sa.String(64), nullable=False),
        sa.Column("settings", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_estates"),
        sa.UniqueConstraint("name", name="uq_estates_name"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.Column("pin_hash", sa.String(200)),
        sa.Column("disabled_at", UtcDateTime()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("login", name="uq_people_login"),
    )
    op.create_table(
        "memberships",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("duties", Json, nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_memberships_estate_id"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_memberships_person_id"),
        sa.PrimaryKeyConstraint("estate_id", "person_id", name="pk_memberships"),
    )
    op.create_index("ix_memberships_person_id", "memberships", ["person_id"])
    _devices()
    _sign_ins()


def _devices() -> None:
    op.create_table(
        "devices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("first_contact_at", UtcDateTime(), nullable=False),
        sa.Column("last_contact_at", UtcDateTime(), nullable=False),
        sa.Column("last_seq", sa.BigInteger(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("complete_at", UtcDateTime()),
        sa.PrimaryKeyConstraint("id", name="pk_devices"),
    )
    op.create_table(
        "estate_devices",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("last_pull_at", UtcDateTime()),
        sa.Column("revoked_at", UtcDateTime()),
        sa.Column("revoked_by", sa.Uuid()),
        sa.Column("revoked_reason", sa.String(200)),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_estate_devices_estate_id"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_estate_devices_device_id"),
        sa.ForeignKeyConstraint(["revoked_by"], ["people.id"], name="fk_estate_devices_revoked_by"),
        sa.PrimaryKeyConstraint("estate_id", "device_id", name="pk_estate_devices"),
    )
    op.create_index("ix_estate_devices_device_id", "estate_devices", ["device_id"])


def _sign_ins() -> None:
    op.create_table(
        "sign_ins",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("last_used_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime()),
        sa.Column("ended_why", sa.String(32)),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_sign_ins_person_id"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_sign_ins_device_id"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_ins"),
    )
    op.create_index("ix_sign_ins_person_id_device_id", "sign_ins", ["person_id", "device_id"])
    op.create_index("ix_sign_ins_device_id", "sign_ins", ["device_id"])
    op.create_table(
        "push_tokens",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_push_tokens_person_id"),
        sa.ForeignKeyConstraint(["device_id"], ["devices.id"], name="fk_push_tokens_device_id"),
        sa.PrimaryKeyConstraint("hash", name="pk_push_tokens"),
    )
    op.create_index("ix_push_tokens_person_id_device_id", "push_tokens", ["person_id", "device_id"])
    op.create_table(
        "sign_in_failures",
        sa.Column("login", sa.String(64), nullable=False),
        sa.Column("device_id", sa.Uuid(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("login", "device_id", name="pk_sign_in_failures"),
    )
    op.create_index("ix_sign_in_failures_last_at", "sign_in_failures", ["last_at"])


def downgrade() -> None:
    """Undo it."""
    for table in (
        "sign_in_failures",
        "push_tokens",
        "sign_ins",
        "estate_devices",
        "devices",
        "memberships",
        "people",
        "estates",
    ):
        op.drop_table(table)
