"""Ends somebody's part in an estate, and lets them come back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.actor import Actor
from webapp.core.errors import JsonValue, NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.core.leaving import all_held_by
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.people.departments.queries import staff
from webapp.ground.people.departments.rules import told
from webapp.ground.people.leaving.models import Departure
from webapp.ground.people.leaving.queries import last_departure
from webapp.ground.people.leaving.refusals import LastManager, LeavesLater, StillHolds
from webapp.ground.people.leaving.rules import is_last_manager
from webapp.ground.people.models import Membership, Person, SignIn
from webapp.ground.people.refusals import AccountDisabled, NotYourself
from webapp.ground.people.rules import EndedWhy, check_outranks
from webapp.ground.people.service import COLLEAGUE
from webapp.ground.people.sign_in import end_sign_ins


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is said of somebody who leaves; `despite`: though they still hold something."""

    left_on: date
    reason: str
    despite: bool


def leave(session: Session, actor: Actor, person_id: UUID, said: Leaving, *, now: datetime) -> None:
    """End a person's part in the actor's estate and sign them out everywhere; who has left already stays so.

    Raises NotFound, NotYourself, HigherRole, LeavesLater, LastManager or StillHolds.
    """
    # Two who end each other's part take turns: one of them stays.
    estate = session.get_one(Estate, actor.estate_id, with_for_update=True)
    part = _part_below(session, actor, person_id)
    if not part.active:
        return
    if said.left_on > day_of(now, estate.timezone):
        raise LeavesLater(day=said.left_on.isoformat())
    others = [role for id_, role in staff(session, estate.id).items() if id_ != person_id]
    if is_last_manager(part.role, others, estate.settings):
        raise LastManager()
    held = [one.name for one in all_held_by(session, estate.id, person_id)]
    if held and not said.despite:
        raise StillHolds(things=list[JsonValue](held))
    part.active = False
    session.add(_departure(actor, person_id, said, held, now))
    end_sign_ins(session, EndedWhy.LEFT, now, SignIn.person_id == person_id)
    _tell(session, estate.id, person_id)


def come_back(session: Session, actor: Actor, person_id: UUID, *, now: datetime) -> None:
    """Give a person who left the same part in the estate again. Raises NotFound, HigherRole or AccountDisabled."""
    part = _part_below(session, actor, person_id)
    if session.get_one(Person, person_id).disabled_at is not None:
        raise AccountDisabled()
    departure = last_departure(session, actor.estate_id, person_id)
    if departure is None:
        return
    departure.back_at, departure.back_by, part.active = now, actor.id, True
    _tell(session, actor.estate_id, person_id)


def part_in(session: Session, estate_id: UUID, person_id: UUID) -> Membership:
    """Answer a person's part in the estate, ended or not; raises NotFound."""
    part = session.get(Membership, (estate_id, person_id))
    if part is None:
        raise NotFound(person=str(person_id))
    return part


def _part_below(session: Session, actor: Actor, person_id: UUID) -> Membership:
    part = part_in(session, actor.estate_id, person_id)
    if person_id == actor.id:
        raise NotYourself()
    check_outranks(actor.role, part.role)
    return part


def _departure(actor: Actor, person_id: UUID, said: Leaving, held: list[str], now: datetime) -> Departure:
    return Departure(
        estate_id=actor.estate_id,
        id=new_id(),
        person_id=person_id,
        left_on=said.left_on,
        reason=said.reason,
        held=held,
        ended_at=now,
        ended_by=actor.id,
    )


def _tell(session: Session, estate_id: UUID, person_id: UUID) -> None:
    session.flush()
    touch(session, estate_id, [(COLLEAGUE, person_id), *told(estate_id)])
