"""A blank tag from the roll is tied to a set: it leads there, and what hung there before does not. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from webapp.core.domain import Applied, Decision, Entry, Item, Refused, Row
from webapp.core.errors import NotAllowed
from webapp.core.wire import Wire
from webapp.domains.keys.rules.acting import KEEPERS
from webapp.domains.keys.rules.shapes import Name
from webapp.ground.labels.rules import BLANK, Label, LabelState, hanging_rows, next_generation

TAG, KEY_SET, LABEL = "keys.tag", "key_set", "places.label"


class TagKeys(Wire, frozen=True, kw_only=True):
    """Body of `keys.tag`: this blank tag hangs on that set from now on."""

    key_set_id: UUID
    code: Name


@dataclass(frozen=True, slots=True)
class TagFacts:
    """The labels of the codes and all of the sets, and which of the sets are kept."""

    labels: Sequence[Label]
    kept: frozenset[UUID]


def decide(item: Item, facts: TagFacts) -> Decision:
    """Let a blank tag become the one of a set; printed or hung, those before it go."""
    body: TagKeys = item.body
    if item.role not in KEEPERS:
        return Refused(NotAllowed.code)
    if item.about != body.key_set_id:
        return Refused("core.bad_shape", {"field": "about"})
    if body.key_set_id not in facts.kept:
        return Refused("keys.unknown_set", {"set": str(body.key_set_id)})
    label = next((one for one in facts.labels if one.code == body.code), None)
    if label is None:
        return Refused("labels.unknown", {"code": body.code})
    return _unfit(label, body) or _tied(label, body, facts)


def _unfit(label: Label, body: TagKeys) -> Refused | None:
    if label.state is LabelState.REVOKED:
        return Refused("labels.revoked", {"code": body.code, "reason": label.reason})
    if label.target_kind == BLANK:
        return None
    code = "labels.not_blank" if label.target == body.key_set_id else "labels.claimed"
    return Refused(code, {"code": body.code, "place": label.target_name})


def _tied(label: Label, body: TagKeys, facts: TagFacts) -> Applied:
    own = [one for one in facts.labels if one.target == body.key_set_id]
    older = [one.id for one in own if one.state is not LabelState.REVOKED]
    return Applied(
        {"label": str(label.id), "generation": next_generation(own), "replaces": [str(one) for one in older]},
        changes=tuple((LABEL, one) for one in (label.id, *older)),
    )


def rows(entry: Entry) -> Sequence[Row]:
    """Answer what tying a tag sets: where it leads, and what gives way to it."""
    where = {"target_kind": KEY_SET, "target_id": entry.read(TagKeys).key_set_id, "spot": ""}
    return hanging_rows(entry, {**where, "generation": entry.judged["generation"]})
