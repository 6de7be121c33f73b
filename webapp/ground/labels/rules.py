"""What a label is worth, and what hanging or claiming one does; free of database and web.

The phone decides alike; both read `tests/examples/rules/hang_label.json` and `claim_label.json`.
"""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from webapp.core.domain import Applied, Decision, Entry, Refused, Row
from webapp.core.wire import Wire

PLACE = "place"
BLANK = "blank"
# Reason kept with a label that gave way to a newer one; every other reason is a person's own words.
REPLACED = "replaced"
LONGEST_SPOT = 20


class LabelState(enum.StrEnum):
    """Derived, never stored: a label is revoked, else active once hung, else printed."""

    PRINTED = "printed"
    ACTIVE = "active"
    REVOKED = "revoked"


class RevokedAs(enum.StrEnum):
    """Why a person took a label out of use."""

    LOST = "lost"
    COPIED = "copied"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as rules see it; `target` is what it hangs at, `target_name` its name in words."""

    id: UUID
    code: str
    target: UUID
    target_name: str
    generation: int
    target_kind: str = PLACE
    spot: str = ""
    hung_at: datetime | None = None
    revoked_at: datetime | None = None
    reason: str | None = None

    @property
    def state(self) -> LabelState:
        """Answer what the label is worth."""
        if self.revoked_at is not None:
            return LabelState.REVOKED
        return LabelState.PRINTED if self.hung_at is None else LabelState.ACTIVE


@dataclass(frozen=True, slots=True)
class Printed:
    """What one label shows: the name of its place, "" for room to write one, None for nothing but the code."""

    code: str
    caption: str | None


class Hang(Wire, frozen=True):
    """Body of `labels.hang`: this label was scanned where it hangs; `hung_at` by the phone's clock."""

    code: str
    place_id: UUID
    hung_at: Annotated[datetime, msgspec.Meta(tz=True)]


class Claim(Wire, frozen=True):
    """Body of `labels.claim`: this blank label hangs at that place from now on."""

    code: str
    place_id: UUID
    claimed_at: Annotated[datetime, msgspec.Meta(tz=True)]
    spot: Annotated[str, msgspec.Meta(max_length=LONGEST_SPOT)] = ""


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """What is known when blank labels are claimed.

    labels   as they stand now: at least those of the codes and all labels of the places
    places   names of the places that are in use
    earlier  by code and place, the claims of the same code that came before it in the same push
    """

    labels: Sequence[Label]
    places: Mapping[UUID, str]
    earlier: Mapping[tuple[str, UUID], Sequence[Claim]] = field(default_factory=dict)


def decide_hang(hang: Hang, labels: Sequence[Label]) -> Decision:
    """Let a printed label become active, and only then let the older active ones of its place go.

    labels  as they stand now: at least the label of the code and all labels of the place
    """
    label = next((label for label in labels if label.code == hang.code), None)
    if label is None:
        return Refused("labels.unknown", {"code": hang.code})
    if label.target_kind == BLANK:
        return Refused("labels.unclaimed", {"code": hang.code})
    if label.target != hang.place_id:
        return Refused("labels.elsewhere", {"code": hang.code, "place": label.target_name})
    if label.state is LabelState.REVOKED:
        return Refused("labels.revoked", {"code": hang.code, "reason": label.reason})
    if label.state is LabelState.ACTIVE:
        return Applied({"label": str(label.id), "hangs": False, "replaces": []})
    return _applied(label, labels, hangs=True)


def decide_claim(claim: Claim, facts: ClaimFacts) -> Decision:
    """Let a blank label become the active one of a place; the older active ones of that spot go."""
    label = next((label for label in facts.labels if label.code == claim.code), None)
    if label is None:
        return Refused("labels.unknown", {"code": claim.code})
    if label.state is LabelState.REVOKED:
        return Refused("labels.revoked", {"code": claim.code, "reason": label.reason})
    if label.target_kind != BLANK:
        code = "labels.not_blank" if label.target == claim.place_id else "labels.claimed"
        return Refused(code, {"code": claim.code, "place": label.target_name})
    if claim.place_id not in facts.places:
        return Refused("labels.no_place", {"code": claim.code})
    for other in facts.earlier.get((claim.code, claim.place_id), ()):
        if other.place_id in facts.places:
            return Refused("labels.claimed", {"code": claim.code, "place": facts.places[other.place_id]})
    generation = next_generation([one for one in facts.labels if one.target == claim.place_id])
    hung = replace(label, target_kind=PLACE, target=claim.place_id, spot=claim.spot, generation=generation)
    return _applied(hung, facts.labels, generation=generation)


def next_generation(labels: Sequence[Label]) -> int:
    """Answer the generation of a place's next label, given those that it has."""
    return max((label.generation for label in labels), default=0) + 1


def newest_by_spot(labels: Sequence[Label]) -> dict[str, Label | None]:
    """Answer, for each spot of a place that ever had a label, the newest that is in use; a bare place has one spot."""
    newest: dict[str, Label | None] = {}
    for label in sorted(labels, key=lambda one: one.generation):
        newest[label.spot] = newest.get(label.spot) if label.state is LabelState.REVOKED else label
    return newest or {"": None}


def state_by_spot(labels: Sequence[Label]) -> dict[str, LabelState | None]:
    """Answer, for each spot of a place, the best that is said of its labels; None where none is in use."""

    def best(spot: str) -> LabelState | None:
        states = {label.state for label in labels if label.spot == spot}
        return next((state for state in (LabelState.ACTIVE, LabelState.PRINTED) if state in states), None)

    return {spot: best(spot) for spot in newest_by_spot(labels)}


def state_of_place(labels: Sequence[Label]) -> LabelState | None:
    """Answer how far a place is labelled: as far as the spot that is least so."""
    states = set(state_by_spot(labels).values())
    return next((state for state in (None, LabelState.PRINTED) if state in states), LabelState.ACTIVE)


def hang_rows(entry: Entry) -> Sequence[Row]:
    """Answer what hanging a label sets. A column is set once in a label's life, so no later act overwrites it."""
    return hanging_rows(entry, {}) if entry.judged["hangs"] else ()


def claim_rows(entry: Entry) -> Sequence[Row]:
    """Answer what claiming a blank label sets: where it hangs, and what gives way to it."""
    claim = entry.read(Claim)
    where = {"target_kind": PLACE, "target_id": claim.place_id, "spot": claim.spot}
    return hanging_rows(entry, {**where, "generation": entry.judged["generation"]})


def _applied(label: Label, labels: Sequence[Label], **judged: bool | int) -> Applied:
    older = [other.id for other in labels if _gives_way(other, label)]
    return Applied(
        {"label": str(label.id), **judged, "replaces": [str(one) for one in older]},
        changes=tuple(("places.label", one) for one in (label.id, *older)),
    )


def _gives_way(other: Label, label: Label) -> bool:
    is_beside = other.target == label.target and other.spot == label.spot
    return is_beside and other.generation < label.generation and other.state is LabelState.ACTIVE


def hanging_rows(entry: Entry, also: Mapping[str, object]) -> Sequence[Row]:
    """Answer what an entry that judged `label` and `replaces` sets: the one hangs, with `also`; the others go."""
    at = datetime.fromisoformat(entry.server["correctedAt"])
    hung = {**also, "hung_at": at, "hung_by": UUID(entry.item["by"])}
    gone = {"revoked_at": at, "reason": REPLACED}
    return [
        _label_row(entry, entry.judged["label"], hung),
        *(_label_row(entry, label, gone) for label in entry.judged["replaces"]),
    ]


def _label_row(entry: Entry, label: str, values: Mapping[str, object]) -> Row:
    return Row("labels", {"estate_id": entry.estate_id, "id": UUID(label)}, values, new=False)
