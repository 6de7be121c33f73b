"""Everything that stands on one page of the patrol book, read for printing."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFound
from webapp.domains.patrols.evidence.models import PatrolReview
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.domains.patrols.queries import plans_of
from webapp.domains.patrols.rules.rounds import RoundTime, rounds_of
from webapp.domains.patrols.signing.models import PatrolAct
from webapp.domains.patrols.signing.queries import acts_of, standings, strokes
from webapp.domains.patrols.signing.rules import Signature, Standing, State, looks
from webapp.ground.estates.models import Estate
from webapp.ground.estates.queries import settings_at
from webapp.ground.estates.settings import setting
from webapp.ground.logbook.models import SerialPage
from webapp.ground.logbook.proof import Proved, proof_of
from webapp.ground.places.models import Route

# The book of problem sheets; a visit names a finding, the book knows its number.
FINDINGS = "WT"


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One page as it stands now.

    route     what the route is called today; None for visits outside any round
    window    the round's, by the plan that held on its day
    serials   numbers of the findings that the visits name, as far as they have come in
    looks     those of a supervisor's round, which has them instead of visits
    standing  who signed, and what stands below a signature
    drawn     the drawn signatures, by act
    proved    the entries it was written from, and their hashes
    """

    estate: Estate
    record: PatrolRecord
    visits: Sequence[PatrolVisit]
    looks: Sequence[Signature]
    route: str | None
    window: RoundTime | None
    serials: Mapping[UUID, str]
    standing: Standing
    drawn: Mapping[UUID, Sequence[Sequence[int]]]
    proved: Proved

    @property
    def language(self) -> str:
        """In which language the estate prints."""
        return str(setting(self.estate.settings, "ui_locale"))

    @property
    def makers(self) -> set[UUID]:
        """Who made it."""
        finish = [self.standing.finish.signer_id] if self.standing.finish else []
        return {*(visit.by_id for visit in self.visits), *(look.signer_id for look in self.looks), *finish}

    @property
    def photos(self) -> set[str]:
        """The hashes of all photos on it."""
        looked = {sha256 for look in self.looks for sha256 in look.detail["photos"]}
        return looked | {photo["sha256"] for visit in self.visits for photo in visit.photos}


def record_page(session: Session, estate_id: UUID, record_id: UUID) -> RecordPage:
    """Answer the page; raises NotFound."""
    record = session.get(PatrolRecord, (estate_id, record_id))
    if record is None:
        raise NotFound(record=str(record_id))
    estate = session.get_one(Estate, estate_id)
    visits = _visits(session, record)
    acts = acts_of(session, estate_id, [record_id]).get(record_id, ())
    seen = looks(acts)
    route = session.get(Route, (estate_id, record.route_id)) if record.route_id else None
    return RecordPage(
        estate=estate,
        record=record,
        visits=visits,
        looks=seen,
        route=route.name if route else None,
        window=_window(session, estate, record, [*(one.scanned_at for one in visits), *(one.at for one in acts)]),
        serials=_serials(session, estate_id, visits, seen),
        standing=standings(session, estate_id, [record_id])[record_id],
        drawn=strokes(session, estate_id, record_id),
        proved=proof_of(session, estate_id, entries_of(session, estate_id, [record_id])[record_id]),
    )


def entries_of(session: Session, estate_id: UUID, records: Iterable[UUID]) -> dict[UUID, set[int]]:
    """Answer the numbers of all entries from which each of these pages was written."""
    entries: dict[UUID, set[int]] = {record_id: set() for record_id in records}
    visits = select(PatrolVisit.record_id, PatrolVisit.entry).where(
        PatrolVisit.estate_id == estate_id, PatrolVisit.record_id.in_(entries)
    )
    looked_into = (
        select(PatrolVisit.record_id, PatrolReview.entry)
        .join(
            PatrolReview,
            (PatrolReview.estate_id == PatrolVisit.estate_id) & (PatrolReview.visit_id == PatrolVisit.id),
        )
        .where(PatrolVisit.estate_id == estate_id, PatrolVisit.record_id.in_(entries))
    )
    acts = select(PatrolAct.record_id, PatrolAct.entry).where(
        PatrolAct.estate_id == estate_id, PatrolAct.record_id.in_(entries)
    )
    for query in (visits, looked_into, acts):
        for record_id, entry in session.execute(query):
            entries[record_id].add(entry)
    return entries


def voided(session: Session, estate_id: UUID, records: Collection[UUID]) -> set[UUID]:
    """Answer which of these pages are void; they keep their numbers (PAT-R09)."""
    return {id_ for id_, one in standings(session, estate_id, records).items() if one.state is State.VOIDED}


def _visits(session: Session, record: PatrolRecord) -> Sequence[PatrolVisit]:
    query = (
        select(PatrolVisit)
        .where(PatrolVisit.estate_id == record.estate_id, PatrolVisit.record_id == record.id)
        .order_by(PatrolVisit.scanned_at, PatrolVisit.entry)
    )
    return session.scalars(query).all()


def _window(session: Session, estate: Estate, record: PatrolRecord, known: Sequence[datetime]) -> RoundTime | None:
    """Answer when the round is, by the settings of the first that is `known` of it."""
    if record.route_id is None or not known:
        return None
    plans = plans_of(session, estate.id, [record.route_id]).get(record.route_id, [])
    settings: Mapping[str, Any] = settings_at(session, estate, known[0])
    rounds = rounds_of(plans, record.day, estate.timezone, settings)
    return next((one for one in rounds if one.number == record.number), None)


def _serials(
    session: Session, estate_id: UUID, visits: Iterable[PatrolVisit], seen: Iterable[Signature]
) -> Mapping[UUID, str]:
    named = {answer["findingId"] for visit in visits for answer in visit.answers if answer["findingId"]}
    named |= {look.detail["findingId"] for look in seen if look.detail["findingId"]}
    query = select(SerialPage.key, SerialPage.serial).where(
        SerialPage.estate_id == estate_id, SerialPage.form == FINDINGS, SerialPage.key.in_(named)
    )
    return {UUID(key): serial for key, serial in session.execute(query)}
