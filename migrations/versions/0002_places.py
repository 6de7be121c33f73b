"""Buildings, stairwells, units; places, routes; labels.

Safe while phones sync: only new tables. Undoing it loses the register and kills every printed label.
"""

import sqlalchemy as sa
from alembic import op

from webapp.core.db import UtcDateTime

revision = "0002_places"
down_revision = "0001_estates_and_people"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    _houses()
    _places()
    _routes()
    _labels()


def _houses() -> None:
    op.create_table(
        "buildings",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_buildings_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_buildings"),
        sa.UniqueConstraint("estate_id", "name", name="uq_buildings_estate_id_name"),
    )
    op.create_table(
        "stairwells",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("building_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _within("stairwells", "building_id", "buildings"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_stairwells"),
        sa.UniqueConstraint("estate_id", "building_id", "name", name="uq_stairwells_estate_id_building_id_name"),
    )
    op.create_table(
        "units",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("stairwell_id", sa.Uuid(), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("area", sa.Integer()),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("renovating", sa.Boolean(), nullable=False),
        _within("units", "stairwell_id", "stairwells"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_units"),
        sa.UniqueConstraint("estate_id", "stairwell_id", "number", name="uq_units_estate_id_stairwell_id_number"),
    )
    op.create_index("ix_units_estate_id_status", "units", ["estate_id", "status"])


def _places() -> None:
    op.create_table(
        "places",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("building_id", sa.Uuid()),
        sa.Column("stairwell_id", sa.Uuid()),
        sa.Column("floor", sa.Integer()),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_places_estate_id"),
        _within("places", "building_id", "buildings"),
        _within("places", "stairwell_id", "stairwells"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_places"),
    )
    op.create_index("ix_places_estate_id_stairwell_id_floor", "places", ["estate_id", "stairwell_id", "floor"])


def _routes() -> None:
    op.create_table(
        "routes",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("steward_id", sa.Uuid()),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_routes_estate_id"),
        sa.ForeignKeyConstraint(["steward_id"], ["people.id"], name="fk_routes_steward_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_routes"),
        sa.UniqueConstraint("estate_id", "name", name="uq_routes_estate_id_name"),
    )
    op.create_table(
        "route_places",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("route_id", sa.Uuid(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _within("route_places", "route_id", "routes"),
        _within("route_places", "place_id", "places"),
        sa.PrimaryKeyConstraint("estate_id", "route_id", "place_id", name="pk_route_places"),
    )


def _labels() -> None:
    op.create_table(
        "labels",
        sa.Column("estate_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(12), nullable=False),
        sa.Column("target_kind", sa.String(32), nullable=False),
        sa.Column("target_id", sa.Uuid(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("hung_at", UtcDateTime()),
        sa.Column("hung_by", sa.Uuid()),
        sa.Column("revoked_at", UtcDateTime()),
        sa.Column("reason", sa.Text()),
        sa.ForeignKeyConstraint(["estate_id"], ["estates.id"], name="fk_labels_estate_id"),
        sa.PrimaryKeyConstraint("estate_id", "id", name="pk_labels"),
        sa.UniqueConstraint("estate_id", "code", name="uq_labels_estate_id_code"),
    )
    op.create_index("ix_labels_estate_id_target_kind_target_id", "labels", ["estate_id", "target_kind", "target_id"])


def _within(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    """Answer a reference that cannot leave the estate."""
    return sa.ForeignKeyConstraint(
        ["estate_id", column], [f"{other}.estate_id", f"{other}.id"], name=f"fk_{table}_estate_id_{column}"
    )


def downgrade() -> None:
    """Undo it."""
    for table in ("labels", "route_places", "routes", "places", "units", "stairwells", "buildings"):
        op.drop_table(table)
