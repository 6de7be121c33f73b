"""What the worker does for notices, once a minute: ask every room what is to be told, and send what is due.

Each question, each estate and each sending stands alone: what fails is logged, and the others go on.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
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
    for estate_id in db.session().scalars(select(Estate.id)).all():
        with _alone("telling", estate_id):
            _tell(estate_id)
    _send()


def _tell(estate_id: UUID) -> None:
    watches = cast(tuple[Watch, ...], current_app.extensions["rounds.watches"])
    dues: list[Due] = []
    for watch in watches:
        with _alone(f"{watch.__module__}.{watch.__qualname__}", estate_id):
            dues += watch(db.session(), estate_id, clock.now())
    let_go()
    if dues:
        with unit_of_work() as session:
            service.tell(session, estate_id, dues, now=clock.now())


@contextmanager
def _alone(what: str, estate_id: UUID) -> Iterator[None]:
    """Keep what fails here from the others; the next minute tries it again."""
    try:
        yield
    except Exception:
        let_go()
        log.exception("%s failed for estate %s", what, estate_id)


def _send() -> None:
    for key in [_key(delivery) for delivery in queries.waiting(db.session(), clock.now())]:
        with _alone("sending", key[0]):
            _note(key, _tried(key))


def _note(key: tuple[UUID, UUID, UUID], why: str | None) -> None:
    with unit_of_work() as session:
        delivery = session.get_one(NoticeDelivery, key)
        if why is None:
            service.note_sent(delivery, now=clock.now())
        else:
            service.note_failure(delivery, why, now=clock.now())


def _key(delivery: NoticeDelivery) -> tuple[UUID, UUID, UUID]:
    return delivery.estate_id, delivery.notice_id, delivery.channel_id


def _tried(key: tuple[UUID, UUID, UUID]) -> str | None:
    """Answer why it did not go out; None when it did."""
    try:
        _send_one(*key)
    except NotSent as error:
        log.warning("a notice of estate %s did not go out: %s", key[0], error)
        return str(error)
    except Exception as error:  # each service has its own; a try that counts, or it would come first for ever
        let_go()
        log.exception("a notice did not go out for estate %s", key[0])
        return type(error).__name__
    return None


def _send_one(estate_id: UUID, notice_id: UUID, channel_id: UUID) -> None:
    session = db.session()
    way = queries.channel(session, estate_id, channel_id)
    words = session.get_one(Notice, (estate_id, notice_id)).words[way.language]
    estate, url = session.get_one(Estate, estate_id).name, way.url
    let_go()  # the network may take its time
    send(url, f"{words['title']} · {estate}", words["line"])


def _sweep() -> None:
    with unit_of_work() as session:
        service.sweep(session, now=clock.now())


LOOK = Job(name="notices.look", act=_look, minutely=True)
SWEEP = Job(name="notices.sweep", act=_sweep, daily=(19, 50))  # 03:50 in China
