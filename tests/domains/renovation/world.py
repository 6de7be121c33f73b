"""Renovations without a store: acts are decided by what is there, and rows follow. Everybody needed is at hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.domain import Applied, Decision, Entry, Item, Refused
from webapp.core.ids import new_id
from webapp.core.standing import from_columns
from webapp.core.wire import plain, read
from webapp.domains.renovation.rules.acting import Facts, Home, Known
from webapp.domains.renovation.rules.guards import GUARDS
from webapp.domains.renovation.rules.rows import act_rows
from webapp.domains.renovation.rules.standing import Case, Notice, Pass, Receipt, Request
from webapp.domains.renovation.rules.states import OVER, Act, CaseState
from webapp.domains.renovation.rules.ways import WAYS
from webapp.ground.estates.settings import DEFAULTS, effective
from webapp.ground.places.rules import UnitStatus

# Monday 10:00 in Shenzhen.
BEGAN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ZONE = "Asia/Shanghai"
WAY = {way.act: way for way in WAYS}
CASE = UUID(example("renovation.apply")["body"]["renovationId"])
UNIT = UUID(example("renovation.apply")["body"]["application"]["unitId"])
PAPERS = ("doc_license", "doc_qualification", "doc_tax", "doc_plan", "doc_worker_ids")
SIGNED = (
    ("form_application", "owner"),
    ("form_application", "person_in_charge"),
    ("form_contractor_pledge", "contractor"),
    ("agreement", "company"),
    ("agreement", "owner"),
    ("agreement", "contractor"),
)
PASSES = {one: UUID(int=UUID(example("renovation.pass")["body"]["passId"]).int + one) for one in range(2)}
KINDS: Mapping[str, Any] = {
    "renovation_passes": Pass,
    "renovation_notices": Notice,
    "renovation_requests": Request,
    "renovation_receipts": Receipt,
}


_SOLD = {"status": UnitStatus.OCCUPIED_OWNER, "renovating": False, "since": None}


def photo() -> dict[str, Any]:
    """Answer a photo."""
    found: dict[str, Any] = example("renovation.paper")["body"]["paper"]["photos"][0]
    return found


def signatures(*signers: str) -> dict[str, Any]:
    """Answer the private part of an act that these signed."""
    strokes = example("renovation.sign")["body"]["private"]["signatures"][0]["strokes"]
    told = [{"as": signer, "name": signer, "strokes": strokes} for signer in signers]
    return {"phones": {}, "ids": {}, "signatures": told}


def body_of(act: Act, **fields: Any) -> dict[str, Any]:
    """Answer the shared example of an act; `fields` say what differs."""
    return {**example(act.kind)["body"], **fields}


def notice_body(**fields: Any) -> dict[str, Any]:
    """Answer a notice as it is written on site."""
    return {**example("renovation.notice")["body"]["notice"], "noticeId": str(new_id()), **fields}


@dataclass
class World:
    """The tables as rows have made them, and a clock."""

    settings: dict[str, Any] = field(default_factory=lambda: effective(DEFAULTS))
    now: datetime = BEGAN
    tables: dict[str, dict[UUID, dict[str, Any]]] = field(default_factory=lambda: {"units": {UNIT: dict(_SOLD)}})
    entries: int = 0
    archivists: frozenset[UUID] = frozenset()
    units: frozenset[UUID] = frozenset({UNIT})
    people: dict[Role, UUID] = field(default_factory=lambda: {role: new_id() for role in Role})

    def copy(self) -> "World":
        """Answer the same world; what happens in one leaves the other alone."""
        return replace(self, tables={name: dict(rows) for name, rows in self.tables.items()})

    def try_(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> Decision:
        """Decide an act that is done now; write what it makes."""
        body = body_of(act, **fields)
        item = self.item(act.kind, role, read(WAY[act].body, body), about=UUID(body["renovationId"]))
        answer = WAY[act].decide(item, self._facts(item), GUARDS)
        if isinstance(answer, Applied):
            self._write(act, item, answer)
        return answer

    def do(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> Applied:
        """Do what is to be applied."""
        answer = self.try_(act, role, **fields)
        assert isinstance(answer, Applied), (act, answer)
        return answer

    def refused(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> str:
        """Answer the code by which an act is refused."""
        answer = self.try_(act, role, **fields)
        assert isinstance(answer, Refused), act
        return answer.code

    def pass_time(self, **time: float) -> None:
        """Let time pass."""
        self.now += timedelta(**time)

    def move_to(self, day: str, hour: int = 10) -> None:
        """Let it be an hour of a day in Shenzhen."""
        self.now = datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC) - timedelta(hours=8)

    @property
    def today(self) -> date:
        """The day in Shenzhen."""
        return (self.now + timedelta(hours=8)).date()

    def case(self, id_: UUID = CASE) -> Case:
        """Answer a renovation as it stands."""
        return from_columns(Case, self.tables["renovations"][id_])

    @property
    def state(self) -> CaseState:
        """Where the renovation stands."""
        return self.case().state

    def parts(self, table: str, of: UUID = CASE) -> dict[UUID, Any]:
        """Answer what belongs to a renovation."""
        rows = self.tables.get(table, {}).items()
        return {id_: from_columns(KINDS[table], row) for id_, row in rows if row["renovation_id"] == of}

    def known(self, of: UUID) -> Known:
        """Answer a renovation with all that belongs to it."""
        passes, notices, requests, receipts = (self.parts(table, of) for table in KINDS)
        return Known(self.case(of), passes, notices, requests, tuple(receipts.values()))

    def item(self, kind: str, role: Role, body: Any, *, about: UUID = CASE) -> Item:
        """Answer an item that is saved and comes in now."""
        return Item(
            id=new_id(),
            seq=1,
            kind=kind,
            estate_id=UNIT,
            about=about,
            by=self.people[role],
            by_name=role.value,
            role=role.value,
            device_id=UNIT,
            body=body,
            recorded_at=self.now,
            corrected_at=self.now,
            received_at=self.now,
            time_doubtful=False,
            rules="",
            live=True,
        )

    def _facts(self, item: Item) -> Facts:
        rows = self.tables.get("renovations", {})
        parts = (id_ for table in KINDS for id_ in self.tables.get(table, {}))
        return Facts(
            zone=ZONE,
            cases={id_: self.known(id_) for id_ in rows if id_ == item.about},
            homes={id_: self._home(row) for id_, row in rows.items()},
            settings={item.id: self.settings},
            units=self.units,
            renovated={row["unit_id"]: "ZX" for row in rows.values() if row["state"] not in OVER},
            taken=frozenset(parts),
            archivists=self.archivists,
        )

    def _home(self, renovation: dict[str, Any]) -> Home:
        unit = self.tables["units"][renovation["unit_id"]]
        return Home(unit["status"], unit["renovating"], renovation["serial"])

    def entry(self, item: Item, answer: Applied) -> Entry:
        """Answer the next entry of the book."""
        self.entries += 1
        told = {
            "id": str(item.id),
            "v": 1,
            "by": str(item.by),
            "recordedAt": plain(item.recorded_at),
            "body": plain(item.body),
        }
        server = {
            "receivedAt": plain(item.received_at),
            "correctedAt": plain(item.corrected_at),
            "byName": item.by_name,
            "device": str(item.device_id),
            "marks": [],
            "page": list(answer.page) if answer.page else None,
            "serial": f"{self.entries}" if answer.page else None,
        }
        return Entry(UNIT, self.entries, item.kind, told, server, answer.judged, answer.personal)

    def _write(self, act: Act, item: Item, answer: Applied) -> None:
        for row in act_rows(act, WAY[act].body, self.entry(item, answer)):
            if "id" in row.key:
                table = self.tables.setdefault(row.table, {})
                assert row.new != (row.key["id"] in table), row
                table[row.key["id"]] = {**table.get(row.key["id"], {}), **row.values, "id": row.key["id"]}
