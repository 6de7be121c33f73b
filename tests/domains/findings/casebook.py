"""A finding and what is done about it without store or web: each act is decided by its rule alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

from tests.make import example
from webapp.core.domain import Applied, Item, Refused
from webapp.core.wire import plain, read
from webapp.domains.findings.rules.acting import ActDone, ActFacts, KnownFinding, LabelThere
from webapp.domains.findings.rules.deadlines import Figures, running
from webapp.domains.findings.rules.standing import Standing
from webapp.domains.findings.rules.states import Act, FindingState, Priority
from webapp.domains.findings.rules.ways import WAYS
from webapp.ground.estates.settings import effective
from webapp.ground.people.departments.rules import Department

FOUND = datetime(2026, 11, 23, 7, 36, tzinfo=UTC)
SAVED = FOUND + timedelta(minutes=4)
ARRIVED = FOUND + timedelta(minutes=9)
BY_ACT = {way.act: way for way in WAYS}


def id_of(word: str) -> UUID:
    """Answer the id of somebody or something in a test."""
    return uuid5(NAMESPACE_OID, word)


FINDING, PLACE = id_of("finding"), id_of("place")

REPORTED = Standing(state=FindingState.REPORTED, priority=Priority.NORMAL, dept="engineering")


@dataclass
class Casebook:
    """A finding as it stands; `do` and `refused` push one more act. People are named by role and number."""

    standing: Standing = REPORTED
    acts: list[ActDone] = field(default_factory=list)
    departments: Sequence[Department] = ()
    labels: dict[str, LabelThere] = field(default_factory=lambda: {"HERE": LabelThere(PLACE, None)})
    hashes: dict[UUID, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)

    def decide(self, act: Act, who: str, **said: Any) -> Any:
        """Answer what is decided, with the item; nothing is written."""
        item = self.item(act, who, **said)
        return BY_ACT[act].decide(item, self.facts(item)), item

    def do(self, act: Act, who: str, **said: Any) -> dict[str, Any]:
        """Have an act done that is to be applied; answer what was judged."""
        decision, item = self.decide(act, who, **said)
        assert isinstance(decision, Applied), decision
        judged: dict[str, Any] = dict(decision.judged)
        self.standing = read(Standing, judged["standing"])
        self.hashes[item.id] = "a" * 64
        at = datetime.fromisoformat(judged["at"])
        self.acts.append(ActDone(item.id, act, item.by, item.by_name, at, plain(item.body)))
        return judged | {"page": decision.page, "changes": decision.changes}

    def refused(self, act: Act, who: str, **said: Any) -> Any:
        """Answer code and parameters of the refusal."""
        decision, _ = self.decide(act, who, **said)
        assert isinstance(decision, Refused), decision
        return decision.code, dict(decision.params)

    def stands(self, **changes: Any) -> "Casebook":
        """Let the finding stand otherwise; answer the same casebook."""
        values = {name: getattr(self.standing, name) for name in self.standing.__struct_fields__}
        self.standing = Standing(**{**values, **changes})
        return self

    def due_now(self) -> "Casebook":
        """Let the deadlines run that run for it; answer the same casebook."""
        return self.stands(due=running(self.standing, FOUND, Figures.of("Asia/Shanghai", effective(self.settings))))

    def item(self, act: Act, who: str, **said: Any) -> Item:
        """Answer an act as sync hands it to its rule; what is not said is the shared example's."""
        doubtful, about = said.pop("doubtful", False), said.pop("about", FINDING)
        body = read(BY_ACT[act].body, {**example(act.kind)["body"], "findingId": str(FINDING), **said})
        return Item(
            id=id_of(f"{act}{len(self.acts)}"),
            seq=1,
            kind=act.kind,
            estate_id=id_of("estate"),
            about=about,
            by=id_of(who),
            by_name=who,
            role=who.rstrip("0123456789"),
            device_id=id_of("phone"),
            body=body,
            recorded_at=SAVED,
            corrected_at=SAVED,
            received_at=ARRIVED,
            time_doubtful=doubtful,
            rules="",
            live=True,
        )

    def facts(self, item: Item) -> ActFacts:
        """Answer what the estate knows."""
        known = KnownFinding(self.standing, PLACE, FOUND, id_of("steward"), id_of("report"), tuple(self.acts))
        return ActFacts(
            found={FINDING: known},
            settings={item.id: effective(self.settings)},
            zone="Asia/Shanghai",
            departments=self.departments,
            labels=self.labels,
            hashes=self.hashes,
        )


def seen(*ids: UUID, sha256: str = "a" * 64) -> list[dict[str, str]]:
    """Answer what a signature names."""
    return [{"id": str(id_), "sha256": sha256} for id_ in ids]


def photo(moment: str = "after", *, live: bool = True) -> dict[str, Any]:
    """Answer a photo of an act."""
    return {"sha256": "b" * 64, "takenAt": SAVED.isoformat(), "moment": moment, "live": live}


def scan(code: str | None = "HERE", method: str = "camera", reason: str | None = None) -> dict[str, Any]:
    """Answer how the place was recognised."""
    return {"method": method, "code": code, "reason": reason}


def due_in(judged: dict[str, Any]) -> dict[str, datetime]:
    """Answer the deadlines that run after what was judged."""
    return {one["what"]: datetime.fromisoformat(one["dueAt"]) for one in judged["standing"]["due"]}
