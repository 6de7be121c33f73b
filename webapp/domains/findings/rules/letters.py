"""Work letters (工作函): the supervisor confirms, passes to the manager, then higher (`patrol.md` 7, step 4). Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from webapp.core.actor import Role
from webapp.core.domain import Item, Refused
from webapp.domains.findings.rules.acting import ActDone, ActFacts, KnownFinding, Ruling
from webapp.domains.findings.rules.bodies import Letter, LetterPass
from webapp.domains.findings.rules.guards import acts_as
from webapp.domains.findings.rules.states import Act
from webapp.domains.findings.rules.texts import says_something

UPWARDS = (Role.SUPERVISOR, Role.MANAGER, Role.OFFICE_MANAGER, Role.GM)
RANK: Mapping[str, int] = {role.value: rank for rank, role in enumerate(UPWARDS)}
# Who stands higher works elsewhere; the office manager brings the answer.
HIGHEST_HERE = RANK[Role.OFFICE_MANAGER.value]


@dataclass(frozen=True, slots=True)
class LetterNow:
    """A letter with all that became of it; `stands_with` nobody once it is answered."""

    written: ActDone
    passes: tuple[ActDone, ...]

    @property
    def stands_with(self) -> str | None:
        """The role that has to confirm, pass on or answer it."""
        found: str | None = self.passes[-1].said["to"] if self.passes else Role.SUPERVISOR.value
        return found

    @property
    def answer(self) -> str | None:
        """What was answered in the end."""
        return self.passes[-1].said["answer"] if self.stands_with is None else None


def letters_of(acts: Iterable[ActDone]) -> list[LetterNow]:
    """Answer the letters about a finding, oldest first, from all that was done."""
    passes: dict[str, list[ActDone]] = {}
    written = []
    for one in acts:
        if one.act is Act.LETTER:
            written.append(one)
        elif one.act is Act.LETTER_PASS:
            passes.setdefault(str(one.said["letterId"]), []).append(one)
    return [LetterNow(one, tuple(passes.get(str(one.id), ()))) for one in written]


def letter(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Write to the supervisor; photos go with it."""
    written: Letter = item.body
    if not written.photos:
        return Refused("findings.photo_missing")
    return Ruling(replace(known.standing, escalated_to=Role.SUPERVISOR.value))


def letter_pass(item: Item, known: KnownFinding, facts: ActFacts) -> Ruling | Refused:
    """Confirm a letter and pass it on to somebody higher, or answer it."""
    passed: LetterPass = item.body
    now = next((one for one in letters_of(known.acts) if one.written.id == passed.letter_id), None)
    refused = _refused(item, passed, now, facts)
    return refused or Ruling(replace(known.standing, escalated_to=passed.to))


def _refused(item: Item, passed: LetterPass, now: LetterNow | None, facts: ActFacts) -> Refused | None:
    if now is None:
        return Refused("findings.unknown_letter", {"letter": str(passed.letter_id)})
    if now.stands_with is None:
        return Refused("findings.letter_answered")
    at = RANK[now.stands_with]
    if max(RANK.get(role.value, -1) for role in acts_as(item, facts)) < min(at, HIGHEST_HERE):
        return Refused("findings.letter_elsewhere", {"at": now.stands_with})
    if passed.to and RANK[passed.to] <= at:
        return Refused("findings.letter_not_higher")
    if passed.to is None and not says_something(passed.answer):
        return Refused("findings.answer_missing")
    return None


def told(now: LetterNow, told_act: Mapping[str, Any]) -> dict[str, Any]:
    """Answer a letter as phones hold it; `told_act` is the act that wrote it."""
    said = now.written.said
    passes = [
        {"at": one.at.isoformat(), "byName": one.by_name, "to": one.said["to"], "answer": one.said["answer"]}
        for one in now.passes
    ]
    return {
        **{name: told_act[name] for name in ("id", "at", "byId", "byName")},
        **{name: said[name] for name in ("facts", "help", "photos")},
        "standsWith": now.stands_with,
        "answer": now.answer,
        "passes": passes,
    }
