"""What is not in order about a record that is kept all the same (`protocol.md` 3: facts are always applied)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from webapp.core.errors import JsonValue


@dataclass(frozen=True, slots=True)
class Remark:
    """A broken rule, or a doubt, by its code; `params` say what it is about."""

    code: str
    params: Mapping[str, JsonValue] = field(default_factory=dict)


def as_judged(remarks: Iterable[Remark]) -> JsonValue:
    """Answer remarks as an entry keeps them: [{code, params}]."""
    return [{"code": remark.code, "params": dict(remark.params)} for remark in remarks]
