"""An estate of 3,000 units through a year, and a ledger of it kept apart from the house's own counts."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select

from tests import make
from tests.domains.vacancy.conftest import Vacant
from tests.make.patrols import checklist
from tests.make.register import HEADER, workbook
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit
from webapp.ground.places.rules import UnitStatus

UNITS, VACANT, HOUSES = 3_000, 400, 10
BEGIN, END = date(2027, 1, 1), date(2028, 1, 1)
UPLOADS = "/api/v1/register/uploads"
AT_ONCE = 100


def at(day: date, hour: int = 10) -> datetime:
    """Answer an hour of a day in Shenzhen."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - timedelta(hours=8)


def _lines() -> Iterator[Sequence[Any]]:
    """Answer the office's list: ten houses of 300 homes, of which so many stand empty that with one more it is VACANT."""
    for number in range(UNITS):
        house, home = number % HOUSES, number // HOUSES
        floor, door = home // 10 + 1, home % 10 + 1
        status = "空置" if number < VACANT - 1 else "自住"
        yield f"{house + 1} 号楼", "1 单元", floor, f"{floor}{door:02}", 90, status


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
    let: list[tuple[UUID, str]] = field(default_factory=list)

    def open(self) -> None:
        """Let the office's list be read in on the day before the year, and keys be lent to the visitor for the year."""
        self.world.clock.move_to(at(BEGIN - timedelta(days=1)))
        self.bring_in(workbook(_lines(), header=HEADER))
        self.world.session.rollback()
        ours = select(Unit.id, Unit.status).where(Unit.estate_id == self.world.estate.id)
        units = self.world.session.execute(ours).all()
        # The unit that the fixture has made is one of the vacant.
        self.ledger.vacant = {id_ for id_, status in units if status is UnitStatus.VACANT_UNSOLD}
        self.others = sorted(id_ for id_, status in units if status is not UnitStatus.VACANT_UNSOLD)
        self.lend(sorted(self.ledger.vacant))

    def bring_in(self, file: bytes) -> None:
        """Upload a list as the administrator does, and let the worker read and keep it."""
        admin = self.world.phone("admin").browser
        upload = admin.post(UPLOADS, query_string={"name": "房屋台账.xlsx"}, data=file).get_json()["id"]
        self.work()
        assert admin.post(f"{UPLOADS}/{upload}/keep").status_code == 202
        self.work()
        kept = admin.get(f"{UPLOADS}/{upload}").get_json()
        assert (kept["state"], kept["report"]["added"]) == ("kept", UNITS), kept

    def work(self) -> None:
        """Let the worker do what is queued."""
        queue = self.world.app.extensions["rounds.jobs"].queue
        while task := queue.dequeue():
            queue.execute(task)

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
        """Let everybody sign in again, as people do now and then."""
        for who in self.world.people:
            browser = make.browser(self.world.app, self.world.people[who])
            self.world.phones[who] = make.VisitorPhone(browser, self.world.estate.id)

    def _move(self, day: date, month: str) -> None:
        """Let two units be sold and one be let, one be given back to the developer and a letting end."""
        sold, also_sold, let = gone = self.chance.sample(sorted(self.ledger.vacant), 3)
        back, ended = self.others.pop(), self.let[:1]
        self._say(sold, "sold_not_moved_in", day)
        self._say(also_sold, "sold_not_moved_in", day)
        self._say(back, "vacant_unsold", day)
        for unit_id, letting_id in ended:
            self._act("visitor", "let_end", unit_id, lettingId=letting_id, endedOn=day.isoformat())
        self.let = [*self.let[1:], (let, self._let(let, day))]
        come = {back, *(unit_id for unit_id, _ in ended)}
        self.ledger.vacant = (self.ledger.vacant - set(gone)) | come
        self.ledger.came[month] += len(come)
        self.ledger.left[month] += len(gone)
        self.lend([back])

    def _say(self, unit_id: UUID, status: str, day: date) -> None:
        """Let the supervisor say what a unit is, as the register's page does."""
        path = f"/api/v1/places/units/{unit_id}/status"
        body = {"status": status, "renovating": False, "since": day.isoformat(), "reason": "按合同"}
        assert self.world.phone("supervisor").browser.post(path, json=body).status_code == 200

    def _let(self, unit_id: UUID, day: date) -> str:
        """Let a unit by its developer's consent, and answer the letting."""
        consent_id, letting_id, today = str(new_id()), str(new_id()), day.isoformat()
        self._act("manager", "consent", unit_id, consentId=consent_id, askedOn=today, answeredOn=today)
        named = {"lettingId": letting_id, "consentId": consent_id}
        self._act("visitor", "let", unit_id, **named, beginsOn=today, until=None)
        return letting_id

    def _act(self, who: str, act: str, unit_id: UUID, **fields: Any) -> None:
        phone, kind = self.world.phone(who), f"vacancy.{act}"
        body = {**make.example(kind)["body"], "unitId": str(unit_id), **fields}
        self.applied(phone, [phone.item(kind, body, saved_at=datetime.now(UTC), about=str(unit_id), live=True)])

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
        """Let the manager file what is not filed, oldest first; answer the contents by period."""
        manager = self.world.phone("manager")
        told = manager.browser.get(f"/api/v1/vacancy/{which}").get_json()[which]
        unfiled = [one for one in reversed(told) if one["state"] != "filed"]
        for paper in unfiled:
            body = {"period": paper["period"], "seen": paper["sha256"], "note": ""}
            item = manager.item(kind, body, saved_at=datetime.now(UTC), about=paper["id"], live=True)
            self.applied(manager, [item])
        return {paper["period"]: paper["content"] for paper in unfiled}
