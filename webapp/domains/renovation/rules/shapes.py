"""The shapes that several acts on a renovation share. Pure."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from webapp.core.moments import END, FIRST, Moment, require_clock
from webapp.core.wire import Wire
from webapp.ground.signatures.rules import Strokes, require_drawn

Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Meta(min_length=1, max_length=80, pattern=r"\S")]
Short = Annotated[str, Meta(max_length=120)]
Text = Annotated[str, Meta(max_length=2000)]
Reason = Annotated[str, Meta(min_length=1, max_length=2000, pattern=r"\S")]
LastFour = Annotated[str, Meta(pattern=r"^([0-9A-Za-z]{4})?$")]
# Hundredths of a yuan.
Fen = Annotated[int, Meta(ge=0, le=10**10)]
SiteItem = Annotated[str, Meta(pattern=r"^RN-[0-9]{2}$")]
CheckItem = Annotated[str, Meta(pattern=r"^FR-[0-9]{2}$")]

Party = Literal["company", "owner", "contractor", "person_in_charge"]
Signer = Literal[
    "owner",
    "resident",
    "contractor",
    "person_in_charge",
    "company",
    "engineer",
    "steward",
    "manager",
    "witness",
    "guard",
]
PaperCode = Literal[
    "doc_license",
    "doc_qualification",
    "doc_tax",
    "doc_plan",
    "doc_worker_ids",
    "doc_worker_photos",
    "form_application",
    "form_heating",
    "form_contractor_pledge",
    "form_hot_work",
    "agreement",
    "form_safety",
    "doc_mandate",
]
FeeLine = Literal["deposit", "management_fee", "permit_cost", "pass_cost", "rubbish_fee"]


def require_day(*days: date) -> None:
    """Refuse, as a ValueError for `Wire.__post_init__`, days that no plan reaches."""
    if not all(FIRST.date() < day < END.date() for day in days):
        raise ValueError("a day that no plan reaches")


class Photo(Wire, frozen=True, kw_only=True):
    """A photo: of a paper, of a worker, of the site."""

    sha256: Sha256
    taken_at: Moment
    live: bool

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.taken_at)


Photos = Annotated[tuple[Photo, ...], Meta(max_length=30)]
SomePhotos = Annotated[tuple[Photo, ...], Meta(min_length=1, max_length=30)]


class Signature(Wire, frozen=True, kw_only=True):
    """A drawn signature, and as whom it was given."""

    signer: Signer = msgspec.field(name="as")
    name: Name
    strokes: Strokes

    def __post_init__(self) -> None:
        """Refuse what is no drawing."""
        require_drawn(self.strokes)


class Private(Wire, frozen=True, kw_only=True):
    """What is set apart in the book so that it can be erased. `ids`: four signs of each worker's, by worker."""

    phones: dict[Literal["owner", "contractor"], Short] = {}
    ids: dict[str, LastFour] = {}
    signatures: Annotated[tuple[Signature, ...], Meta(max_length=4)] = ()

    def signed_by(self, *signers: str) -> bool:
        """Say whether all of these signed."""
        return {one.signer for one in self.signatures}.issuperset(signers)


class Worker(Wire, frozen=True, kw_only=True):
    """Somebody who works on the site. `id_shown`: a copy of the ID lies here, its last signs are apart."""

    worker_id: UUID
    name: Name
    id_shown: bool = False
    photos: Annotated[tuple[Photo, ...], Meta(max_length=6)] = ()
    trade: Short = ""


class Applicant(Wire, frozen=True, kw_only=True):
    """Who has the home renovated."""

    kind: Literal["owner", "resident"]
    name: Name


class Contractor(Wire, frozen=True, kw_only=True):
    """The firm that works."""

    name: Name
    licence_no: Short = ""


class Application(Wire, frozen=True, kw_only=True):
    """The application (房屋装修申请表). `person_in_charge` names exactly one of the workers."""

    unit_id: UUID
    applicant: Applicant
    contractor: Contractor
    person_in_charge: UUID
    scope: Reason
    planned_from: date
    planned_until: date
    heating: bool = False
    hot_work: bool = False
    workers: Annotated[tuple[Worker, ...], Meta(min_length=1, max_length=60)]

    def __post_init__(self) -> None:
        """Refuse days that no plan reaches, or that run backwards."""
        require_day(self.planned_from, self.planned_until)
        if self.planned_until < self.planned_from:
            raise ValueError("it ends before it begins")


class PaperIn(Wire, frozen=True, kw_only=True):
    """A document or form as it was handed in. `sealed`: it bears the red seal; `signed_by`: what stands on paper."""

    code: PaperCode
    photos: Photos = ()
    sealed: bool = False
    signed_by: Annotated[tuple[Party, ...], Meta(max_length=4)] = ()
    note: Text = ""


class Served(Wire, frozen=True, kw_only=True):
    """To whom a notice was given."""

    role: Literal["owner", "person_in_charge"] = msgspec.field(name="as")
    name: Name


class NoticeIn(Wire, frozen=True, kw_only=True):
    """A rectification notice (装修违章整改通知单) as it is written on site."""

    notice_id: UUID
    items: Annotated[tuple[SiteItem, ...], Meta(min_length=1, max_length=16)]
    description: Reason
    photos: SomePhotos
    due_on: date
    served_to: Served
    refused_to_sign: bool = False
    witness: Short = ""

    def __post_init__(self) -> None:
        """Refuse a day that no plan reaches."""
        require_day(self.due_on)


class WhoAt(Wire, frozen=True, kw_only=True):
    """Who did something, and when."""

    id: UUID
    name: str
    at: datetime
