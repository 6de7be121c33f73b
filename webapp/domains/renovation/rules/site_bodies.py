"""What is sent with the acts while work runs and when it ends: notices, requests, acceptance. Pure."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.renovation.rules.bodies import OfCase, OfPass
from webapp.domains.renovation.rules.shapes import (
    Name,
    NoticeIn,
    Photos,
    Reason,
    SomePhotos,
    Text,
    require_day,
)
from webapp.ground.checklists.answers import Answer


class Start(OfPass, frozen=True, kw_only=True):
    """The first worker goes in, by this pass."""


class GiveNotice(OfCase, frozen=True, kw_only=True):
    """A violation was found. `stopped_at`: when it was stopped on the spot; `change_id`: a plan change found built."""

    notice: NoticeIn
    visit_id: UUID | None = None
    stopped_at: Moment | None = None
    change_id: UUID | None = None


class OfNotice(OfCase, frozen=True, kw_only=True):
    """What every act on a notice says."""

    notice_id: UUID


class ReportFixed(OfNotice, frozen=True, kw_only=True):
    """The customer tells the centre that it is put right."""

    by: Name
    note: Text = ""


class VerifyNotice(OfNotice, frozen=True, kw_only=True):
    """Somebody looks on site whether it is put right; `due_on` anew when it is not."""

    passed: bool
    note: Text = ""
    photos: SomePhotos
    due_on: date | None = None


class EscalateNotice(OfNotice, frozen=True, kw_only=True):
    """It becomes a violation case, or goes to the enforcement authority."""

    to: Literal["violation", "authority"]
    note: Text = ""


class OfRequest(OfCase, frozen=True, kw_only=True):
    """What every act on a request says."""

    request_id: UUID


class ChangePlan(OfRequest, frozen=True, kw_only=True):
    """Owner and person in charge note a change on the original papers."""

    what: Reason
    photos: SomePhotos


class Extend(OfRequest, frozen=True, kw_only=True):
    """The customer asks for more time, in person or by written mandate."""

    until: date
    reason: Reason
    in_person: bool
    mandate: Photos = ()

    def __post_init__(self) -> None:
        """Refuse a day that no plan reaches."""
        require_day(self.until)


class Sleeper(Wire, frozen=True, kw_only=True):
    """Somebody who stays overnight."""

    name: Name
    pass_id: UUID | None = None


class StayOvernight(OfRequest, frozen=True, kw_only=True):
    """Somebody is to stay overnight, by the owner's handwritten guarantee."""

    persons: Annotated[tuple[Sleeper, ...], Meta(min_length=1, max_length=20)]
    reason: Literal["guard_material", "cook_with_fire"]
    from_on: date
    until_on: date
    guarantee: SomePhotos

    def __post_init__(self) -> None:
        """Refuse days that no plan reaches."""
        require_day(self.from_on, self.until_on)


class WorkHot(OfRequest, frozen=True, kw_only=True):
    """Welding, cutting and the like (动火许可证)."""

    place: Name
    work: Name
    operator: Name
    watcher: Name
    extinguisher: bool
    from_at: Moment
    until_at: Moment

    def __post_init__(self) -> None:
        """Refuse moments that no clock shows."""
        require_clock(self.from_at, self.until_at)


class TakeTools(OfRequest, frozen=True, kw_only=True):
    """Workers' tools leave: the owner confirmed, the centre names them to the guard."""

    tools: Annotated[tuple[Name, ...], Meta(min_length=1, max_length=50)]
    owner_name: Name
    owner_confirmed: Literal["phone", "in_person", "written"]
    note: Text = ""


class Decide(OfRequest, frozen=True, kw_only=True):
    """A request is allowed or not."""

    approved: bool
    note: Text = ""


class Release(OfRequest, frozen=True, kw_only=True):
    """The guard lets the tools out, having seen these."""

    seen: Annotated[tuple[Name, ...], Meta(max_length=50)] = ()


class Complete(OfCase, frozen=True, kw_only=True):
    """The customer, or an agent by mandate, asks for acceptance."""

    by: Literal["customer", "agent"]
    name: Name
    mandate: Photos = ()


class SiteAnswer(Answer, frozen=True, kw_only=True):
    """What one item of the site showed; a notice follows up what is abnormal as well as a finding does."""

    notice_id: UUID | None = None


SiteAnswers = Annotated[tuple[SiteAnswer, ...], Meta(max_length=40)]


class AcceptWork(OfCase, frozen=True, kw_only=True):
    """The first acceptance (装修竣工验收)."""

    passed: bool
    answers: SiteAnswers = ()
    note: Text = ""
    photos: Photos = ()
    notice: NoticeIn | None = None


class Reinspect(OfCase, frozen=True, kw_only=True):
    """The re-inspection after a failed acceptance or recheck."""

    passed: bool
    note: Text = ""
    photos: Photos = ()
    due_on: date | None = None


class Recheck(OfCase, frozen=True, kw_only=True):
    """The recheck after the days of observation: seepage, leak, blockage, damage."""

    passed: bool
    seepage: bool = False
    leak: bool = False
    blockage: bool = False
    damage: bool = False
    note: Text = ""
    photos: Photos = ()
    notice: NoticeIn | None = None
