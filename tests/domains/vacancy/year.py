"""An estate of 3,000 units through a year, and a ledger of it kept apart from the house's own counts."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from tests import make
from tests.domains.vacancy.conftest import Vacant
from tests.make.patrols import checklist
from webapp.core.db import unit_of_work
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import StatusSource, UnitStatus
from webapp.ground.places.units.rules import Standing
from webapp.ground.places.units.service import set_statuses

UNITS, VACANT, HOUSES = 3_000, 400, 10
BEGIN, END = date(2027, 1, 1), date(2028, 1, 1)
SOLD, LET, EMPTY = UnitStatus.SOLD_NOT_MOVED_IN, UnitStatus.LET_VACANT, UnitStatus.VACANT_UNSOLD
OWNED = UnitStatus.OCCUPIED_OWNER
AT_ONCE = 100


def at(day: date, hour: int = 10) -> datetime:
    """Answer an hour of a day in Shenzhen."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=8)


@dataclass
class Ledger:
    """What the test knows by itself: the vacant units, those of each month's first day, checks and moves by month."""

    vacant: set[UUID] = field(default_factory=set)
    on_the_first: dict[str, frozenset[UUID]] = field(default_factory=dict)
    at_the_end: dict[str, int] = field(default_factory=dict)
    checked: defaultdict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    came: Counter[str] = field(default_factory=Counter)
    left: Counter[str] = field(default_factory=Counter)
    checks: int = 0
    found: int = 0

    def percent(self, month: str) -> float:
        """Count a month's coverage."""
        stock = self.on_the_first[month]
        return int(1000 * sum(unit in self.checked[month] for unit in stock) / len(stock)) / 10


@dataclass
class Year:
    """The estate day by day."""

    world: Vacant
    chance: Random
    ledger: Ledger = field(default_factory=Ledger)
    others: list[UUID] = field(default_factory=list)
    let: list[UUID] = field(default_factory=list)

    def open(self) -> None:
        """Let the register be brought on the day before the year, and the keys be lent to the visitor for the year."""
        world, before = self.world, BEGIN - timedelta(days=1)
        world.clock.move_to(at(before))
        houses = [make.building(world.session, world.estate, name=f"{one + 1} 号楼") for one in range(HOUSES)]
        stairs = [make.stairwell(world.session, house).id for house in houses]
        ids = [new_id() for _ in range(UNITS)]
        # The unit that the fixture has made is one of the vacant.
        self.ledger.vacant, self.others = {*ids[: VACANT - 1], world.unit.id}, ids[VACANT - 1 :]
        world.session.rollback()
        with unit_of_work() as session:
            session.add_all(self._unit(id_, number, stairs) for number, id_ in enumerate(ids))
            session.flush()
            said = {id_: Standing(self._status(id_), False, date(2026, 12, 1)) for id_ in ids}
            self._say(session, said, StatusSource.REGISTER, before)
        self.lend(sorted(self.ledger.vacant))

    def _unit(self, id_: UUID, number: int, stairs: Sequence[UUID]) -> Unit:
        floor = number // HOUSES // 10 + 1
        where = {"stairwell_id": stairs[number % HOUSES], "floor": floor, "number": f"{floor}{number:04}"}
        return Unit(estate_id=self.world.estate.id, id=id_, area=9_000, status=self._status(id_), **where)

    def _status(self, id_: UUID) -> UnitStatus:
        return EMPTY if id_ in self.ledger.vacant else OWNED

    def _say(self, session: Any, said: dict[UUID, Standing], source: StatusSource, day: date) -> None:
        set_statuses(session, self.world.estate.id, said, reason="", source=source, by=None, now=at(day))

    def lend(self, ids: Sequence[UUID]) -> None:
        """Hang keys of the units and lend them: a loan that is overdue still opens the door."""
        visitor, keeper = self.world.phone("visitor"), self.world.phone("keeper")
        borrower = {**make.example("keys.lend")["body"]["borrower"], "personId": str(visitor.person_id)}
        due = make.iso(datetime.now(UTC) + timedelta(days=1))
        for start in range(0, len(ids), AT_ONCE):
            bodies = [{**make.key_set_body(), "unitId": str(id_)} for id_ in ids[start : start + AT_ONCE]]
            loans = [{"loanId": str(new_id()), "borrower": borrower, "dueAt": due} for _ in bodies]
            lent = [make.key_act("lend", body["keySetId"], **loan) for body, loan in zip(bodies, loans, strict=True)]
            self.applied(keeper, [keeper.keep("register", body) for body in bodies])
            self.applied(keeper, [keeper.keep("lend", body) for body in lent])

    def applied(self, phone: make.VisitorPhone, items: Sequence[dict[str, Any]]) -> None:
        """Push items that are all to be applied."""
        refused = [one for one in phone.push(*items) if one["outcome"] != "applied"]
        assert refused == []

    def day(self, day: date, due: Sequence[UUID]) -> None:
        """Let a day pass: units come and go, some that are due are checked, something is found."""
        self.world.clock.move_to(at(day, 9))
        month = f"{day:%Y-%m}"
        if day.weekday() == 1:
            self._move(day, month)
        if day.day == 1:
            self._sign_in_anew()
            self.ledger.on_the_first[month] = frozenset(self.ledger.vacant)
        self.world.clock.move_to(at(day, 17))
        self._check([id_ for id_ in due if id_ in self.ledger.vacant], day, month)
        self.ledger.at_the_end[month] = len(self.ledger.vacant)

    def _sign_in_anew(self) -> None:
        """Let who visits and who lends sign in again, as people do now and then."""
        for who in ("visitor", "keeper"):
            browser = make.browser(self.world.app, self.world.people[who])
            self.world.phones[who] = make.VisitorPhone(browser, self.world.estate.id)

    def _move(self, day: date, month: str) -> None:
        stock = sorted(self.ledger.vacant)
        gone = self.chance.sample(stock, 3)
        come = [self.others.pop(), *(self.let.pop() for _ in self.let[:1])]
        self.let.append(gone[0])
        said = {id_: Standing(SOLD, False, day) for id_ in gone[1:]}
        said |= {gone[0]: Standing(LET, False, day), **{id_: Standing(EMPTY, False, day) for id_ in come}}
        self.world.session.rollback()
        with unit_of_work() as session:
            self._say(session, said, StatusSource.HAND, day)
        self.ledger.vacant = (self.ledger.vacant - set(gone)) | set(come)
        self.ledger.came[month] += len(come)
        self.ledger.left[month] += len(gone)
        self.lend(come[:1])

    def _check(self, ids: Sequence[UUID], day: date, month: str) -> None:
        phone = self.world.phone("visitor")
        for start in range(0, len(ids), AT_ONCE):
            some = ids[start : start + AT_ONCE]
            self.applied(phone, [phone.made("vacancy.check", make.check_body(id_, at(day, 16))) for id_ in some])
        self.ledger.checked[month].update(ids)
        self.ledger.checks += len(ids)
        if ids and day.weekday() == 0:
            body = {**make.finding_body(self.world.unit, at(day, 16)), "placeId": str(ids[0])}
            vacant_unit = {"checklist": checklist("vacant_unit"), "item": "VU-10", "choice": "leaking"}
            assert phone.report({**body, **vacant_unit})["outcome"] == "applied"
            self.ledger.found += 1

    def file(self, which: str, kind: str) -> dict[str, Any]:
        """Let the manager, who signs in for it, file what is not filed, oldest first; answer the contents by period."""
        self.world.phones.pop("manager", None)
        manager = self.world.phone("manager")
        told = manager.browser.get(f"/api/v1/vacancy/{which}").get_json()[which]
        unfiled = [one for one in reversed(told) if one["state"] != "filed"]
        for paper in unfiled:
            body = {"period": paper["period"], "seen": paper["sha256"], "note": ""}
            item = manager.item(kind, body, saved_at=datetime.now(UTC), about=paper["id"], live=True)
            self.applied(manager, [item])
        return {paper["period"]: paper["content"] for paper in unfiled}
