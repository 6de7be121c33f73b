"""A quarter with sixty sites, by a moved clock: the register of deposits agrees with a count of its own, to the fen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests import make
from tests.domains.renovation.conftest import ON_ONE_STORE, Site
from tests.domains.renovation.ways_there import WORKERS, approved, notices_verified
from tests.domains.renovation.world import notice_body, signatures
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.domains.renovation.rules.states import Act

SITES = 60
DEPOSIT = 200_000
Step = Callable[[], None]


@dataclass
class Ledger:
    """What the cashier wrote down by hand."""

    paid_in: int = 0
    paid_out: int = 0
    kept: int = 0

    @property
    def held(self) -> int:
        """What must lie in the till."""
        return self.paid_in - self.paid_out - self.kept


@dataclass
class Life:
    """One site of the quarter; `number` decides what happens to it."""

    site: Site
    number: int
    ledger: Ledger
    id: str = field(default_factory=lambda: str(new_id()))
    unit: Any = None
    passes: list[str] = field(default_factory=lambda: [str(new_id()), str(new_id())])

    def steps(self) -> Iterator[tuple[int, Step]]:
        """Answer what is done on which day."""
        first = self.number % 30
        yield first, self.apply
        yield first + 1, self.pay
        if self.number % 9 == 0:
            yield first + 2, self.withdraw
            return
        yield first + 3, self.begin
        if self.number % 3 == 0:
            yield first + 10, self.violate
        if self.number % 4 == 0:
            yield first + 12, self.extend
        fails = self.number % 5 == 0
        yield first + 30, self.fail if fails else self.accept
        if fails:
            yield first + 35, self.put_right
        yield first + (65 if fails else 60), self.refund

    def do(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> None:
        """Do an act about this site."""
        self.come()
        self.site.do(act, role, **fields)

    def come(self) -> None:
        """Let what follows be about this site."""
        self.site.id, self.site.unit = self.id, self.unit

    def apply(self) -> None:
        """Apply, whole, and let engineering agree."""
        self.come()
        approved(self.site)

    def pay(self) -> None:
        """Pay all lines."""
        self.do(Act.PAY, Role.FINANCE)
        self.ledger.paid_in += DEPOSIT

    def withdraw(self) -> None:
        """Have the deposit back and go."""
        back = {"amount": DEPOSIT, "receiptNo": f"TK-{self.number}", "paidAt": self._now(), "payee": "何建国"}
        self.do(Act.WITHDRAW, refund=back)
        self.ledger.paid_out += DEPOSIT

    def begin(self) -> None:
        """Check jointly, issue everything, begin."""
        self.do(Act.JOINT_CHECK)
        for id_, worker in zip(self.passes, WORKERS, strict=True):
            self.do(Act.PASS, passId=id_, workerId=worker)
        today = self._today()
        self.do(Act.PERMIT, startOn=today.isoformat(), until=(today + timedelta(days=60)).isoformat())
        self.do(Act.START, Role.GUARD, passId=self.passes[0])

    def violate(self) -> None:
        """Be noticed, and put it right."""
        self._notice(Act.NOTICE, visitId=None, changeId=None)
        notices_verified(self.site)

    def extend(self) -> None:
        """Have more time."""
        request = str(new_id())
        until = (self._today() + timedelta(days=70)).isoformat()
        self.do(Act.EXTENSION, requestId=request, until=until)
        self.do(Act.DECIDE, Role.SUPERVISOR, requestId=request)

    def _collect(self) -> None:
        first, second = self.passes
        self.do(Act.PASS_RETURN, passId=first)
        self.do(Act.PASS_LOST if self.number % 7 == 0 else Act.PASS_RETURN, passId=second)

    def accept(self) -> None:
        """Pass the first acceptance."""
        self.do(Act.COMPLETE)
        self._collect()
        self.do(Act.ACCEPT, Role.ENGINEER)

    def fail(self) -> None:
        """Fail it."""
        self.do(Act.COMPLETE)
        self._notice(Act.ACCEPT, passed=False, role=Role.ENGINEER)

    def put_right(self) -> None:
        """Put right what was found."""
        self.come()
        notices_verified(self.site)
        self._collect()
        self.do(Act.REINSPECT, Role.ENGINEER)

    def refund(self) -> None:
        """Recheck and pay back; of some a part is kept."""
        kept = 15_050 if self.number % 11 == 0 else 0
        self.do(Act.RECHECK, Role.ENGINEER)
        deductions = [{"amount": kept, "reason": "公共走廊墙面修补"}] if kept else []
        self.do(
            Act.REFUND,
            Role.FINANCE,
            amount=DEPOSIT - kept,
            deductions=deductions,
            private=signatures("manager", "owner"),
        )
        self.ledger.paid_out += DEPOSIT - kept
        self.ledger.kept += kept

    def _notice(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> None:
        notice = notice_body(dueOn=(self._today() + timedelta(days=3)).isoformat())
        private = signatures("engineer", "steward", "person_in_charge")
        self.do(act, role, notice=notice, private=private, **fields)

    def _today(self) -> Any:
        return (datetime.now(UTC) + timedelta(hours=8)).date()

    def _now(self) -> str:
        return make.iso(datetime.now(UTC))


@pytest.mark.slow
@pytest.mark.timeout(600)
@ON_ONE_STORE
def test_sixty_sites_in_a_quarter_leave_a_register_that_agrees_to_the_fen(site):
    ledger = Ledger()
    stairwell = make.stairwell(site.session, make.building(site.session, site.estate, name="9 栋"))
    lives = [Life(site, number, ledger) for number in range(SITES)]
    for life in lives:
        life.unit = make.unit(site.session, stairwell, number=f"{life.number:03}01")
    days = sorted(((day, life.number, step) for life in lives for day, step in life.steps()), key=lambda one: one[:2])

    at = 0
    for day, _, step in days:
        if day > at:
            site.pass_time(days=day - at)
            at = day
            held = site.phone(Role.FINANCE).browser.get("/api/v1/renovation/deposits").get_json()["held"]
            assert held == ledger.held
        step()

    told = site.phone(Role.FINANCE).browser.get("/api/v1/renovation/deposits").get_json()
    assert (told["in"], told["out"], told["kept"]) == (ledger.paid_in, ledger.paid_out, ledger.kept)
    assert (told["held"], told["in"]) == (0, SITES * DEPOSIT)
    assert sum(one["in"] for one in told["months"]) == ledger.paid_in
    assert [one["held"] for one in told["months"]][-1] == 0
    assert len({one["renovationId"] for one in told["rows"]}) == SITES
    states = site.phone(Role.SUPERVISOR).browser.get("/api/v1/renovation/cases?limit=200").get_json()["rows"]
    assert {one["state"] for one in states} == {"closed", "cancelled"}
    assert site.differences() == []
