"""HTTP doors of departments: read them, set one up."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.ground.people.departments.queries import listed
from webapp.ground.people.departments.schemas import DepartmentIn, DepartmentOut
from webapp.ground.people.departments.service import set_department

bp = Blueprint("departments", __name__, url_prefix="/api/v1", description="Departments and who belongs to them")
MAY_SET = (*OVERSEERS, Role.ADMIN)


@bp.get("/departments")
@needs(*MAY_SET)
@bp.response(200, DepartmentOut(many=True))
def departments() -> list[dict[str, Any]]:
    return listed(db.session(), actor().estate_id)


@bp.put("/departments/<uuid:department_id>")
@needs(*MAY_SET)
@bp.arguments(DepartmentIn)
@bp.response(200, DepartmentOut)
def change(body: dict[str, Any], department_id: UUID) -> dict[str, Any]:
    estate_id = actor().estate_id
    with unit_of_work() as session:
        set_department(
            session,
            estate_id,
            department_id,
            name=body["name"].strip(),
            head_id=body["head_id"],
            named=body["member_ids"],
        )
        return next(one for one in listed(session, estate_id) if one["id"] == department_id)
