"""An estate with one route of three stairwells, its steward's phone, and a Monday in its second window."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
import time_machine
from flask import Flask
from sqlalchemy.orm import Session

from tests import make
from webapp.ground.estates.models import Estate
from webapp.ground.labels.models import LabelRow
from webapp.ground.people.models import Person
from webapp.ground.places.models import Place, Route

# 15:38 in Shenzhen: the second window is 14:00 to 17:30.
NOW = datetime(2026, 11, 23, 7, 38, tzinfo=UTC)


@dataclass
class Beat:
    """What a steward works with."""

    estate: Estate
    steward: Person
    places: list[Place]
    labels: list[LabelRow]
    route: Route
    phone: make.PatrolPhone


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def beat(app: Flask, session: Session, clock: time_machine.Traveller) -> Beat:
    estate = make.estate(session)
    steward = make.person(session, estate, name="林晓岚")
    places = [make.place(session, estate, name=f"3 栋 2 单元 {floor} 层 楼梯间") for floor in (9, 8, 7)]
    labels = [make.label(session, place, hung=True) for place in places]
    route = make.route(session, estate, *places, steward_id=steward.id)
    return Beat(estate, steward, places, labels, route, make.PatrolPhone(make.browser(app, steward), estate.id))
