"""The key cabinet by its rules alone: the same acts as upon a store, in milliseconds."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from tests.domains.keys.cabinet import ROLES, Cabinet
from tests.domains.keys.world import UNIT, UNIT_NUMBER, Phone, World
from webapp.core.actor import Role
from webapp.core.domain import Item, Refused
from webapp.core.ids import new_id
from webapp.core.wire import plain
from webapp.domains.keys.models import KeyActRow, KeyLoan, KeyMemo, KeySet
from webapp.domains.keys.rules.states import KeyAct
from webapp.domains.keys.telling import told_loan, told_memo, told_set
from webapp.ground.places.models import Unit

Said = dict[str, Any]


@dataclass
class RuledPhone:
    """A phone whose items are decided at once."""

    world: World
    phone: Phone

    @property
    def person_id(self) -> UUID:
        """Whose phone it is."""
        return self.phone.person

    def keep(self, act: str, body: Said, *, live: bool = False) -> Item:
        """Answer an item saved now, not sent yet."""
        self.world.now = datetime.now(UTC)
        return self.world.item(self.phone, KeyAct(act), body, live=live)

    def do(self, act: str, body: Said, *, live: bool = True) -> Said:
        """Push an act saved now and answer what was answered."""
        (answered,) = self.push(self.keep(act, body, live=live))
        return answered

    def push(self, *items: Item) -> list[Said]:
        """Let items be decided, and answer what a server says of each."""
        return [self._answered(item) for item in items]

    def _answered(self, item: Item) -> Said:
        decided = self.world.decide(KeyAct(item.kind.partition(".")[2]), item)
        if isinstance(decided, Refused):
            return {"id": str(item.id), "outcome": "refused", "code": decided.code, "params": dict(decided.params)}
        return {"id": str(item.id), "outcome": "applied", "serial": self.world.serial(decided)}


@dataclass
class RuledCabinet(Cabinet):
    """An estate's keys as the rows of entries have made them."""

    world: World = field(default_factory=lambda: World([]))
    phones: dict[str, RuledPhone] = field(default_factory=dict)
    unit: Unit = field(default_factory=lambda: cast(Unit, SimpleNamespace(id=UNIT, number=UNIT_NUMBER)))

    def phone(self, who: str) -> RuledPhone:
        """Answer somebody's phone."""
        if who not in self.phones:
            made = Phone(new_id(), who, ROLES.get(who, Role.STEWARD))
            self.phones[who] = RuledPhone(self.world, made)
        return self.phones[who]

    def set(self, **settings: Any) -> None:
        """Let the estate have these settings."""
        self.world.settings |= settings

    def held(self, set_id: str, who: str = "keeper") -> Said:
        """Answer a set as a phone holds it."""
        row = self._rows("key_sets")[UUID(set_id)]
        memo = self._rows("key_memos").get(row["memo_id"])
        disputed = [str(loan.id) for loan in self.world.loans.values() if self._is_disputed(loan, row["id"])]
        calls = [act for act in self._acts("key_set_id", row["id"]) if act.act is KeyAct.CALL and act.loan_id is None]
        return told_set(KeySet(**row), told_memo(KeyMemo(**memo)) if memo else None, sorted(disputed), calls)

    def held_loan(self, loan_id: str, who: str = "keeper") -> Said:
        """Answer a loan as a phone holds it."""
        row = self._rows("key_loans")[UUID(loan_id)]
        hangs = self._rows("key_sets")[row["key_set_id"]]
        named = {hangs["id"]: (hangs["key_no"], hangs["place_name"])}
        told = told_loan(KeyLoan(**row), named, self._acts("loan_id", row["id"]))
        return cast(Said, json.loads(json.dumps(told)))

    def states(self, set_id: str, *loans: str) -> list[str]:
        """Answer how a set, and some of its loans, stand."""
        held = self.world.sets[UUID(set_id)].standing.state
        return [held.value, *(self.world.loans[UUID(id_)].state.value for id_ in loans)]

    def differences(self) -> list[str]:
        """Answer nothing: no book is kept that rows could disagree with."""
        return []

    def said(self, who: str, act: str, set_id: str, *, live: bool = True, **fields: Any) -> tuple[str, Said]:
        """Push an act, and answer the code and the parameters by which it was refused."""
        answered = self.try_(who, act, set_id, live=live, **fields)
        return answered["code"], answered["params"]

    def hang(self, set_id: str) -> str:
        """Hang a tag at a set and answer its code."""
        code = plain(new_id())
        self.world.tags[code] = UUID(set_id)
        return str(code)

    def _rows(self, table: str) -> dict[UUID, Said]:
        return self.world.tables.get(table, {})

    def _acts(self, by: str, id_: UUID) -> list[KeyActRow]:
        return [KeyActRow(**row) for row in self._rows("key_acts").values() if row[by] == id_]

    def _is_disputed(self, loan: Any, set_id: UUID) -> bool:
        return bool(loan.key_set_id == set_id and loan.state.value == "disputed")
