"""A key cabinet as tests speak of it, whoever decides: the whole house upon a store, or the rules alone."""

from abc import ABC, abstractmethod
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from tests import make
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.core.ids import new_id
from webapp.ground.places.models import Unit

# Monday 10:00 in Shenzhen.
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
ROLES = {"supervisor": Role.SUPERVISOR, "manager": Role.MANAGER, "engineer": Role.ENGINEER}
STROKES = example("keys.take")["body"]["private"]["strokes"]
TENANT = example("keys.request")["body"]["borrower"]
PROOFS = example("keys.verify")["body"]["proofs"]
TENANT_PRIVATE = {"phone": "13900000000", "idLast4": "371X", "strokes": STROKES}


def signed(**fields: Any) -> dict[str, Any]:
    """Answer the private part of an act: a drawn signature, and what else is given."""
    return {"phone": "", "idLast4": "", "strokes": STROKES, **fields}


class Handset(Protocol):
    """Somebody's phone, as far as acts on keys go."""

    @property
    def person_id(self) -> UUID:
        """Whose phone it is."""

    def keep(self, act: str, body: dict[str, Any], *, live: bool = False) -> Any:
        """Answer an item of an act saved now, not sent yet."""

    def do(self, act: str, body: dict[str, Any], *, live: bool = True) -> dict[str, Any]:
        """Push an act saved now and answer what was answered."""


class Cabinet(ABC):
    """An estate's keys, and phones by who holds them."""

    unit: Unit

    @abstractmethod
    def phone(self, who: str) -> Handset:
        """Answer somebody's phone; they sign in when they are first asked for."""

    @abstractmethod
    def set(self, **settings: Any) -> None:
        """Let the estate have these settings."""

    @abstractmethod
    def held(self, set_id: str, who: str = "keeper") -> dict[str, Any]:
        """Answer a set as a phone holds it."""

    @abstractmethod
    def held_loan(self, loan_id: str, who: str = "keeper") -> dict[str, Any]:
        """Answer a loan as a phone holds it."""

    @abstractmethod
    def states(self, set_id: str, *loans: str) -> list[str]:
        """Answer how a set, and some of its loans, stand."""

    @abstractmethod
    def differences(self) -> list[str]:
        """Answer what the book and the rows disagree in."""

    def try_(self, who: str, act: str, set_id: str, *, live: bool = True, **fields: Any) -> dict[str, Any]:
        """Push an act and answer what was answered."""
        return self.phone(who).do(act, make.key_act(act, set_id, **fields), live=live)

    def act(self, who: str, act: str, set_id: str, **fields: Any) -> dict[str, Any]:
        """Push an act that is to be applied."""
        answered = self.try_(who, act, set_id, **fields)
        assert answered["outcome"] == "applied", answered
        return answered

    def refused(self, who: str, act: str, set_id: str, **fields: Any) -> str | None:
        """Push an act and answer the code by which it was refused."""
        code: str | None = self.try_(who, act, set_id, **fields).get("code")
        return code

    def register(self, who: str = "keeper", **fields: Any) -> str:
        """Hang a set in the cabinet and answer its id."""
        body = make.key_set_body(self.unit, **fields)
        answered = self.phone(who).do("register", body)
        assert answered["outcome"] == "applied", answered
        return str(body["keySetId"])

    def entrusted(self, **fields: Any) -> str:
        """Hang a set that its owner entrusted, and answer its id."""
        whole = example("keys.register")["body"]
        named = {name: whole[name] for name in ("custodyKind", "mandate", "private", "ownerName")}
        return self.register(**{**named, **fields})

    def loan(self, **fields: Any) -> dict[str, Any]:
        """Answer what a loan to the engineer, until tomorrow at this time, says."""
        engineer = self.phone("engineer").person_id
        borrower = {**example("keys.lend")["body"]["borrower"], "personId": str(engineer)}
        due = make.iso(datetime.now(UTC) + timedelta(days=1))
        return {"loanId": str(new_id()), "borrower": borrower, "dueAt": due, **fields}

    def to_tenant(self, **fields: Any) -> dict[str, Any]:
        """Answer what a loan to a tenant with all four proofs says."""
        whole = {"borrower": TENANT, "proofs": PROOFS, "private": TENANT_PRIVATE, "reason": "owner_request"}
        return self.loan(**{**whole, **fields})

    def lent(self, set_id: str, who: str = "keeper", **fields: Any) -> str:
        """Lend a set and answer the loan's id."""
        loan = self.loan(**fields)
        self.act(who, "lend", set_id, **loan)
        return str(loan["loanId"])
