"""HTTP doors of consents and lettings."""

from typing import Any

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import actor, needs
from webapp.core.db import db
from webapp.domains.vacancy.board.stock import Stock
from webapp.domains.vacancy.lettings.queries import lettings_page
from webapp.domains.vacancy.rules.checking import HOLDERS
from webapp.domains.vacancy.schemas import LettingsOut
from webapp.ground.estates.models import Estate

bp = Blueprint("vacancy_lettings", __name__, url_prefix="/api/v1/vacancy", description="Letting of vacant units")


@bp.get("/lettings")
@needs(*HOLDERS)
@bp.response(200, LettingsOut)
def lettings() -> dict[str, Any]:
    return lettings_page(Stock(db.session(), db.session().get_one(Estate, actor().estate_id), clock.now()))
