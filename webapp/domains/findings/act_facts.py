"""What the estate knows when a batch of acts on findings comes in: one query a table, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from msgspec.structs import replace
from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from webapp.core.bulk import fetch
from webapp.core.domain import Item
from webapp.domains.findings.facts import zone_of
from webapp.domains.findings.models import Finding, FindingAct
from webapp.domains.findings.rules.acting import ActDone, ActFacts, KnownFinding, LabelThere
from webapp.domains.findings.rules.bodies import Sign, Verify
from webapp.domains.findings.rules.smell import SMELL_ITEM
from webapp.domains.findings.rules.standing import Smell, Standing, from_columns
from webapp.ground.estates.judged import settings_of
from webapp.ground.labels.models import LabelRow
from webapp.ground.logbook.receipts import hashes_of
from webapp.ground.people.departments.queries import departments

_FINDINGS = select(*Finding.__table__.columns).where(
    Finding.estate_id == bindparam("estate"), Finding.id.in_(bindparam("ids", expanding=True))
)
_ACTS = (
    select(FindingAct.finding_id, FindingAct.id, FindingAct.act, FindingAct.by_id, FindingAct.by_name)
    .add_columns(FindingAct.at, FindingAct.said)
    .where(FindingAct.estate_id == bindparam("estate"), FindingAct.finding_id.in_(bindparam("ids", expanding=True)))
    .order_by(FindingAct.entry)
)
_LABELS = select(LabelRow.code, LabelRow.target_id, LabelRow.revoked_at).where(
    LabelRow.estate_id == bindparam("estate"), LabelRow.code.in_(bindparam("codes", expanding=True))
)


def act_facts(session: Session, estate_id: UUID, items: Sequence[Item]) -> ActFacts:
    """Answer what the ways of `rules.ways` need for these acts."""
    ids = list({item.body.finding_id for item in items})
    acts = acts_of(session, estate_id, ids)
    rows = fetch(session, _FINDINGS, estate=estate_id, ids=ids)
    return ActFacts(
        found={row.id: _known(row._asdict(), acts[row.id]) for row in rows},
        settings=settings_of(session, estate_id, items),
        zone=zone_of(session, estate_id),
        departments=departments(session, estate_id),
        labels=_labels(session, estate_id, items),
        hashes=hashes_of(session, estate_id, _named(items)),
    )


def acts_of(session: Session, estate_id: UUID, ids: Sequence[UUID]) -> Mapping[UUID, list[ActDone]]:
    """Answer all that was done about each of these findings, oldest first."""
    acts: defaultdict[UUID, list[ActDone]] = defaultdict(list)
    for finding_id, *done in fetch(session, _ACTS, estate=estate_id, ids=list(ids)):
        acts[finding_id].append(ActDone(*done))
    return acts


def _known(row: Mapping[str, Any], acts: Sequence[ActDone]) -> KnownFinding:
    return KnownFinding(standing_of(row), row["place_id"], row["found_at"], row["by_id"], row["item_id"], acts)


def standing_of(row: Mapping[str, Any]) -> Standing:
    """Answer how a stored finding stands; a smell reported before there were steps has them all before it."""
    standing = from_columns(row)
    smells = row["item"] == SMELL_ITEM and standing.smell is None
    return replace(standing, smell=Smell()) if smells else standing


def _labels(session: Session, estate_id: UUID, items: Iterable[Item]) -> dict[str, LabelThere]:
    codes = {item.body.scan.code for item in items if isinstance(item.body, Verify) and item.body.scan.code}
    rows = fetch(session, _LABELS, estate=estate_id, codes=list(codes)) if codes else []
    return {code: LabelThere(place_id, revoked_at) for code, place_id, revoked_at in rows}


def _named(items: Iterable[Item]) -> list[UUID]:
    return [one.id for item in items if isinstance(item.body, Sign) for one in item.body.seen]
