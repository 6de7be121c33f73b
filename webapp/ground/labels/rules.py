"""What a label is worth, and what hanging one does; free of database and web."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from webapp.core.domain import Applied, Decision, Entry, Refused, Row
from webapp.core.wire import Wire

# Reason kept with a label that gave way to a newer one; every other reason is a person's own words.
REPLACED = "replaced"


class LabelState(enum.StrEnum):
    """Derived, never stored: a label is revoked, else active once hung, else printed."""

    PRINTED = "printed"
    ACTIVE = "active"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as rules see it; `target` is what it hangs at, `target_name` its name in words."""

    id: UUID
    code: str
    target: UUID
    target_name: str
    generation: int
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
    """What one label shows; a blank one has no caption."""

    code: str
    caption: str


class Hang(Wire, frozen=True):
    """Body of `labels.hang`: this label was scanned where it hangs; `hung_at` by the phone's clock."""

    code: str
    place_id: UUID
    hung_at: Annotated[datetime, msgspec.Meta(tz=True)]


def decide_hang(hang: Hang, labels: Sequence[Label]) -> Decision:
    """Let a printed label become active, and only then let the older active ones of its place go.

    labels  as they stand now: at least the label of the code and all labels of the place
    """
    label = next((label for label in labels if label.code == hang.code), None)
    if label is None:
        return Refused("labels.unknown", {"code": hang.code})
    if label.target != hang.place_id:
        return Refused("labels.elsewhere", {"code": hang.code, "place": label.target_name})
    if label.state is LabelState.REVOKED:
        return Refused("labels.revoked", {"code": hang.code, "reason": label.reason})
    if label.state is LabelState.ACTIVE:
        return Applied({"label": str(label.id), "hangs": False, "replaces": []})
    older = [other.id for other in labels if _gives_way(other, label)]
    return Applied(
        {"label": str(label.id), "hangs": True, "replaces": [str(one) for one in older]},
        changes=tuple(("places.label", one) for one in (label.id, *older)),
    )


def _gives_way(other: Label, label: Label) -> bool:
    is_older = other.target == label.target and other.generation < label.generation
    return is_older and other.state is LabelState.ACTIVE


def hang_rows(entry: Entry) -> Sequence[Row]:
    """Answer what hanging a label sets. A column is set once in a label's life, so no later act overwrites it."""
    if not entry.judged["hangs"]:
        return ()
    at = datetime.fromisoformat(entry.server["correctedAt"])
    hung = {"hung_at": at, "hung_by": UUID(entry.item["by"])}
    gone = {"revoked_at": at, "reason": REPLACED}
    return [
        _label_row(entry, entry.judged["label"], hung),
        *(_label_row(entry, label, gone) for label in entry.judged["replaces"]),
    ]


def _label_row(entry: Entry, label: str, values: Mapping[str, object]) -> Row:
    return Row("labels", {"estate_id": entry.estate_id, "id": UUID(label)}, values, new=False)
