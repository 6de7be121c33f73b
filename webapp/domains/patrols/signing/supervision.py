"""A supervisor's own round (`patrol.md` 8): a page of the patrol book of kind `supervision`, act by act. Pure.

At a place the supervisor supervises a service, follows up what is open, orders it rectified or rechecks what was. Each
look is kept on the page of the person's round of the day, in the words of what was seen.
"""

import enum
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.actor import OVERSEERS
from webapp.core.domain import Decision, Item, Refused
from webapp.core.errors import JsonValue, NotAllowed
from webapp.core.ids import computed_id
from webapp.core.moments import END, FIRST, Moment, corrected, require_clock
from webapp.core.wire import Wire
from webapp.domains.patrols.rules.decision import FORM
from webapp.domains.patrols.rules.visit import Scan, Sha256
from webapp.domains.patrols.signing import codes
from webapp.domains.patrols.signing.book import Facts
from webapp.domains.patrols.signing.deciding import applied
from webapp.ground.calendar.rules import day_of
from webapp.ground.checklists.words import bare_form, bare_normal, is_blank

Observation = Annotated[str, Meta(max_length=2000)]
RoundNumber = Annotated[int, Meta(ge=1, le=12)]


class Doing(enum.StrEnum):
    """What a supervisor does at a place (`patrol.md` 8)."""

    SUPERVISE = "supervise"  # 督察
    FOLLOW = "follow"  # 跟进
    ORDER = "order"  # 责令整改
    RECHECK = "recheck"  # 复查


# What is done about something that was found, and not about a place alone.
OF_FINDING = (Doing.FOLLOW, Doing.ORDER, Doing.RECHECK)


class LookPhoto(Wire, frozen=True, kw_only=True):
    """A photo of what was seen. `live`: taken in the app, not an album's."""

    sha256: Sha256
    taken_at: Moment
    live: bool


class Supervise(Wire, frozen=True, kw_only=True):
    """One look on a supervisor's round; the `number`-th round of the day. `seen_at` is the phone's word.

    finding_id  what is followed up, ordered rectified or rechecked; the order itself is an act on the finding
    """

    record_id: UUID
    day: date
    number: RoundNumber
    place_id: UUID
    act: Doing
    service: Literal["security", "engineering", "environment"]
    scan: Scan
    label: Annotated[str, Meta(max_length=64)] | None = None
    seen_at: Moment
    observation: Observation
    photos: Annotated[tuple[LookPhoto, ...], Meta(max_length=60)] = ()
    finding_id: UUID | None = None

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows, days that nobody walks, and what lacks its finding."""
        require_clock(self.seen_at)
        if not FIRST.date() < self.day < END.date():
            raise ValueError("a day that nobody walks")
        if (self.act in OF_FINDING) != (self.finding_id is not None):
            raise ValueError("a finding where one is named, and only there")


def supervision_id(estate_id: UUID, by: UUID, day: date, number: int) -> UUID:
    """Answer the id of the page of a person's round of a day."""
    return computed_id(estate_id, by, day.isoformat(), "supervision", number)


def decide_supervise(item: Item, facts: Facts) -> Decision:
    """Let an overseer write a look on the page of the own round of its day."""
    look: Supervise = item.body
    if item.role not in OVERSEERS:
        return Refused(NotAllowed.code)
    if item.about != look.record_id:
        return Refused("core.bad_shape", {"field": "about"})
    if look.record_id != supervision_id(item.estate_id, item.by, look.day, look.number):
        return Refused("core.bad_shape", {"field": "recordId"})
    at = corrected(look.seen_at, item)
    if day_of(at, facts.zone) != look.day:
        return Refused(codes.OTHER_DAY, {"day": look.day.isoformat()})
    if lack := _lack(look, item, facts):
        return Refused(lack)
    judged: dict[str, JsonValue] = {"at": at.isoformat(), "detail": _detail(look, facts)}
    return applied(item, facts, look.day, item.by, judged, page=(FORM, str(look.record_id)))


def _lack(look: Supervise, item: Item, facts: Facts) -> str | None:
    """PAT-R02, PAT-R03 and PAT-R12 hold for a supervisor too."""
    settings = facts.settings[item.id]
    if look.place_id not in facts.places:
        return "patrols.unknown_place"
    if bare_normal(look.observation, settings["bare_normal_words"]):
        return "patrols.bare_normal"
    asked = 1 if look.photos else settings["min_observation_chars"]
    if len(bare_form(look.observation)) < asked:
        return "patrols.observation_missing"
    picked = look.scan.method in ("typed", "listed")
    return "patrols.manual_without_reason" if picked and is_blank(look.scan.reason) else None


def _detail(look: Supervise, facts: Facts) -> dict[str, JsonValue]:
    return {
        "placeId": str(look.place_id),
        "name": facts.places[look.place_id],
        "act": look.act.value,
        "service": look.service,
        "scan": look.scan.method,
        "scanReason": look.scan.reason,
        "photos": [photo.sha256 for photo in look.photos],
        "findingId": str(look.finding_id) if look.finding_id else None,
    }
