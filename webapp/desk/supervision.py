"""Whether a day had its supervisor's rounds (`patrol.md` 8), as the desk shows it. Pure."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from webapp.core.wire import Wire
from webapp.desk.day import Read
from webapp.domains.patrols.signing.rules import Standing, State

NOT_MADE = (State.IN_PROGRESS, State.VOIDED)


class SupervisionRound(Wire, frozen=True, kw_only=True):
    """A supervisor's round; `ended_at` once it was ended."""

    record_id: UUID
    serial: str
    by_name: str
    places: int
    state: State
    ended_at: datetime | None


class SupervisionOfDay(Wire, frozen=True, kw_only=True):
    """The supervisors' rounds of a day: how many are asked for, how many were made, and all that were begun."""

    asked: int
    made: int
    rounds: Sequence[SupervisionRound]


def supervision(read: Read) -> SupervisionOfDay:
    """Answer the supervisors' rounds of the day."""
    pages = ((id_, page) for id_, page in read.pages.items() if page.looks)
    rounds = sorted((_round(id_, read.serials[id_], page) for id_, page in pages), key=lambda one: one.serial)
    made = sum(one.state not in NOT_MADE for one in rounds)
    return SupervisionOfDay(asked=read.settings["supervisor_rounds_per_day"], made=made, rounds=rounds)


def _round(record_id: UUID, serial: str, page: Standing) -> SupervisionRound:
    return SupervisionRound(
        record_id=record_id,
        serial=serial,
        by_name=page.looks[0].signer_name,
        places=len({look.detail["placeId"] for look in page.looks}),
        state=page.state,
        ended_at=page.finish.at if page.finish else None,
    )
