"""Makes places of proposals that somebody confirmed, and puts them on their routes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.places.models import Place
from webapp.ground.places.proposals.queries import proposed
from webapp.ground.places.proposals.rules import Expected, Proposal
from webapp.ground.places.refusals import ProposalsChanged
from webapp.ground.places.routes.placing import put_on_routes
from webapp.ground.places.turns import take_turn

PLACE = "places.place"


@dataclass(frozen=True, slots=True)
class Made:
    """How many places and routes were made."""

    places: int = 0
    routes: int = 0


def confirm_proposals(session: Session, estate_id: UUID, keys: Collection[str]) -> Made:
    """Make the places of these proposals, all or none, and tell the phones.

    Raises ProposalsChanged when one is no longer proposed: what was looked at is not what is there.
    """
    take_turn(session, estate_id)
    offered = proposed(session, estate_id)
    confirmed = [one for one in offered if one.key in keys]
    if len(confirmed) < len(set(keys)):
        raise ProposalsChanged(missing=len(set(keys)) - len(confirmed))
    return _make(session, estate_id, confirmed)


def propose_stairwells(session: Session, estate_id: UUID) -> Made:
    """Make a place of every floor of a stairwell in the stored register that has none, and tell the phones.

    What the command line does without asking, so that an estate can be patrolled at once.
    """
    take_turn(session, estate_id)
    stairs = [one for one in proposed(session, estate_id) if one.expected is Expected.STAIRWELL]
    return _make(session, estate_id, stairs)


def _make(session: Session, estate_id: UUID, confirmed: Sequence[Proposal]) -> Made:
    places = [
        Place(
            estate_id=estate_id,
            id=new_id(),
            type=one.type,
            building_id=one.building_id,
            stairwell_id=one.stairwell_id,
            floor=one.floor,
            name=one.name,
            active=True,
        )
        for one in confirmed
    ]
    if not places:
        return Made()
    session.add_all(places)
    session.flush()
    placed = put_on_routes(session, estate_id, places)
    touch(session, estate_id, [*((PLACE, place.id) for place in places), *placed.changes])
    return Made(len(places), placed.routes)
