"""HTTP door of badges."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Response
from flask_smorest import Blueprint
from marshmallow import fields, validate
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import OVERSEERS, Role, actor, needs
from webapp.core.db import unit_of_work
from webapp.core.errors import NotFound
from webapp.core.schema import WireSchema
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import setting
from webapp.ground.labels.badges.sheet import Badge, render_badges
from webapp.ground.labels.prints.jobs import press
from webapp.ground.labels.service import tags_to_print
from webapp.ground.paper.words import Lexicon, read_words
from webapp.ground.people.models import Membership, Person

BADGE = "person"
WORDS = Path(__file__).with_name("words.yaml")
PRINTERS = (*OVERSEERS, Role.ADMIN)
PDF = {"type": "string", "format": "binary"}
Staff = Sequence[tuple[UUID, str, Role]]

bp = Blueprint("badges", __name__, url_prefix="/api/v1/labels/badges", description="Badges of the staff")


class BadgesIn(WireSchema):
    """Body of POST /labels/badges: whose."""

    person_ids = fields.List(fields.UUID(), required=True, validate=validate.Length(1, 200))


@bp.post("")
@needs(*PRINTERS)
@bp.arguments(BadgesIn)
@bp.response(200, PDF, content_type="application/pdf")
def print_badges(body: dict[str, Any]) -> Response:
    estate_id = actor().estate_id
    with unit_of_work() as session:
        estate = session.get_one(Estate, estate_id)
        say, name = read_words(WORDS, setting(estate.settings, "ui_locale")), estate.name
        badges = _badges(session, estate_id, body["person_ids"], say)
    made = render_badges(badges, estate=name, title=say("title"), public_url=press().public_url)
    return Response(made, mimetype="application/pdf", headers={"Cache-Control": "no-store"})


def _badges(session: Session, estate_id: UUID, ids: Sequence[UUID], say: Lexicon) -> list[Badge]:
    """Answer the badges of these people in their order; raises NotFound for who does not work here."""
    staff = {id_: (name, role) for id_, name, role in _staff(session, estate_id, ids)}
    for id_ in ids:
        if id_ not in staff:
            raise NotFound(person=str(id_))
    tags = tags_to_print(session, estate_id, BADGE, dict.fromkeys(ids), now=clock.now())
    return [
        Badge(tag.code, staff[id_][0], say(staff[id_][1].value))
        for id_, tag in zip(dict.fromkeys(ids), tags, strict=True)
    ]


def _staff(session: Session, estate_id: UUID, ids: Collection[UUID]) -> Staff:
    query = (
        select(Person.id, Person.name, Membership.role)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id, Membership.active, Person.id.in_(ids))
    )
    return [(id_, name, role) for id_, name, role in session.execute(query)]
