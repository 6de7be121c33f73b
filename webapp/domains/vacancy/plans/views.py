"""HTTP doors of yearly plans."""

from typing import Any

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import Role, actor, needs
from webapp.core.db import db
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.plans.queries import plans_page
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.schemas import VacancyPlansOut
from webapp.ground.estates.models import Estate

bp = Blueprint("vacancy_plans", __name__, url_prefix="/api/v1/vacancy", description="Yearly plans of vacant units")


@bp.get("/plans")
@needs(*HOLDERS, Role.GM)
@bp.response(200, VacancyPlansOut)
def plans() -> dict[str, Any]:
    return plans_page(Stock(db.session(), db.session().get_one(Estate, actor().estate_id), clock.now()))
