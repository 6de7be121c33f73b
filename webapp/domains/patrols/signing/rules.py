"""How a page of the patrol book stands, by what was done to it (`patrol.md` 1, `protocol.md` 10). Pure.

The phone decides alike (`tests/examples/rules/patrol_standing.json`).
"""

import enum
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID


class Act(enum.StrEnum):
    """What is done to a page besides visiting."""

    FINISH = "finish"
    COSIGN = "cosign"
    SIGN_OFF = "sign_off"
    RETURN = "return"
    VOID = "void"
    HAND_OVER = "hand_over"
    SKIP = "skip"
    MAKE_UP = "make_up"
    SUPERVISE = "supervise"


class State(enum.StrEnum):
    """How a page stands. Planned and missed rounds have none: `rules.places` tells them by their places."""

    IN_PROGRESS = "in_progress"
    SKIPPED = "skipped"  # as a whole, and nobody walked it
    AWAITING_COSIGN = "awaiting_cosign"
    AWAITING_MANAGER = "awaiting_manager"
    RETURNED = "returned"
    CLOSED = "closed"
    VOIDED = "voided"


class Policy(enum.StrEnum):
    """Who signs besides the patroller (PAT-R07)."""

    TWO_COLLEAGUES = "two_colleagues"
    MANAGER = "manager"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Signature:
    """Something done to a page, by whom and when (UTC, corrected).

    means   how a colleague signed: `own_phone` or `pin`
    note    why late, returned, voided or handed over; what a supervisor saw
    detail  of a finish {policy, unvisited: [{placeId, name, reason}]}, of a hand-over {toId, toName},
            of a skip or a make-up check {whole, places: [{placeId, name}]},
            of a look on a supervisor's round {placeId, name, act, service, scan, scanReason, photos, findingId}
    seen    ids of the visits and of the finish that it names
    """

    id: UUID
    act: Act
    signer_id: UUID
    signer_name: str
    at: datetime
    entry: int
    means: str | None = None
    note: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    seen: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a page stands: the finish that holds, and what was signed since.

    remark      the return that holds
    late        visits below the patroller's signature (签后补充)
    supplement  what came after a signature that was given, and is not signed yet
    handed_to   who walks it now, where it was handed over
    skips       what was left out on purpose, while it could still be walked
    make_ups    what was asked to be made up (补检)
    looks       what a supervisor saw, on the page of the own round
    """

    state: State
    finish: Signature | None = None
    cosigns: tuple[Signature, ...] = ()
    sign_offs: tuple[Signature, ...] = ()
    remark: Signature | None = None
    void: Signature | None = None
    late: frozenset[UUID] = frozenset()
    supplement: frozenset[UUID] = frozenset()
    handed_to: UUID | None = None
    skips: tuple[Signature, ...] = ()
    make_ups: tuple[Signature, ...] = ()
    looks: tuple[Signature, ...] = ()

    @property
    def skipped(self) -> dict[UUID, Signature]:
        """Who left places out on purpose, by place."""
        return {UUID(place["placeId"]): one for one in self.skips for place in one.detail["places"]}

    @property
    def made_up(self) -> dict[UUID, Signature]:
        """Who asked for places to be made up, by place; the newest counts."""
        return {UUID(place["placeId"]): one for one in self.make_ups for place in one.detail["places"]}

    @property
    def unvisited(self) -> dict[UUID, str]:
        """Why places were not visited, by place."""
        told = self.finish.detail["unvisited"] if self.finish else ()
        return {UUID(one["placeId"]): one["reason"] for one in told}

    @property
    def signers(self) -> set[UUID]:
        """Who has signed what holds; nobody does so twice (PAT-R05)."""
        finish = [self.finish] if self.finish else []
        return {one.signer_id for one in (*finish, *self.cosigns, *self.sign_offs)}

    @property
    def awaits_manager_since(self) -> datetime | None:
        """Since when the manager's signature is all that is missing."""
        if self.state is not State.AWAITING_MANAGER or self.finish is None:
            return None
        return max(one.at for one in (self.finish, *self.cosigns))


def standing(acts: Iterable[Signature], visits: Collection[UUID]) -> Standing:
    """Answer how a page stands with these visits on it; `acts` in the order of the book."""
    done = list(acts)
    finish = next((one for one in reversed(done) if one.act is Act.FINISH), None)
    since = done[done.index(finish) + 1 :] if finish else []
    handed = next((one for one in reversed(done) if one.act is Act.HAND_OVER), None)
    void = next((one for one in done if one.act is Act.VOID), None)
    remark = next((one for one in since if one.act is Act.RETURN), None)
    cosigns, sign_offs = _of(Act.COSIGN, since), _of(Act.SIGN_OFF, since)
    # What is void says nothing of its places any more.
    skips = () if void else _of(Act.SKIP, done)
    asked = _asked(finish, visits, cosigns, sign_offs)
    return Standing(
        state=_state(finish, remark, void, asked, never=not visits and any(one.detail["whole"] for one in skips)),
        finish=finish,
        cosigns=cosigns,
        sign_offs=sign_offs,
        remark=remark,
        void=void,
        late=frozenset(visits) - finish.seen if finish else frozenset(),
        supplement=_supplement(asked, cosigns, sign_offs),
        handed_to=UUID(handed.detail["toId"]) if handed else None,
        skips=skips,
        make_ups=_of(Act.MAKE_UP, done),
        looks=_of(Act.SUPERVISE, done),
    )


def looks(acts: Iterable[Signature]) -> list[Signature]:
    """Answer the looks of a supervisor's round; on its page they stand where a round has its visits."""
    return [one for one in acts if one.act is Act.SUPERVISE]


def _of(act: Act, done: Iterable[Signature]) -> tuple[Signature, ...]:
    return tuple(one for one in done if one.act is act)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a colleague and the manager have still to sign; None where their signature is not asked for."""

    cosign: frozenset[UUID] | None
    manager: frozenset[UUID] | None


def _asked(
    finish: Signature | None,
    visits: Collection[UUID],
    cosigns: Iterable[Signature],
    sign_offs: Iterable[Signature],
) -> _Asked:
    if finish is None:
        return _Asked(None, None)
    policy, whole = Policy(finish.detail["policy"]), frozenset(visits) | {finish.id}
    cosign = whole.difference(*(one.seen for one in cosigns))
    manager = whole.difference(*(one.seen for one in sign_offs))
    return _Asked(
        cosign if policy is not Policy.MANAGER else None, manager if policy is not Policy.TWO_COLLEAGUES else None
    )


def _state(
    finish: Signature | None, remark: Signature | None, void: Signature | None, asked: _Asked, *, never: bool
) -> State:
    if void:
        return State.VOIDED
    if finish is None:
        return State.SKIPPED if never else State.IN_PROGRESS
    if remark:
        return State.RETURNED
    if asked.cosign:
        return State.AWAITING_COSIGN
    return State.AWAITING_MANAGER if asked.manager else State.CLOSED


def _supplement(asked: _Asked, cosigns: Collection[Signature], sign_offs: Collection[Signature]) -> frozenset[UUID]:
    below_cosign = asked.cosign if asked.cosign and cosigns else frozenset()
    return below_cosign | (asked.manager if asked.manager and sign_offs else frozenset())
