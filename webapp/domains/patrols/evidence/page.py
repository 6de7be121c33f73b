"""The list of visits in doubt, pure: what was read, filtered, with how many there are of each kind."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from webapp.domains.patrols.evidence.queries import Doubt

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the doubts is asked for; None asks for all."""

    reason: str | None = None
    person: UUID | None = None
    route: UUID | None = None
    state: Literal["open", "all"] = "open"

    def takes(self, doubt: Doubt) -> bool:
        """Say whether the doubt is asked for."""
        return (
            (self.state == "all" or doubt.open)
            and (self.reason is None or self.reason in doubt.codes)
            and self.person in (None, doubt.by_id)
            and self.route in (None, doubt.route_id)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The doubts asked for, those shown now, and the choices that the period offers with their counts."""

    all: int
    open: int
    shown: Sequence[Doubt]
    more: bool
    reasons: Counter[str]
    people: Counter[UUID]
    routes: Counter[UUID]


def find(doubts: Sequence[Doubt], asked: Asked, *, skip: int) -> Found:
    """Answer the page of `doubts` that begins after `skip` of those asked for."""
    taken = [doubt for doubt in doubts if asked.takes(doubt)]
    offered = [doubt for doubt in doubts if asked.state == "all" or doubt.open]
    return Found(
        all=len(taken),
        open=sum(doubt.open for doubt in doubts),
        shown=taken[skip : skip + AT_ONCE],
        more=len(taken) > skip + AT_ONCE,
        reasons=Counter(code for doubt in offered for code in doubt.codes),
        people=Counter(doubt.by_id for doubt in offered),
        routes=Counter(doubt.route_id for doubt in offered if doubt.route_id),
    )
