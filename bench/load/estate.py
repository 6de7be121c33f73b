"""An estate whose stewards walk a route each, and the batches that their phones send."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import make
from tests.make.patrols import checklist
from webapp.core.ids import new_id
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.labels.models import LabelRow
from webapp.ground.people.models import Person
from webapp.ground.places.models import Route, RoutePlace

STEWARDS, STOPS = 8, 50
BETWEEN_STOPS = timedelta(seconds=40)

Stop = tuple[UUID, str]  # a place, and the code that hangs there


@dataclass(frozen=True, slots=True)
class Walk:
    """A steward with the route that is theirs."""

    estate: Estate
    steward: Person
    route_id: UUID
    stops: Sequence[Stop]


def lay_out(session: Session, stewards: int = STEWARDS) -> None:
    """Make an estate, its stewards, and a route of labelled places for each."""
    estate = make.estate(session)
    for _ in range(stewards):
        places = [make.place(session, estate) for _ in range(STOPS)]
        for place in places:
            make.label(session, place, hung=True)
        make.route(session, estate, *places, steward_id=make.person(session, estate).id)


def walks(session: Session) -> list[Walk]:
    """Answer who walks where, in all estates that were laid out."""
    found = (
        select(Estate, Person, Route)
        .join(Route, Route.estate_id == Estate.id)
        .join(Person, Person.id == Route.steward_id)
        .order_by(Route.id)
    )
    return [Walk(estate, person, route.id, _stops(session, route)) for estate, person, route in session.execute(found)]


def _stops(session: Session, route: Route) -> list[Stop]:
    query = (
        select(RoutePlace.place_id, LabelRow.code)
        .join(LabelRow, LabelRow.target_id == RoutePlace.place_id)
        .where(RoutePlace.route_id == route.id)
        .order_by(RoutePlace.position)
    )
    return [(place_id, code) for place_id, code in session.execute(query)]


class Walker:
    """A phone with its steward: makes the items of its rounds, each place once a round."""

    def __init__(self, walk: Walk, device_id: UUID, token: str = "", cookie: str = "") -> None:
        """Take what the phone knows, with its push token and the cookie of its session."""
        self.walk, self.device_id, self.token, self.cookie = walk, device_id, token, cookie
        self.seq = 0
        self._sheet = {"checklist": checklist(), "answers": make.answers(), "observation": "", "position": None}

    def round(self, began: datetime) -> list[dict[str, Any]]:
        """Answer the items of one round that began at `began`."""
        day = day_of(began, self.walk.estate.timezone).isoformat()
        return [
            self._item(began + number * BETWEEN_STOPS, day, place_id, code)
            for number, (place_id, code) in enumerate(self.walk.stops)
        ]

    def _item(self, at: datetime, day: str, place_id: UUID, code: str) -> dict[str, Any]:
        self.seq += 1
        visit_id, saved_at = str(new_id()), at + timedelta(seconds=35)
        return {
            "id": str(new_id()),
            "seq": self.seq,
            "kind": "patrols.visit",
            "v": 1,
            "estate": str(self.walk.estate.id),
            "about": visit_id,
            "by": str(self.walk.steward.id),
            "recordedAt": make.iso(saved_at),
            "clock": {"page": "p1", "elapsedMs": self.seq * 40_000 + 0.6, "offsetMs": 0},
            "seen": 0,
            "rules": "",
            "live": False,
            "body": {
                **self._sheet,
                "visitId": visit_id,
                "placeId": str(place_id),
                "round": {"routeId": str(self.walk.route_id), "date": day, "number": 1},
                "label": code,
                "scan": {"method": "camera"},
                "scannedAt": make.iso(at),
                "finishedAt": make.iso(saved_at),
                "photos": [make.visit_photo(at, sha256=uuid4().hex * 2)],
            },
        }

    def envelope(self, items: list[dict[str, Any]]) -> bytes:
        """Answer a push of `items` as it travels."""
        told = {"items": items, "deviceId": str(self.device_id), "lastSeq": self.seq, "waiting": 0}
        return msgspec.json.encode(told)


def signed_in(app: Flask, session: Session) -> list[Walker]:
    """Answer a new phone for each steward, signed in."""
    walkers = []
    for walk in walks(session):
        browser = make.phone(app, walk.steward, walk.estate).browser
        walkers.append(Walker(walk, browser.device_id, browser.push_token, browser.cookies["rounds"]))
    return walkers


def now_back(hours: float) -> datetime:
    """Answer the moment so many hours ago."""
    return datetime.now(UTC) - timedelta(hours=hours)
