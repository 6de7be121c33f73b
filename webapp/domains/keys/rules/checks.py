"""Looking the cabinet and the register through: spot checks of slots, the monthly review (`keys.md` 4.3, 8). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.made import made_columns
from webapp.core.wire import Wire, plain
from webapp.domains.keys.rules.acting import KEEPERS, UNSIGNED, is_drawn
from webapp.domains.keys.rules.shapes import KeyPrivate, Short, Text

SPOT_CHECK, REVIEW = "keys.spot_check", "keys.review"
_SetIds = Annotated[tuple[UUID, ...], Meta(max_length=50)]


class CheckedSlot(Wire, frozen=True, kw_only=True):
    """A slot of the cabinet: what should hang there, and what does."""

    cabinet_slot: Short
    expected: _SetIds = ()
    found: _SetIds = ()


class SpotCheck(Wire, frozen=True, kw_only=True):
    """Slots counted and signed for (抽查)."""

    check_id: UUID
    slots: Annotated[tuple[CheckedSlot, ...], Meta(min_length=1, max_length=500)]
    private: KeyPrivate | None = None


class ReviewLoans(Wire, frozen=True, kw_only=True):
    """The month's review of all that is out, signed by an overseer."""

    review_id: UUID
    month: Annotated[str, Meta(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
    loans: Annotated[tuple[UUID, ...], Meta(max_length=1000)] = ()
    note: Text = ""
    private: KeyPrivate | None = None


@dataclass(frozen=True, slots=True)
class CheckFacts:
    """What the estate knows: its slots with what hangs in the cabinet, open loans, what share is to be looked at."""

    slots: Mapping[str, frozenset[UUID]]
    open_loans: frozenset[UUID]
    percent: Mapping[UUID, int]
    repeated: frozenset[UUID] = frozenset()


def decide_check(item: Item, facts: CheckFacts) -> Decision:
    """Keep what was found against what the register says hangs there."""
    body: SpotCheck = item.body
    if refused := _not_taken(item, KEEPERS, body.check_id, facts):
        return refused
    slots: list[JsonValue] = [_compared(slot, facts) for slot in body.slots]
    share = _percent(len({slot.cabinet_slot for slot in body.slots} & facts.slots.keys()), len(facts.slots))
    judged: dict[str, JsonValue] = {"at": item.corrected_at.isoformat(), "slots": slots, "percent": share}
    few = share < facts.percent[item.id]
    judged["remarks"] = [{"code": "keys.few_slots", "params": {}}] if few else []
    return Applied(judged, personal=_personal(body.private))


def _compared(slot: CheckedSlot, facts: CheckFacts) -> dict[str, JsonValue]:
    there, found = facts.slots.get(slot.cabinet_slot, frozenset()), frozenset(slot.found)
    return {
        "cabinetSlot": slot.cabinet_slot,
        "expected": _texts(there),
        "found": _texts(found),
        "missing": _texts(there - found),
        "unexpected": _texts(found - there),
    }


def _texts(ids: frozenset[UUID]) -> list[JsonValue]:
    return [str(id_) for id_ in sorted(ids)]


def _percent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 100


def decide_review(item: Item, facts: CheckFacts) -> Decision:
    """Let an overseer sign for all open loans, none left out."""
    body: ReviewLoans = item.body
    if refused := _not_taken(item, OVERSEERS, body.review_id, facts):
        return refused
    left_out = facts.open_loans - set(body.loans)
    if left_out:
        return Refused("keys.review_incomplete", {"loans": _texts(left_out)})
    judged: dict[str, JsonValue] = {"at": item.corrected_at.isoformat(), "remarks": []}
    judged["loans"] = _texts(facts.open_loans)
    return Applied(judged, personal=_personal(body.private))


def _not_taken(item: Item, roles: Sequence[str], id_: UUID, facts: CheckFacts) -> Refused | None:
    if item.role not in roles:
        return Refused(NotAllowed.code)
    if item.about != id_ or item.id in facts.repeated:
        return Refused("core.bad_shape", {"field": "about"})
    return None if is_drawn(item) else UNSIGNED


def _personal(private: KeyPrivate | None) -> Mapping[str, JsonValue] | None:
    return {"private": plain(private)} if private else None


def check_rows(entry: Entry) -> Sequence[Row]:
    """Answer the spot check."""
    judged = entry.judged
    found = {"slots": judged["slots"], "percent": judged["percent"]}
    return [_row(entry, "checkId", {"what": "spot_check", "month": None, "note": "", "found": found})]


def review_rows(entry: Entry) -> Sequence[Row]:
    """Answer the review."""
    body = entry.item["body"]
    told = {"month": body["month"], "note": body.get("note", "")}
    return [_row(entry, "reviewId", {"what": "review", **told, "found": {"loans": entry.judged["loans"]}})]


def _row(entry: Entry, id_: str, values: Mapping[str, Any]) -> Row:
    judged = entry.judged
    return Row(
        "key_checks",
        {"estate_id": entry.estate_id, "id": UUID(entry.item["body"][id_])},
        {
            **values,
            "at": datetime.fromisoformat(judged["at"]),
            "private": (entry.personal or {}).get("private"),
            "remarks": judged["remarks"],
            **made_columns(entry),
        },
    )
