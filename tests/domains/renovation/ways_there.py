"""How a renovation comes to each of its states, in few steps."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol
from uuid import UUID

from tests.domains.renovation.world import PAPERS, PASSES, SIGNED, notice_body, photo, signatures
from tests.make.phones import example
from webapp.core.actor import Role
from webapp.domains.renovation.rules.states import Act, CaseState, NoticeState

S = CaseState


class World(Protocol):
    """Where acts are done: tables without a store (`world.World`), or an estate with phones (`conftest.Site`)."""

    def do(self, act: Act, role: Role = Role.STEWARD, **fields: Any) -> Any:
        """Do what is to be applied."""

    def move_to(self, day: str, hour: int = 10) -> None:
        """Let it be an hour of a day in Shenzhen."""

    def pass_time(self, **time: float) -> None:
        """Let time pass."""

    def parts(self, table: str) -> Mapping[UUID, Any]:
        """Answer what belongs to the renovation."""


WORKERS = [one["workerId"] for one in example("renovation.apply")["body"]["application"]["workers"]]


def draft(world: World) -> None:
    """An application is entered."""
    world.do(Act.APPLY)


def with_papers(world: World, *without: str) -> None:
    """All papers are handed in and signed, but for some."""
    for code in PAPERS:
        if code not in without:
            paper = {"code": code, "photos": [photo()], "sealed": True, "signedBy": [], "note": ""}
            world.do(Act.PAPER, paper=paper)
    for form, party in SIGNED:
        if form not in without:
            world.do(Act.SIGN, form=form, party=party, private=signatures(party))


def submitted(world: World) -> None:
    """It is handed in whole."""
    draft(world)
    with_papers(world)
    world.do(Act.SUBMIT)


def incomplete(world: World) -> None:
    """It is given back: a paper is missing."""
    draft(world)
    with_papers(world, "doc_qualification")
    world.do(Act.SUBMIT)
    world.do(Act.INCOMPLETE)


def in_review(world: World) -> None:
    """It lies with engineering."""
    submitted(world)
    world.do(Act.FORWARD)


def returned(world: World) -> None:
    """Engineering wants changes."""
    in_review(world)
    world.do(Act.RETURN, Role.ENGINEER)


def approved(world: World) -> None:
    """Engineering agrees."""
    in_review(world)
    world.do(Act.APPROVE, Role.ENGINEER)


def paid(world: World) -> None:
    """All is paid."""
    approved(world)
    world.do(Act.PAY, Role.FINANCE)


def permitted(world: World) -> None:
    """The permit and the passes are given."""
    paid(world)
    world.do(Act.JOINT_CHECK)
    for index, worker in enumerate(WORKERS):
        world.do(Act.PASS, passId=str(PASSES[index]), workerId=worker)
    world.do(Act.PERMIT)


def in_progress(world: World) -> None:
    """Work runs, from Monday the 30th on."""
    permitted(world)
    world.move_to("2026-11-30")
    world.do(Act.START, Role.GUARD, passId=str(PASSES[0]))


def completion_reported(world: World) -> None:
    """The customer asks for acceptance."""
    in_progress(world)
    world.do(Act.COMPLETE)


def rectifying(world: World) -> None:
    """The first acceptance failed."""
    completion_reported(world)
    private = signatures("engineer", "steward", "person_in_charge")
    world.do(Act.ACCEPT, Role.ENGINEER, passed=False, notice=notice_body(), private=private)


def passes_back(world: World) -> None:
    """All passes are collected."""
    for id_ in PASSES.values():
        world.do(Act.PASS_RETURN, passId=str(id_))


def notices_verified(world: World) -> None:
    """All that was found is put right and looked at."""
    for id_, notice in world.parts("renovation_notices").items():
        if notice.state is not NoticeState.VERIFIED:
            world.do(Act.NOTICE_VERIFY, noticeId=str(id_))


def observation(world: World) -> None:
    """The first acceptance passed."""
    completion_reported(world)
    passes_back(world)
    world.do(Act.ACCEPT, Role.ENGINEER)


def recheck_due(world: World) -> None:
    """Thirty days are over."""
    observation(world)
    world.pass_time(days=30)


def refund_due(world: World) -> None:
    """The recheck was clean."""
    recheck_due(world)
    world.do(Act.RECHECK, Role.ENGINEER)


def closed(world: World) -> None:
    """The deposit is paid back."""
    refund_due(world)
    world.do(Act.REFUND, Role.FINANCE)


def cancelled(world: World) -> None:
    """The customer withdrew."""
    draft(world)
    world.do(Act.WITHDRAW)


WAYS_THERE: dict[CaseState, Callable[[Any], None]] = {
    S.DRAFT: draft,
    S.SUBMITTED: submitted,
    S.INCOMPLETE: incomplete,
    S.IN_REVIEW: in_review,
    S.RETURNED: returned,
    S.APPROVED: approved,
    S.PAID: paid,
    S.PERMITTED: permitted,
    S.IN_PROGRESS: in_progress,
    S.COMPLETION_REPORTED: completion_reported,
    S.RECTIFYING: rectifying,
    S.OBSERVATION: observation,
    S.RECHECK_DUE: recheck_due,
    S.REFUND_DUE: refund_due,
    S.CLOSED: closed,
    S.CANCELLED: cancelled,
}
