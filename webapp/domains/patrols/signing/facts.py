"""What the estate knows when acts on pages come in: one query a table, whatever the size of the batch."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Item
from webapp.domains.patrols.models import PatrolRecord, PatrolVisit
from webapp.domains.patrols.queries import plans_of
from webapp.domains.patrols.signing.asks import asks_of
from webapp.domains.patrols.signing.bodies import Cosign, HandOver, OfPlaces
from webapp.domains.patrols.signing.book import Colleague, Facts, KnownRoute, Page, Sheet
from webapp.domains.patrols.signing.queries import acts_of
from webapp.domains.patrols.signing.rules import Act, Signature, looks
from webapp.domains.patrols.signing.supervision import Supervise
from webapp.domains.patrols.signing.times import settings_of, times_of
from webapp.ground.estates.models import Estate
from webapp.ground.logbook.hashes import item_hashes
from webapp.ground.people.models import Membership, Person
from webapp.ground.places.models import Place, Route, RoutePlace
from webapp.ground.signatures.pins import check_pin_of


def facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Facts:
    """Answer what `decide` needs for these acts. A wrong PIN among them is counted here."""
    pages = pages_of(session, estate_id, {item.body.record_id for item in items})
    named = {round_.route_id for item in items if (round_ := getattr(item.body, "round", None))}
    routes = _routes(session, estate_id, named | {page.route_id for page in pages.values() if page.route_id})
    settings = settings_of(session, estate_id, items)
    visited = {sheet.place_id for page in pages.values() for sheet in page.sheets}
    looked_at = {item.body.place_id for item in items if isinstance(item.body, Supervise)}
    return Facts(
        zone=session.get_one(Estate, estate_id).timezone,
        pages=pages,
        routes=routes,
        places=_names(session, estate_id, visited | looked_at),
        people=_people(session, estate_id, {id_ for item in items for id_ in _people_in(item)}),
        settings=settings,
        pins=_pins(session, estate_id, items),
        times=times_of(session, estate_id, [item for item in items if isinstance(item.body, OfPlaces)]),
        asks=asks_of(session, estate_id, items, settings),
    )


def pages_of(session: Session, estate_id: UUID, records: Collection[UUID]) -> dict[UUID, Page]:
    """Answer these pages with their visits and acts; one that nobody has written on yet is empty."""
    query = select(PatrolRecord).where(PatrolRecord.estate_id == estate_id, PatrolRecord.id.in_(records))
    rows = {row.id: row for row in session.scalars(query)}
    acts = acts_of(session, estate_id, records)
    finishes = {act.entry: act.id for done in acts.values() for act in done if act.act is Act.FINISH}
    looked = {act.entry for done in acts.values() for act in looks(done)}
    visits = _visits(session, estate_id, records)
    entries = {visit.entry for of_page in visits.values() for visit in of_page} | finishes.keys() | looked
    hashes = item_hashes(session, estate_id, entries)
    return {
        id_: Page(
            id=id_,
            opened=id_ in rows,
            day=rows[id_].day if id_ in rows else None,
            route_id=rows[id_].route_id if id_ in rows else None,
            sheets=[
                *(_sheet(visit, hashes) for visit in visits[id_]),
                *(_look(one, hashes) for one in looks(acts.get(id_, []))),
            ],
            acts=acts.get(id_, []),
            hashes={finish: hashes[entry] for entry, finish in finishes.items() if entry in hashes},
        )
        for id_ in records
    }


def _visits(session: Session, estate_id: UUID, records: Collection[UUID]) -> defaultdict[UUID, list[Any]]:
    query = (
        select(
            PatrolVisit.id,
            PatrolVisit.record_id,
            PatrolVisit.place_id,
            PatrolVisit.by_id,
            PatrolVisit.remarks,
            PatrolVisit.entry,
        )
        .where(PatrolVisit.estate_id == estate_id, PatrolVisit.record_id.in_(records))
        .order_by(PatrolVisit.entry)
    )
    found: defaultdict[UUID, list[Any]] = defaultdict(list)
    for visit in session.execute(query):
        found[visit.record_id].append(visit)
    return found


def _sheet(visit: Any, hashes: Mapping[int, str]) -> Sheet:
    whole = all(remark["code"] != "patrols.items_missing" for remark in visit.remarks)
    return Sheet(visit.id, visit.place_id, visit.by_id, whole, hashes.get(visit.entry))


def _look(one: Signature, hashes: Mapping[int, str]) -> Sheet:
    return Sheet(one.id, UUID(one.detail["placeId"]), one.signer_id, True, hashes.get(one.entry))


def _routes(session: Session, estate_id: UUID, routes: Collection[UUID]) -> dict[UUID, KnownRoute]:
    query = (
        select(Route.id, Route.steward_id, Place.id, Place.name)
        .join(RoutePlace, (RoutePlace.estate_id == Route.estate_id) & (RoutePlace.route_id == Route.id))
        .join(Place, (Place.estate_id == Route.estate_id) & (Place.id == RoutePlace.place_id))
        .where(Route.estate_id == estate_id, Route.id.in_(routes))
        .order_by(RoutePlace.position)
    )
    stewards: dict[UUID, UUID | None] = {}
    places: defaultdict[UUID, dict[UUID, str]] = defaultdict(dict)
    for route_id, steward_id, place_id, name in session.execute(query):
        stewards[route_id] = steward_id
        places[route_id][place_id] = name
    plans = plans_of(session, estate_id, stewards) if stewards else {}
    return {id_: KnownRoute(steward_id, places[id_], plans.get(id_, [])) for id_, steward_id in stewards.items()}


def _names(session: Session, estate_id: UUID, places: Collection[UUID]) -> dict[UUID, str]:
    query = select(Place.id, Place.name).where(Place.estate_id == estate_id, Place.id.in_(places))
    return dict(session.execute(query).all())


def _people_in(item: Item) -> list[UUID]:
    body = item.body
    return [
        item.by,
        *([body.signer] if isinstance(body, Cosign) else [body.to_id] if isinstance(body, HandOver) else []),
    ]


def _people(session: Session, estate_id: UUID, people: Collection[UUID]) -> dict[UUID, Colleague]:
    query = (
        select(Person.id, Person.name, Membership.role, Membership.active, Person.disabled_at)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.estate_id == estate_id, Person.id.in_(people))
    )
    return {
        id_: Colleague(name, role.value, active and disabled_at is None)
        for id_, name, role, active, disabled_at in session.execute(query)
    }


def _pins(session: Session, estate_id: UUID, items: Sequence[Item]) -> dict[UUID, str]:
    sealed = [(item, item.body.sealed_pin) for item in items if isinstance(item.body, Cosign) and item.body.sealed_pin]
    return {
        item.id: check_pin_of(session, estate_id, item.body.signer, pin, item.id, now=item.received_at)
        for item, pin in sealed
    }
