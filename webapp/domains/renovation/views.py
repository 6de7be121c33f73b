"""HTTP doors of renovations: one as a whole, lists, the status board, the register of deposits."""

from typing import Any
from uuid import UUID

from flask_smorest import Blueprint

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import db
from webapp.domains.renovation import queries
from webapp.domains.renovation.deposits import deposits as deposits_between
from webapp.domains.renovation.paper.texts import wordings as shipped_wordings
from webapp.domains.renovation.rules.states import CENTRE, HOLDERS
from webapp.domains.renovation.schemas import (
    BoardOut,
    CasesOut,
    CasesQuery,
    DaysQuery,
    DepositsOut,
    NoticesOut,
    WholeCaseOut,
    WordingsOut,
)
from webapp.domains.renovation.status_board import board as status_board
from webapp.ground.books import language_of
from webapp.ground.estates.models import Estate

bp = Blueprint("renovation", __name__, url_prefix="/api/v1/renovation", description="Renovations of homes")
# Who changes an estate's settings.
_MAY_WORD = (Role.ADMIN, Role.MANAGER, Role.OFFICE_MANAGER)
# Who needs to reach the people: guards need not.
_OFFICE = (*CENTRE, Role.ENGINEER, Role.RENOVATION_INSPECTOR, Role.FINANCE)


@bp.get("/cases/<uuid:renovation_id>")
@needs(*_OFFICE)
@bp.response(200, WholeCaseOut)
def whole_case(renovation_id: UUID) -> dict[str, Any]:
    return queries.whole_case(db.session(), actor().estate_id, renovation_id)


@bp.get("/cases")
@needs(*HOLDERS)
@bp.arguments(CasesQuery, location="query")
@bp.response(200, CasesOut)
def cases(query: dict[str, Any]) -> dict[str, Any]:
    return queries.case_list(db.session(), actor().estate_id, queries.Asked(**query))


@bp.get("/board")
@needs(*HOLDERS)
@bp.response(200, BoardOut)
def board() -> dict[str, Any]:
    return status_board(db.session(), _estate(), clock.now())


@bp.get("/deposits")
@needs(Role.FINANCE, *OVERSEERS)
@bp.arguments(DaysQuery, location="query")
@bp.response(200, DepositsOut)
def deposits(query: dict[str, Any]) -> dict[str, Any]:
    return deposits_between(db.session(), _estate(), query["since"], query["until"])


@bp.get("/wordings")
@needs(*_MAY_WORD)
@bp.response(200, WordingsOut)
def wordings() -> dict[str, Any]:
    return {"rows": shipped_wordings(language_of(_estate()))}


@bp.get("/notices")
@needs(*HOLDERS)
@bp.response(200, NoticesOut)
def notices() -> dict[str, Any]:
    return queries.notices(db.session(), actor().estate_id)


def _estate() -> Estate:
    return db.session().get_one(Estate, actor().estate_id)
