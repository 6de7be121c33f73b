"""HTTP doors of the papers of a renovation."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast
from uuid import UUID

from flask import Response, current_app
from flask_smorest import Blueprint

from webapp.config import Settings
from webapp.core import clock
from webapp.core.actor import Duty, Role, actor, needs
from webapp.core.db import db, unit_of_work
from webapp.core.errors import NotFound
from webapp.domains.renovation.paper import texts
from webapp.domains.renovation.paper.archive import archive_form, photos_of
from webapp.domains.renovation.paper.passes import cards, codes_of
from webapp.domains.renovation.paper.queries import CasePage, case_page
from webapp.domains.renovation.paper.sheet import Photos, form_named, hot_work_form, notice_form
from webapp.domains.renovation.rules.states import CENTRE, HOLDERS
from webapp.domains.renovation.schemas import PassesIn
from webapp.ground.books import pdf_answer
from webapp.ground.paper import Form, render_form
from webapp.ground.paper.cards import render_cards
from webapp.ground.photos.print import printable

bp = Blueprint("renovation_paper", __name__, url_prefix="/api/v1/renovation/cases", description="Papers of renovations")
PDF = {"type": "string", "format": "binary"}
ARCHIVE = "archive"
# Of a part of the case, not of the case itself.
_OF_PARTS = frozenset({"notice", "hot_work"})
_READERS = (*CENTRE, Role.ENGINEER, Role.RENOVATION_INSPECTOR, Role.FINANCE)


@bp.get("/<uuid:renovation_id>/papers/<form>.pdf")
@needs(*_READERS, duty=Duty.ARCHIVIST)
@bp.response(200, PDF, content_type="application/pdf")
def paper(renovation_id: UUID, form: str) -> Response:
    page = _page(renovation_id)
    if form == ARCHIVE:
        return _answer(page, partial(archive_form, page), photos_of(page))
    if form not in texts.forms() - _OF_PARTS:
        raise NotFound(form=form)
    return _answer(page, partial(form_named, page, form), set())


@bp.get("/<uuid:renovation_id>/notices/<uuid:notice_id>.pdf")
@needs(*HOLDERS)
@bp.response(200, PDF, content_type="application/pdf")
def notice(renovation_id: UUID, notice_id: UUID) -> Response:
    page = _page(renovation_id)
    told = page.part("notices", "noticeId", notice_id)
    return _answer(page, partial(notice_form, page, told), {one["sha256"] for one in told["photos"]})


@bp.get("/<uuid:renovation_id>/hot-work/<uuid:request_id>.pdf")
@needs(*HOLDERS)
@bp.response(200, PDF, content_type="application/pdf")
def hot_work(renovation_id: UUID, request_id: UUID) -> Response:
    page = _page(renovation_id)
    told = page.part("requests", "requestId", request_id)
    if told["kind"] != "hot_work":
        raise NotFound(requestId=str(request_id))
    return _answer(page, partial(hot_work_form, page, told), set())


@bp.post("/<uuid:renovation_id>/passes.pdf")
@needs(*CENTRE)
@bp.arguments(PassesIn)
@bp.response(200, PDF, content_type="application/pdf")
def pass_cards(body: dict[str, Any], renovation_id: UUID) -> Response:
    settings, now = _settings(), clock.now()
    with unit_of_work() as session:
        page = case_page(session, actor().estate_id, renovation_id)
        codes = codes_of(session, page, body["pass_ids"], permit=body["permit"], now=now)
        hashes = {one["photo"] for one in page.case["passes"] if one["photo"]}
        photos = printable(session, settings.photo_store, page.estate.id, hashes)
        made = list(cards(page, codes, photos, settings.public_url))
        estate, language, serial = page.estate.name, page.language, page.case["serial"]
    return pdf_answer(render_cards(made, title=serial, estate=estate, language=language, now=now), serial)


def _page(renovation_id: UUID) -> CasePage:
    return case_page(db.session(), actor().estate_id, renovation_id)


def _settings() -> Settings:
    return cast(Settings, current_app.extensions["rounds.settings"])


def _answer(page: CasePage, form: Callable[[Photos, str], Form], hashes: set[str]) -> Response:
    settings = _settings()
    photos = printable(db.session(), settings.photo_store, page.estate.id, hashes)
    made = form(photos, settings.public_url)
    return pdf_answer(render_form(made, now=clock.now()), made.serial)
