"""What is sent with the acts of the desk: application, papers, review, money, passes. Pure."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from webapp.core.moments import Moment, require_clock
from webapp.core.wire import Wire
from webapp.domains.renovation.rules.shapes import (
    Application,
    CheckItem,
    FeeLine,
    Fen,
    Name,
    PaperCode,
    PaperIn,
    Party,
    Photos,
    Private,
    Reason,
    Short,
    Text,
    Worker,
    require_day,
)


class OfCase(Wire, frozen=True, kw_only=True):
    """What every act says: which renovation it is about. `private` is set apart by the book."""

    renovation_id: UUID
    private: Private | None = None


class Apply(OfCase, frozen=True, kw_only=True):
    """The customer applies (`renovation.md` 1, 2)."""

    application: Application


class Amend(OfCase, frozen=True, kw_only=True):
    """The application is put right."""

    application: Application


class HandIn(OfCase, frozen=True, kw_only=True):
    """A paper is handed in, in the place of the one that was there."""

    paper: PaperIn


class SignForm(OfCase, frozen=True, kw_only=True):
    """A party signs a form on the screen."""

    form: PaperCode
    party: Party


class Submit(OfCase, frozen=True, kw_only=True):
    """Owner and person in charge come together, or an agent with the owner's written mandate."""

    owner_present: bool
    person_in_charge_present: bool
    agent: Short = ""


class Noted(OfCase, frozen=True, kw_only=True):
    """A step that needs no more than a word."""

    note: Text = ""


class Approve(OfCase, frozen=True, kw_only=True):
    """Engineering agrees to the plan."""

    opinion: Reason


class SendBack(OfCase, frozen=True, kw_only=True):
    """Engineering wants changes."""

    reasons: Reason


class Checked(Wire, frozen=True, kw_only=True):
    """What one item of the joint check showed; a damaged one becomes a finding."""

    item: CheckItem
    result: Literal["normal", "abnormal", "na"]
    note: Text = ""
    finding_id: UUID | None = None


class CheckJointly(OfCase, frozen=True, kw_only=True):
    """The first check with the owner (初次装修查房)."""

    answers: Annotated[tuple[Checked, ...], Meta(max_length=20)]
    water_test: Literal["done", "recommended"]
    photos: Photos = ()


class PaidLine(Wire, frozen=True, kw_only=True):
    """One line that was paid, with its receipt."""

    line: FeeLine
    quantity: Annotated[int, Meta(ge=1, le=200)] = 1
    amount: Fen
    receipt_no: Name
    paid_at: Moment
    payer: Short = ""

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.paid_at)


class Pay(OfCase, frozen=True, kw_only=True):
    """Finance enters what was paid; the app takes no money."""

    lines: Annotated[tuple[PaidLine, ...], Meta(min_length=1, max_length=10)]


class OfPass(OfCase, frozen=True, kw_only=True):
    """What every act on a pass says."""

    pass_id: UUID


class Asked(OfCase, frozen=True, kw_only=True):
    """Who asks for more workers, and what they showed: `asked_by` is a worker, `shown_pass_id` their own pass."""

    asked_by: UUID | None = None
    shown_permit: bool = False
    shown_pass_id: UUID | None = None


class IssuePass(Asked, frozen=True, kw_only=True):
    """A worker's pass is made out."""

    pass_id: UUID
    worker_id: UUID


class AddWorker(Asked, frozen=True, kw_only=True):
    """One more worker comes on the list (增补人员)."""

    worker: Worker


class IssuePermit(OfCase, frozen=True, kw_only=True):
    """The permit is given."""

    start_on: date
    until: date

    def __post_init__(self) -> None:
        """Refuse days that no plan reaches."""
        require_day(self.start_on, self.until)


class NotedPass(OfPass, frozen=True, kw_only=True):
    """A pass comes back."""

    note: Text = ""


class LosePass(OfPass, frozen=True, kw_only=True):
    """A pass is lost: the lost-pass note."""

    note: Reason
    reported_by: Short = ""


class RevokePass(OfPass, frozen=True, kw_only=True):
    """A pass counts no longer."""

    reason: Reason


class Deduction(Wire, frozen=True, kw_only=True):
    """What is kept back of the deposit, and why."""

    amount: Fen
    reason: Reason


class PaidBack(Wire, frozen=True, kw_only=True):
    """A deposit that was paid back."""

    amount: Fen
    receipt_no: Name
    paid_at: Moment
    payee: Name

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.paid_at)


class Refund(OfCase, frozen=True, kw_only=True):
    """The deposit is paid back after the recheck."""

    amount: Fen
    receipt_no: Name
    paid_at: Moment
    payee: Name
    deductions: Annotated[tuple[Deduction, ...], Meta(max_length=10)] = ()

    def __post_init__(self) -> None:
        """Refuse a moment that no clock shows."""
        require_clock(self.paid_at)


class Withdraw(OfCase, frozen=True, kw_only=True):
    """The customer withdraws, or is refused for good."""

    reason: Reason
    refund: PaidBack | None = None
