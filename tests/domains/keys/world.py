"""Key sets and the phones about them, without a store: items wait on phones, are decided, and rows follow."""

from collections.abc import Callable
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
from webapp.domains.keys.rules.bodies import RegisterKeys, RequestKeys
from webapp.domains.keys.rules.custody import register
from webapp.domains.keys.rules.rows import act_rows
from webapp.domains.keys.rules.shapes import KeyItem
from webapp.domains.keys.rules.standing import KeySetStanding, Loan, Memo, from_columns
from webapp.domains.keys.rules.states import FINAL, KeyAct
from webapp.domains.keys.rules.ways import WAYS
from webapp.ground.estates.settings import DEFAULTS

BEGAN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
WAY = {way.act: way for way in WAYS}
UNIT, UNIT_NUMBER = new_id(), "901"


@dataclass
class Phone:
    """Somebody's phone; what waits on it goes out in its order."""

    person: UUID
    name: str
    role: Role
    waiting: list[Item] = field(default_factory=list)

    def item(self, kind: str, about: UUID, body: Any, at: datetime, *, live: bool = True) -> Item:
        """Answer an item that is saved on it at a moment."""
        return Item(
            id=new_id(),
            seq=1,
            kind=kind,
            estate_id=UNIT,
            about=about,
            by=self.person,
            by_name=self.name,
            role=self.role.value,
            device_id=self.person,
            body=body,
            recorded_at=at,
            corrected_at=at,
            received_at=at,
            time_doubtful=False,
            rules="",
            live=live,
        )


@dataclass
class World:
    """The tables as rows have made them, and a clock."""

    phones: list[Phone]
    settings: dict[str, Any] = field(default_factory=lambda: dict(DEFAULTS))
    now: datetime = BEGAN
    tables: dict[str, dict[UUID, dict[str, Any]]] = field(default_factory=dict)
    tags: dict[str, UUID] = field(default_factory=dict)
    left: set[UUID] = field(default_factory=set)
    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    entries: int = 0
    _known: dict[str, dict[UUID, Any]] = field(default_factory=dict)

    def item(self, phone: Phone, act: KeyAct, body: dict[str, Any], *, live: bool) -> Item:
        """Answer an act that is saved on a phone now."""
        kind = RegisterKeys if act is KeyAct.REGISTER else WAY[act].body
        return phone.item(act.kind, UUID(body["keySetId"]), read(kind, body), self.now, live=live)

    def decide(self, act: KeyAct, item: Item) -> Decision:
        """Let an item come in: decide it by what is there, and write the rows."""
        facts = self._facts(item)
        answer = register(item, facts) if act is KeyAct.REGISTER else WAY[act].decide(item, facts)
        if isinstance(answer, Applied):
            self._write(act, item, answer)
        return answer

    def registration(self, **fields: Any) -> Item:
        """Answer what would hang one more set in the cabinet."""
        whole = example("keys.register")["body"]
        body = {**whole, "keySetId": str(new_id()), "keyNo": str(new_id())[-12:], "unitId": str(UNIT), **fields}
        return self.item(self.phones[0], KeyAct.REGISTER, body, live=True)

    def register(self, **fields: Any) -> UUID:
        """Hang one more set in the cabinet."""
        item = self.registration(**fields)
        answer = self.decide(KeyAct.REGISTER, item)
        assert isinstance(answer, Applied), answer
        return item.about

    @property
    def loans(self) -> dict[UUID, Loan]:
        """All loans as they stand."""
        return self._read("key_loans", lambda _, row: from_columns(Loan, row))

    @property
    def memos(self) -> dict[UUID, Memo]:
        """All memos as they stand."""
        return self._read("key_memos", lambda _, row: from_columns(Memo, row))

    @property
    def sets(self) -> dict[UUID, KnownSet]:
        """All sets as they stand."""
        return self._read("key_sets", _known)

    def _read(self, table: str, read_row: Callable[[UUID, dict[str, Any]], Any]) -> dict[UUID, Any]:
        """Answer the rows of a table as rules know them, read again only after something was written."""
        if table not in self._known:
            self._known[table] = {id_: read_row(id_, row) for id_, row in self.tables.get(table, {}).items()}
        return self._known[table]

    def _facts(self, item: Item) -> KeyFacts:
        sets, loans = self.sets, self.loans
        brings = getattr(item.body, "loan_id", None) if isinstance(item.body, RequestKeys) else None
        again = brings in loans or (isinstance(item.body, RegisterKeys) and item.about in sets)
        numbers = {one.key_no for one in sets.values() if one.standing.state not in FINAL}
        return KeyFacts(
            sets=sets,
            loans=loans,
            memos=self.memos,
            settings={item.id: self.settings},
            units={UNIT: f"3 栋 1 单元 {UNIT_NUMBER}"},
            taken=frozenset({item.id} if getattr(item.body, "key_no", None) in numbers else ()),
            repeated=frozenset({item.id} if again else ()),
            tags=self.tags,
            left=frozenset(self.left),
        )

    def _write(self, act: KeyAct, item: Item, answer: Applied) -> None:
        self._known.clear()
        kind = RegisterKeys if act is KeyAct.REGISTER else WAY[act].body
        for row in act_rows(act, kind, self.entry(item, answer)):
            table = self.tables.setdefault(row.table, {})
            if "id" in row.key:
                table[row.key["id"]] = {**table.get(row.key["id"], {}), **row.values, **row.key}

    def entry(self, item: Item, answer: Applied) -> Entry:
        """Answer the entry that an applied item becomes."""
        self.entries += 1
        told = {"id": str(item.id), "v": 1, "by": str(item.by), "recordedAt": plain(item.recorded_at)}
        server = {
            "receivedAt": plain(item.received_at),
            "correctedAt": plain(item.corrected_at),
            "byName": item.by_name,
            "device": str(item.device_id),
            "marks": [],
            "page": list(answer.page) if answer.page else None,
            "serial": self.serial(answer),
        }
        body = {"body": plain(item.body)}
        return Entry(UNIT, self.entries, item.kind, {**told, **body}, server, answer.judged, answer.personal)

    def serial(self, answer: Applied) -> str | None:
        """Answer the number of the page on which something stands: one a page."""
        if answer.page is None:
            return None
        form = answer.page[0]
        opened = sum(one == form for one, _ in self.pages)
        return self.pages.setdefault(answer.page, f"{form}-{self.now.year}-{opened + 1:06d}")

    def pass_time(self, hours: int) -> None:
        """Let some hours pass."""
        self.now += timedelta(hours=hours)


def _known(id_: UUID, row: dict[str, Any]) -> KnownSet:
    items = tuple(read(KeyItem, one) for one in row["items"])
    standing = from_columns(KeySetStanding, row)
    return KnownSet(id_, row["key_no"], row["custody_kind"], row["unit_id"], items, standing)


__all__ = ["Phone", "Refused", "World"]
