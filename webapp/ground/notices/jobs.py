"""What the worker does for notices, once a minute: ask every room what is to be told, and send what is due."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import cast
from uuid import UUID

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.db import db, let_go, unit_of_work
from webapp.core.jobs import Job
from webapp.ground.estates.models import Estate
from webapp.ground.notices import queries, service
from webapp.ground.notices.models import Notice, NoticeDelivery
from webapp.ground.notices.rules import Due
from webapp.ground.notices.sending import NotSent, send

log = logging.getLogger(__name__)
Watch = Callable[[Session, UUID, datetime], Iterable[Due]]


def _look() -> None:
    watches = cast(tuple[Watch, ...], current_app.extensions["rounds.watches"])
    for estate_id in db.session().scalars(select(Estate.id)).all():
        dues = [due for watch in watches for due in watch(db.session(), estate_id, clock.now())]
        let_go()
        if dues:
            with unit_of_work() as session:
                service.tell(session, estate_id, dues, now=clock.now())
    _send()


def _send() -> None:
    for key in [_key(delivery) for delivery in queries.waiting(db.session(), clock.now())]:
        why = _send_one(key)
        with unit_of_work() as session:
            delivery = session.get_one(NoticeDelivery, key)
            if why is None:
                service.note_sent(delivery, now=clock.now())
            else:
                service.note_failure(delivery, why, now=clock.now())


def _key(delivery: NoticeDelivery) -> tuple[UUID, UUID, UUID]:
    return delivery.estate_id, delivery.notice_id, delivery.channel_id


def _send_one(key: tuple[UUID, UUID, UUID]) -> str | None:
    """Answer why it did not go out; None when it did."""
    estate_id, notice_id, channel_id = key
    session = db.session()
    way = queries.channel(session, estate_id, channel_id)
    words = session.get_one(Notice, (estate_id, notice_id)).words[way.language]
    estate, url = session.get_one(Estate, estate_id).name, way.url
    let_go()  # the network may take its time
    try:
        send(url, f"{words['title']} · {estate}", words["line"])
    except NotSent as error:
        log.warning("a notice of estate %s did not go out: %s", estate_id, error)
        return str(error)
    return None


def _sweep() -> None:
    with unit_of_work() as session:
        service.sweep(session, now=clock.now())


LOOK = Job(name="notices.look", act=_look, minutely=True)
SWEEP = Job(name="notices.sweep", act=_sweep, daily=(19, 50))  # 03:50 in China
