"""Departments that an estate has changed, and whom their lists name."""

from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from webapp.core.db import Base
from webapp.ground.people.departments.rules import DepartmentKind


class DepartmentRow(Base):
    """A department as the estate has set it up; there is none of those that are as every estate begins."""

    __tablename__ = "departments"
    __table_args__ = (UniqueConstraint("estate_id", "kind"),)

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[DepartmentKind]
    name: Mapped[str] = mapped_column(String(40))
    head_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))


class DepartmentMember(Base):
    """Somebody whom a department's list names."""

    __tablename__ = "department_members"

    estate_id: Mapped[UUID] = mapped_column(ForeignKey("estates.id"), primary_key=True)
    department_id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"), primary_key=True)
