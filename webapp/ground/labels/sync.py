"""What phones hold of labels, and the two things they do to them: hang one, and claim a blank one for a place."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.domain import Decision, Item, PushKind, Refused
from webapp.core.held import held_by_all
from webapp.core.wire import plain
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import as_label, labels_about
from webapp.ground.labels.rules import (
    Claim,
    ClaimFacts,
    Hang,
    Label,
    claim_rows,
    decide_claim,
    decide_hang,
    hang_rows,
)
from webapp.ground.places.models import Place

Data = dict[str, Any]


def _labels(session: Session, rows: Sequence[LabelRow]) -> Iterable[Data]:
    return [
        {
            "code": row.code,
            "targetKind": row.target_kind,
            "targetId": str(row.target_id),
            "spot": row.spot,
            "generation": row.generation,
            "state": as_label(row).state.value,
            "revokedAt": plain(row.revoked_at),
            "reason": row.reason,
        }
        for row in rows
    ]


def _hang_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> Sequence[Label]:
    codes = {item.body.code for item in items}
    places = {item.body.place_id for item in items}
    return labels_about(session, estate_id, codes, places)


def _hang(item: Item, labels: Sequence[Label]) -> Decision:
    # Sync keeps items about one record in order: two scans at a place must know of each other.
    if item.about != item.body.place_id:
        return Refused("core.bad_shape", {"field": "about"})
    return decide_hang(item.body, labels)


def _claim_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> ClaimFacts:
    claims: list[Claim] = [item.body for item in items]
    places = {claim.place_id for claim in claims}
    in_use = select(Place.id, Place.name).where(Place.estate_id == estate_id, Place.active, Place.id.in_(places))
    return ClaimFacts(
        labels=labels_about(session, estate_id, {claim.code for claim in claims}, places),
        places={row.id: row.name for row in session.execute(in_use)},
        # Sync keeps no order between two places: one label claimed at both must not go to both.
        earlier={
            (claim.code, claim.place_id): [before for before in claims[:index] if before.code == claim.code]
            for index, claim in enumerate(claims)
        },
    )


def _claim(item: Item, facts: ClaimFacts) -> Decision:
    if item.about != item.body.place_id:
        return Refused("core.bad_shape", {"field": "about"})
    return decide_claim(item.body, facts)


PULL = (held_by_all("places.label", LabelRow, _labels),)
HANG = PushKind(name="labels.hang", version=1, body=Hang, facts=_hang_facts, decide=_hang, rows=hang_rows, acts=True)
CLAIM = PushKind(
    name="labels.claim", version=1, body=Claim, facts=_claim_facts, decide=_claim, rows=claim_rows, acts=True
)
PUSH = (HANG, CLAIM)
