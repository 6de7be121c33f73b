"""What `decide` knows when acts on pages come in, and the pages as it sees them. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from webapp.domains.patrols.rules.left_out import Way, way_at
from webapp.domains.patrols.rules.rounds import Plan, RoundTime, own_plan
from webapp.domains.patrols.rules.turns import Asked
from webapp.domains.patrols.signing.rules import Signature, Standing, looks, standing


@dataclass(frozen=True, slots=True)
class Sheet:
    """A visit on the page, or a supervisor's look; `whole`: no item of it lacks an answer.

    sha256  of the item that brought it
    """

    id: UUID
    place_id: UUID
    by_id: UUID
    whole: bool
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the patrol book; one that nobody has visited yet has neither sheets nor acts.

    opened  it stands in the book, with a number
    hashes  of the finishes on it, by id
    """

    id: UUID
    opened: bool
    day: date | None
    route_id: UUID | None
    sheets: Sequence[Sheet]
    acts: Sequence[Signature]
    hashes: Mapping[UUID, str]

    @property
    def standing(self) -> Standing:
        """How it stands."""
        return standing(self.acts, [sheet.id for sheet in self.sheets])

    @property
    def is_supervision(self) -> bool:
        """It is a supervisor's own round (`patrol.md` 8)."""
        return bool(looks(self.acts))

    @property
    def stored(self) -> dict[UUID, str]:
        """What a signature may name, with its hash."""
        return {**self.hashes, **{sheet.id: sheet.sha256 for sheet in self.sheets if sheet.sha256}}


@dataclass(frozen=True, slots=True)
class KnownRoute:
    """A route with its places by id, in walking order, its steward and its plans."""

    steward_id: UUID | None
    places: Mapping[UUID, str]
    plans: Sequence[Plan] = ()

    def is_given_to(self, person: UUID, day: date) -> bool:
        """Say whether its rounds of a day are a person's to walk."""
        plan = own_plan(self.plans, day)
        return plan.is_given_to(person, self.steward_id) if plan else person == self.steward_id


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the estate."""

    name: str
    role: str
    active: bool


@dataclass(frozen=True, slots=True)
class Timed:
    """When a round is, and until when its places may be made up (UTC)."""

    round: RoundTime
    until: datetime

    def way_at(self, moment: datetime) -> Way:
        """Answer what may be done at a moment about its places that were not visited."""
        return way_at(moment, self.round, self.until)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the estate knows when acts come in.

    settings  by item: the settings that it is judged by
    places    names of the places on the pages concerned
    pins      by item: what came of the PIN that it brings
    times     by item about places of a round: when that round is, None where no plan has it
    asks      by item: what its round asks of the places that are not visited on every one
    """

    zone: str
    pages: Mapping[UUID, Page]
    routes: Mapping[UUID, KnownRoute]
    places: Mapping[UUID, str]
    people: Mapping[UUID, Colleague]
    settings: Mapping[UUID, Mapping[str, Any]]
    pins: Mapping[UUID, str]
    times: Mapping[UUID, Timed | None]
    asks: Mapping[UUID, Mapping[UUID, Asked]]
