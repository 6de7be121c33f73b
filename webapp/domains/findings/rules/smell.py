"""A smell of gas or burning: ask the units at once, find the cause or tell security, who look (`patrol.md` 5). Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec.structs import replace

from webapp.core.domain import Item, Refused
from webapp.core.moments import corrected
from webapp.domains.findings.rules.acting import ActDone, ActFacts, KnownFinding, Ruling
from webapp.domains.findings.rules.bodies import SmellStep
from webapp.domains.findings.rules.guards import of_department, walkers
from webapp.domains.findings.rules.standing import Smell, What
from webapp.domains.findings.rules.states import Act
from webapp.domains.findings.rules.texts import says_something
from webapp.ground.people.departments.rules import DepartmentKind

SMELL_ITEM = "ST-13"
# What each step has to say.
FIELDS: Mapping[str, Sequence[str]] = {
    "asked": ("units", "answer"),
    "cause": ("cause", "taken"),
    "guard_told": ("guard",),
    "guard_result": ("result", "calls"),
}
_MAY_BE_EMPTY = frozenset({"calls"})


def step_guard(item: Item, known: KnownFinding, facts: ActFacts) -> Refused | None:
    """Let who walks say the first steps, and security what it found."""
    if item.body.step == "guard_result":
        return of_department(item, DepartmentKind.SECURITY.value, facts)
    return walkers(item, known, facts)


def smell_step(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Note a step; said again, the newest holds."""
    taken: SmellStep = item.body
    smell = known.standing.smell
    if smell is None:
        return Refused("findings.not_a_smell")
    if not _is_whole(taken):
        return Refused("findings.step_incomplete", {"step": taken.step})
    if _is_too_early(taken, smell):
        return Refused("findings.step_too_early", {"step": taken.step})
    standing = replace(known.standing, smell=_after(taken, smell))
    return Ruling(standing, ends=_ends(taken), at=corrected(taken.done_at, item))


def _is_whole(taken: SmellStep) -> bool:
    if taken.step == "cause" and not taken.known:
        return taken.known is False  # that nobody knows is an answer
    return all(says_something(getattr(taken, name)) for name in FIELDS[taken.step] if name not in _MAY_BE_EMPTY)


def _is_too_early(taken: SmellStep, smell: Smell) -> bool:
    if taken.step == "guard_told":
        return smell.known is True
    return taken.step == "guard_result" and not smell.told


def _after(taken: SmellStep, smell: Smell) -> Smell:
    match taken.step:
        case "asked":
            return replace(smell, asked=True)
        case "cause":
            return replace(smell, known=taken.known)
        case "guard_told":
            return replace(smell, told=True)
        case "guard_result":
            return replace(smell, inspected=True)


def _ends(taken: SmellStep) -> What:
    return "smell_ask" if taken.step == "asked" else "smell_tell"


def told(smell: Smell, acts: Iterable[ActDone]) -> dict[str, Any]:
    """Answer the steps as phones hold them: of each the newest."""
    steps: dict[str, Any] = dict.fromkeys(FIELDS)
    for one in acts:
        if one.act is Act.SMELL_STEP:
            steps[one.said["step"]] = _step(one)
    return {"finished": smell.finished, **steps}


def _step(one: ActDone) -> dict[str, Any]:
    step = one.said["step"]
    fields = [*FIELDS[step], *(["known"] if step == "cause" else [])]
    who = {"at": one.at.isoformat(), "byId": str(one.by_id), "byName": one.by_name}
    return {**who, **{name: one.said[name] for name in fields}}
