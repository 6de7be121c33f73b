"""Key sets and the phones about them, without a store: items wait on phones, are decided, and rows follow."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.domain import Applied, Decision, Entry, Item, Refused
from webapp.core.ids import new_id
from webapp.core.wire import plain, read
from webapp.domains.keys.rules.acting import KeyFacts, KnownSet
from webapp.domains.keys.rules.bodies import RegisterKeys
from webapp.domains.keys.rules.custody import register
from webapp.domains.keys.rules.rows import act_rows
from webapp.domains.keys.rules.shapes import KeyItem
from webapp.domains.keys.rules.standing import KeySetStanding, Loan, Memo, from_columns
from webapp.domains.keys.rules.states import KeyAct
from webapp.domains.keys.rules.ways import WAYS
from webapp.ground.estates.settings import DEFAULTS

BEGAN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
WAY = {way.act: way for way in WAYS}
UNIT = new_id()


@dataclass
class Phone:
    """Somebody's phone; what waits on it goes out in its order."""

    person: UUID
    name: str
    role: Role
    waiting: list[Item] = field(default_factory=list)


@dataclass
class World:
    """The tables as rows have made them, and a clock."""

    phones: list[Phone]
    settings: dict[str, Any] = field(default_factory=lambda: dict(DEFAULTS))
    now: datetime = BEGAN
    tables: dict[str, dict[UUID, dict[str, Any]]] = field(default_factory=dict)
    entries: int = 0

    def item(self, phone: Phone, act: KeyAct, body: dict[str, Any], *, live: bool) -> Item:
        """Answer an act that is saved on a phone now."""
        kind = RegisterKeys if act is KeyAct.REGISTER else WAY[act].body
        return Item(
            id=new_id(),
            seq=1,
            kind=act.kind,
            estate_id=UNIT,
            about=UUID(body["keySetId"]),
            by=phone.person,
            by_name=phone.name,
            role=phone.role.value,
            device_id=phone.person,
            body=read(kind, body),
            recorded_at=self.now,
            corrected_at=self.now,
            received_at=self.now,
            time_doubtful=False,
            rules="",
            live=live,
        )

    def decide(self, act: KeyAct, item: Item) -> Decision:
        """Let an item come in: decide it by what is there, and write the rows."""
        facts = self._facts(item)
        answer = register(item, facts) if act is KeyAct.REGISTER else WAY[act].decide(item, facts)
        if isinstance(answer, Applied):
            self._write(act, item, answer)
        return answer

    def register(self, **fields: Any) -> UUID:
        """Hang one more set in the cabinet."""
        whole = example("keys.register")["body"]
        body = {**whole, "keySetId": str(new_id()), "keyNo": str(new_id())[-12:], "unitId": str(UNIT), **fields}
        item = self.item(self.phones[0], KeyAct.REGISTER, body, live=True)
        answer = self.decide(KeyAct.REGISTER, item)
        assert isinstance(answer, Applied), answer
        return item.about

    @property
    def loans(self) -> dict[UUID, Loan]:
        """All loans as they stand."""
        return {id_: from_columns(Loan, row) for id_, row in self.tables.get("key_loans", {}).items()}

    @property
    def memos(self) -> dict[UUID, Memo]:
        """All memos as they stand."""
        return {id_: from_columns(Memo, row) for id_, row in self.tables.get("key_memos", {}).items()}

    @property
    def sets(self) -> dict[UUID, KnownSet]:
        """All sets as they stand."""
        return {id_: _known(id_, row) for id_, row in self.tables.get("key_sets", {}).items()}

    def _facts(self, item: Item) -> KeyFacts:
        named = getattr(item.body, "loan_id", None)
        again = item.kind in ("keys.lend", "keys.request") and named in self.loans
        return KeyFacts(
            sets=self.sets,
            loans=self.loans,
            memos=self.memos,
            settings={item.id: self.settings},
            units={UNIT: "3 栋 2 单元 901"},
            repeated=frozenset({item.id} if again else ()),
        )

    def _write(self, act: KeyAct, item: Item, answer: Applied) -> None:
        self.entries += 1
        body = plain(item.body)
        told = {"id": str(item.id), "v": 1, "by": str(item.by), "recordedAt": plain(item.recorded_at), "body": body}
        server = {
            "receivedAt": plain(item.received_at),
            "correctedAt": plain(item.corrected_at),
            "byName": item.by_name,
            "device": str(item.device_id),
            "marks": [],
            "page": list(answer.page) if answer.page else None,
            "serial": f"{self.entries}" if answer.page else None,
        }
        entry = Entry(UNIT, self.entries, act.kind, told, server, answer.judged, answer.personal)
        kind = RegisterKeys if act is KeyAct.REGISTER else WAY[act].body
        for row in act_rows(act, kind, entry):
            table = self.tables.setdefault(row.table, {})
            if "id" in row.key:
                table[row.key["id"]] = {**table.get(row.key["id"], {}), **row.values, "id": row.key["id"]}

    def pass_time(self, hours: int) -> None:
        """Let some hours pass."""
        self.now += timedelta(hours=hours)


def _known(id_: UUID, row: dict[str, Any]) -> KnownSet:
    items = tuple(read(KeyItem, one) for one in row["items"])
    standing = from_columns(KeySetStanding, row)
    return KnownSet(id_, row["key_no"], row["custody_kind"], row["unit_id"], items, standing)


__all__ = ["Phone", "Refused", "World"]
