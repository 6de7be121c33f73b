"""A finding as it stands: all that acts change of it. Every act answers the whole of it anew, and rows follow. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from webapp.core.wire import Wire, plain
from webapp.domains.findings.rules.states import FindingState, Priority

What = Literal["dispatch", "solve", "verify", "smell_ask", "smell_tell"]
Side = Literal["fixer", "verifier"]
# What the checklists call the steward is a department of stewards (`protocol.md`, Problems).
_DEPT_OF_CHECKLIST = {"steward": "customer_service"}


class Due(Wire, frozen=True, kw_only=True):
    """A deadline that runs: `since` when it began."""

    what: What
    since: datetime = msgspec.field(name="from")
    due_at: datetime


class Signature(Wire, frozen=True, kw_only=True):
    """Who signed for which side."""

    side: Side
    by_id: UUID
    by_name: str
    at: datetime


class Smell(Wire, frozen=True, kw_only=True):
    """How far the steps of `patrol.md` 5 have come."""

    asked: bool = False
    known: bool | None = None
    told: bool = False
    inspected: bool = False

    @property
    def finished(self) -> bool:
        """Say whether the finding may end: its cause is known, or security has looked (acceptance 6)."""
        return self.known is True or self.inspected


class Standing(Wire, frozen=True, kw_only=True):
    """What acts change; moments are corrected, UTC.

    waiting_since when it reached the house and waits for an overseer
    solve_since  when the time to solve it began: found, or not found right
    smell        None for what is no smell
    escalated_to the role with whom the newest work letter stands
    """

    state: FindingState
    priority: Priority
    dept: str | None = None
    hard: bool = False
    waiting_since: datetime | None = None
    solve_since: datetime | None = None
    fixed_at: datetime | None = None
    fixer_id: UUID | None = None
    fixer_name: str | None = None
    verified_at: datetime | None = None
    verifier_id: UUID | None = None
    verifier_name: str | None = None
    rework: int = 0
    signatures: tuple[Signature, ...] = ()
    smell: Smell | None = None
    escalated_to: str | None = None
    due: tuple[Due, ...] = ()
    closed_at: datetime | None = None


_NAMES = tuple(field.name for field in msgspec.structs.fields(Standing))
_AS_JSON = {"signatures": tuple[Signature, ...], "smell": Smell | None, "due": tuple[Due, ...]}
COLUMNS = (*_NAMES, "due_at")


def columns(standing: Standing) -> dict[str, Any]:
    """Answer a standing as the columns of a finding hold it."""
    values = {name: getattr(standing, name) for name in _NAMES}
    return {
        **values,
        **{name: plain(values[name]) for name in _AS_JSON},
        "due_at": min((one.due_at for one in standing.due), default=None),
    }


def from_columns(values: Mapping[str, Any]) -> Standing:
    """Answer the standing that columns hold."""
    read = {name: msgspec.convert(values[name], type=type_) for name, type_ in _AS_JSON.items()}
    dept = department_of(values["dept"])
    return Standing(**{**{name: values[name] for name in _NAMES}, **read, "dept": dept})


def department_of(word: str | None) -> str | None:
    """Answer the department that a checklist means by its word."""
    return _DEPT_OF_CHECKLIST.get(word, word) if word else None


def words_for(dept: str) -> frozenset[str]:
    """Answer the words by which checklists and orders mean a department."""
    return frozenset({dept} | {word for word, meant in _DEPT_OF_CHECKLIST.items() if meant == dept})
