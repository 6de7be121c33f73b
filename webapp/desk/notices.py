"""What the desk has people told of: rounds whose window is over while places are still to be done."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import current_app
from sqlalchemy.orm import Session

from webapp.core.actor import Role
from webapp.desk import queries
from webapp.desk.day import RoundOfDay, rounds_of_day
from webapp.domains.patrols.queries import given_to
from webapp.domains.patrols.rules.places import PlaceState
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

ROUND_LATE = read_kinds("desk", Path(__file__).with_name("notices.yaml"))["round_late"]
# By the end of its window a place is due, or its record may lie on a phone that is out of reach.
OPEN = {PlaceState.DUE, PlaceState.NOT_ARRIVED, PlaceState.MISSED}
NAMED = 3


def late_rounds(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer a notice for every round of today whose window is over and that is not done."""
    estate = session.get_one(Estate, estate_id)
    day = day_of(now, estate.timezone)
    read = queries.read_day(session, estate, day, current_app.extensions["rounds.missing_of"])
    walkers = given_to(session, estate_id, day)
    for round_ in rounds_of_day(read, now):
        left = [place.name for place in round_.places if place.state in OPEN]
        if round_.end <= now and left:
            yield _due(round_, left, ZoneInfo(estate.timezone), walkers.get(round_.route_id, []))


def _due(round_: RoundOfDay, left: list[str], zone: ZoneInfo, walkers: Sequence[UUID]) -> Due:
    places = "、".join(left[:NAMED]) + ("…" if len(left) > NAMED else "")
    end = round_.end.astimezone(zone).strftime("%H:%M")
    return Due(
        kind=ROUND_LATE,
        key=f"round_late/{round_.round_id}",
        path="/today",
        params={"route": round_.route_name, "number": round_.number, "end": end, "left": len(left), "places": places},
        roles=(Role.SUPERVISOR, Role.MANAGER),
        people=walkers,
    )
