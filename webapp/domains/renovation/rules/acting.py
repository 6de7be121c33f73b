"""How an act on a renovation is decided: by the line of the machine it follows, its guards, and what it does. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from webapp.core.domain import Applied, Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.standing import changed
from webapp.core.wire import Wire, plain
from webapp.domains.renovation.rules.bodies import OfCase
from webapp.domains.renovation.rules.limits import state_on
from webapp.domains.renovation.rules.machine import ARCHIVIST, Move, move_from
from webapp.domains.renovation.rules.shapes import Private, WhoAt
from webapp.domains.renovation.rules.standing import Case, Notice, Pass, Receipt, Request
from webapp.domains.renovation.rules.states import Act
from webapp.ground.calendar.rules import day_of
from webapp.ground.places.rules import UnitStatus

CASE = "renovation.case"
UNIT = "places.unit"
# The forms of `records.md` 7: the case, a notice, a pass, a hot-work permit.
CASE_FORM, NOTICE_FORM, PASS_FORM, HOT_WORK_FORM = "ZX", "ZG", "CR", "DH"

Part = TypeVar("Part", Pass, Notice, Request)


@dataclass(frozen=True, slots=True)
class Known:
    """A renovation as it stands when an act comes in, with all that belongs to it."""

    case: Case
    passes: Mapping[UUID, Pass] = field(default_factory=dict)
    notices: Mapping[UUID, Notice] = field(default_factory=dict)
    requests: Mapping[UUID, Request] = field(default_factory=dict)
    receipts: Sequence[Receipt] = ()


@dataclass(frozen=True, slots=True)
class Home:
    """The unit of a renovation as the register has it, and the renovation's number."""

    status: UnitStatus
    renovating: bool
    serial: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows when a batch of acts comes in.

    cases       those named
    homes       the unit of each of them
    settings    by item: those in force for it
    units       those named that are in the register
    renovated   units named that have a renovation which is not over, with its number (REN-R11)
    taken       ids that acts bring and that are there already: of cases, passes, notices, requests
    archivists  who keeps the files
    """

    zone: str
    cases: Mapping[UUID, Known]
    settings: Mapping[UUID, Mapping[str, Any]]
    homes: Mapping[UUID, Home] = field(default_factory=dict)
    units: frozenset[UUID] = frozenset()
    renovated: Mapping[UUID, str] = field(default_factory=dict)
    taken: frozenset[UUID] = frozenset()
    archivists: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Scene:
    """One act before the eyes of guards and of what it does."""

    item: Item
    facts: Facts
    known: Known | None

    @property
    def body(self) -> Any:
        """What the act says."""
        return self.item.body

    @property
    def case(self) -> Case:
        """The renovation that it is about."""
        assert self.known
        return self.known.case

    @property
    def settings(self) -> Mapping[str, Any]:
        """The estate's settings in force for it."""
        return self.facts.settings[self.item.id]

    @property
    def today(self) -> date:
        """The estate's day on which it was done."""
        return day_of(self.item.corrected_at, self.facts.zone)

    @property
    def who(self) -> WhoAt:
        """Who does it, and when."""
        return WhoAt(id=self.item.by, name=self.item.by_name, at=self.item.corrected_at)

    @property
    def private(self) -> Private:
        """What it sets apart."""
        given: Private | None = self.item.body.private
        return given or Private()


@dataclass(frozen=True, slots=True)
class Ruling:
    """What an act comes to: the renovation, and what of it changes.

    page        (form, key) of the page it stands on
    renovating  what the register says of the unit from now on; None where the act changes nothing of that
    """

    case: Case
    passes: Sequence[Pass] = ()
    notices: Sequence[Notice] = ()
    requests: Sequence[Request] = ()
    receipts: Sequence[Receipt] = ()
    page: tuple[str, str] | None = None
    renovating: bool | None = None


Guard = Callable[[Scene], Refused | None]
Effect = Callable[[Scene], Ruling]


@dataclass(frozen=True, slots=True)
class Way:
    """One act: its body, what it does, and by which event of the machine; most often its own name.

    lacks  what must be there before the machine is asked: the pass, notice or request that it names
    """

    act: Act
    body: type[OfCase]
    effect: Effect
    event: Callable[[Scene], str] | None = None
    lacks: Guard | None = None

    def decide(self, item: Item, facts: Facts, guards: Mapping[str, Guard]) -> Decision:
        """Apply the act, or refuse it for what is stored."""
        if item.about != item.body.renovation_id:
            return Refused("core.bad_shape", {"field": "about"})
        scene = Scene(item, facts, facts.cases.get(item.about))
        if refused := self._unknown(scene):
            return refused
        move = self.move(scene)
        if isinstance(move, Refused):
            return move
        for name in move.guards:
            if refused := guards[name](scene):
                return refused
        return _applied(scene, move, self.effect(scene))

    def _unknown(self, scene: Scene) -> Refused | None:
        if self.act is Act.APPLY:
            return Refused("renovation.case_repeated") if scene.known else None
        if scene.known is None:
            return Refused("renovation.unknown_case", {"renovation": str(scene.item.about)})
        return self.lacks(scene) if self.lacks else None

    def move(self, scene: Scene) -> Move | Refused:
        """Answer the line of the machine that the act follows, or why there is none for it, or for who does it."""
        state = state_on(scene.known.case, scene.today) if scene.known else None
        move = move_from(self.event(scene) if self.event else self.act.value, state)
        if move is None:
            return Refused("renovation.wrong_state", {"state": state.value if state else None, "act": self.act.value})
        return move if _may(scene, move) else Refused(NotAllowed.code)


def _may(scene: Scene, move: Move) -> bool:
    return scene.item.role in move.who or (ARCHIVIST in move.who and scene.item.by in scene.facts.archivists)


def _applied(scene: Scene, move: Move, ruling: Ruling) -> Applied:
    """Answer the entry of an act: all that it changes, so that rows follow from it alone."""
    known, before = scene.known, scene.known.case if scene.known else None
    judged: dict[str, JsonValue] = {
        "at": scene.item.corrected_at.isoformat(),
        "before": before.state.value if before else None,
        "state": ruling.case.state.value,
        "move": move.number,
        "remarks": [{"code": code, "params": {}} for code in _doubts(scene.item)],
        "case": changed(before, ruling.case),
        "passes": _parts(ruling.passes, known.passes if known else {}),
        "notices": _parts(ruling.notices, known.notices if known else {}),
        "requests": _parts(ruling.requests, known.requests if known else {}),
        "receipts": [plain_of(one) for one in ruling.receipts],
    }
    unit = _unit(scene, ruling)
    if unit:
        judged["unit"] = unit
    private = scene.body.private
    return Applied(
        judged,
        page=ruling.page,
        changes=((CASE, scene.item.about), *([(UNIT, ruling.case.unit_id)] if unit else ())),
        personal={"private": plain(private)} if private else None,
    )


def _unit(scene: Scene, ruling: Ruling) -> dict[str, JsonValue] | None:
    """Answer what the register says of the unit from today on, where the act changes it."""
    if ruling.renovating is None:
        return None
    home = scene.facts.homes[ruling.case.id]
    if home.renovating is ruling.renovating:
        return None
    return {
        "id": str(ruling.case.unit_id),
        "status": home.status.value,
        "renovating": ruling.renovating,
        "since": scene.today.isoformat(),
        "serial": home.serial,
    }


def _parts(parts: Sequence[Part], before: Mapping[UUID, Part]) -> list[JsonValue]:
    """Answer what changed of each part; all of a new one."""
    return [{**changed(before.get(one.id), one), "id": str(one.id), "new": one.id not in before} for one in parts]


def plain_of(whole: Wire) -> dict[str, JsonValue]:
    """Answer all fields, as an entry says them."""
    return changed(None, whole)


def _doubts(item: Item) -> Iterator[str]:
    if any(not photo.live for photo in getattr(item.body, "photos", ())):
        yield "renovation.photo_not_live"
    if item.time_doubtful:
        yield "renovation.time_doubtful"
