"""What findings have people told of: urgent ones, work that comes to somebody, and deadlines near and passed.

`patrol.md` 3.10 (PAT-M3), 5, 7 and 11.4, `issues.md` 3 (DL-02, DL-11, DL-12).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.domains.findings.models import Finding, FindingAct
from webapp.domains.findings.rules.deadlines import passed_share
from webapp.domains.findings.rules.details import UNREADABLE
from webapp.domains.findings.rules.states import FINAL, Act, FindingState, Priority
from webapp.ground.estates.models import Estate
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due
from webapp.ground.people.departments.queries import departments, staff
from webapp.ground.people.departments.rules import DepartmentKind, members

KINDS = read_kinds("findings", Path(__file__).with_name("notices.yaml"))
# What a phone brings later, or what passed long ago, is no alarm any more: it stands in the lists.
FRESH = timedelta(hours=24)
PASSED = timedelta(days=7)
AMBER = 0.8
# An electricity meter that runs abnormally: told at once, however little urgent its repair is (PAT-M3).
METER_ITEM = "MT-04"
# Minutes are too short to be told that they are nearly over.
TOLD_WHEN_NEAR = ("solve", "verify")
# A checklist says steward where the department of stewards is meant, guard for security.
_DEPARTMENTS = {"steward": DepartmentKind.CUSTOMER_SERVICE, "guard": DepartmentKind.SECURITY}


@dataclass(frozen=True, slots=True)
class Estates:
    """What is told the same of all findings of an estate.

    zone      its clocks
    crews     who belongs to which department
    orderers  by finding: who ordered it rectified last
    """

    zone: ZoneInfo
    crews: Mapping[str, Sequence[UUID]]
    orderers: Mapping[UUID, UUID]

    def crew(self, finding: Finding) -> Sequence[UUID]:
        """Answer who belongs to the department that a finding is with."""
        return self.crews.get(_DEPARTMENTS.get(finding.dept or "", finding.dept or ""), ())

    def checker(self, finding: Finding) -> UUID:
        """Answer who looks on site whether it is right: who ordered it rectified, else who found it."""
        return self.orderers.get(finding.id, finding.by_id)

    def clock(self, moment: datetime) -> str:
        """Answer a moment as the estate's people say it."""
        return moment.astimezone(self.zone).strftime("%m-%d %H:%M")


def findings_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer what is to be told of the findings that are not over."""
    estate = _estate(session, estate_id)
    query = select(Finding).where(Finding.estate_id == estate_id, Finding.state.not_in(FINAL))
    for finding in session.scalars(query):
        yield from _urgent(finding, estate, now)
        yield from _meter(finding, estate, now)
        yield from _come_to_somebody(finding, estate, now)
        for due in finding.due:
            yield from _deadline(finding, estate, due, now)


def _estate(session: Session, estate_id: UUID) -> Estates:
    here, all_ = staff(session, estate_id), departments(session, estate_id)
    crews = {kind.value: members(kind, here, all_) for kind in DepartmentKind}
    return Estates(ZoneInfo(session.get_one(Estate, estate_id).timezone), crews, _orderers(session, estate_id))


def _orderers(session: Session, estate_id: UUID) -> dict[UUID, UUID]:
    running = select(Finding.id).where(Finding.estate_id == estate_id, Finding.state.not_in(FINAL))
    orders = (
        select(FindingAct.finding_id, FindingAct.by_id)
        .where(FindingAct.estate_id == estate_id, FindingAct.act == Act.ORDER, FindingAct.finding_id.in_(running))
        .order_by(FindingAct.entry)
    )
    return dict(iter(session.execute(orders)))


def _urgent(finding: Finding, estate: Estates, now: datetime) -> Iterator[Due]:
    waits = finding.state in (FindingState.OPEN, FindingState.REPORTED)
    if waits and finding.priority is Priority.URGENT and finding.found_at >= now - FRESH:
        yield _due(finding, "urgent", "", estate, now, roles=(*OVERSEERS, Role.GUARD))


def _meter(finding: Finding, estate: Estates, now: datetime) -> Iterator[Due]:
    if finding.item == METER_ITEM and finding.found_at >= now - FRESH:
        due = _due(finding, "meter", "", estate, now, roles=OVERSEERS)
        noted = (finding.details["unit"], finding.details["number"], finding.details["reading"])
        meter = " ".join(one for one in noted if one and one != UNREADABLE)
        yield replace(due, params={**due.params, "meter": meter or "—"})


def _come_to_somebody(finding: Finding, estate: Estates, now: datetime) -> Iterator[Due]:
    due_at = finding.due_at or now
    if due_at < now - PASSED:
        return
    turn = str(finding.rework)
    if finding.state is FindingState.DISPATCHED:
        order = f"{finding.order_no}/{turn}"
        yield _due(finding, "dispatched", order, estate, due_at, people=estate.crew(finding))
    checker = estate.checker(finding)
    if finding.state is FindingState.FIXED and checker != finding.fixer_id:
        yield _due(finding, "to_verify", turn, estate, due_at, people=(checker,))


def _deadline(finding: Finding, estate: Estates, due: Mapping[str, Any], now: datetime) -> Iterator[Due]:
    what = due["what"]
    since, due_at = (datetime.fromisoformat(due[name]) for name in ("from", "dueAt"))
    share = passed_share(since, due_at, now)
    near = AMBER <= share <= 1 and what in TOLD_WHEN_NEAR
    passed = share > 1 and due_at >= now - PASSED
    if near or passed:
        kind = f"{'passed' if passed else 'near'}_{what}"
        roles, people = _concerned(finding, what, estate)
        yield _due(finding, kind, due["dueAt"], estate, due_at, roles=roles, people=people)


def _concerned(finding: Finding, what: str, estate: Estates) -> tuple[Sequence[Role], Sequence[UUID]]:
    if what == "solve":
        return OVERSEERS, estate.crew(finding)
    if what == "verify":
        return OVERSEERS, (estate.checker(finding),)
    return ((*OVERSEERS, Role.GUARD) if what.startswith("smell") else OVERSEERS), ()


def _due(
    finding: Finding,
    kind: str,
    turn: str,
    estate: Estates,
    due_at: datetime,
    *,
    roles: Sequence[Role] = (),
    people: Sequence[UUID] = (),
) -> Due:
    params = {"place": finding.place_name or "", "what": finding.description, "spot": finding.spot}
    return Due(
        kind=KINDS[kind],
        key=f"{kind}/{finding.id}/{turn}",
        path=f"/findings/{finding.id}",
        params={**params, "by": finding.by_name, "serial": finding.serial, "due": estate.clock(due_at)},
        roles=roles,
        people=people,
    )
