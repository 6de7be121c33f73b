"""Makes labels for places and blank ones, and takes them out of use."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from webapp.core.bulk import insert_many
from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.labels.code import new_code
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import caption, label_by_code, labels_of_places
from webapp.ground.labels.refusals import NothingToPrint
from webapp.ground.labels.rules import (
    BLANK,
    PLACE,
    LabelState,
    Printed,
    RevokedAs,
    newest_by_spot,
    next_generation,
)
from webapp.ground.places.models import Place

LABEL = "places.label"
_NEW = insert(LabelRow)


def labels_to_print(
    session: Session, estate_id: UUID, places: Sequence[Place], *, reprint: bool, now: datetime
) -> dict[UUID, Printed]:
    """Answer the labels to print for `places` by id, in the order of the places, making those that are missing.

    Labels printed before but not hung yet come again with the same code; spots with a label on the wall are left out.
    With `reprint` every spot gets a new label, which lets the old one go once it is hung and scanned.
    Raises NothingToPrint.
    """
    held = labels_of_places(session, estate_id, (place.id for place in places))
    sheet: dict[UUID, Printed] = {}
    made: list[dict[str, Any]] = []
    for place in places:
        generation = next_generation(held[place.id])
        for spot, newest in newest_by_spot(held[place.id]).items():
            if reprint or newest is None:
                made.append(_row(estate_id, PLACE, place.id, spot, generation, now))
                sheet[made[-1]["id"]] = Printed(made[-1]["code"], caption(place.name, spot, PLACE))
            elif newest.state is LabelState.PRINTED:
                sheet[newest.id] = Printed(newest.code, caption(place.name, spot, PLACE))
    if not sheet:
        raise NothingToPrint(places=len(places))
    _keep(session, estate_id, made)
    return sheet


def make_blanks(session: Session, estate_id: UUID, count: int, *, now: datetime) -> dict[UUID, Printed]:
    """Make `count` labels that belong nowhere yet, for a roll to take along; answer them by id."""
    made = [_row(estate_id, BLANK, None, "", 1, now) for _ in range(count)]
    _keep(session, estate_id, made)
    return {row["id"]: Printed(row["code"], caption(None, "", BLANK)) for row in made}


def tags_to_print(
    session: Session, estate_id: UUID, kind: str, things: Mapping[UUID, str | None], *, now: datetime
) -> list[Printed]:
    """Answer the tags of things that are no places, in their order, making those that are missing.

    things  what each shows besides its code, by id: None for nothing
    """
    query = select(LabelRow).where(LabelRow.estate_id == estate_id, LabelRow.target_kind == kind)
    there = query.where(LabelRow.target_id.in_(things), LabelRow.revoked_at.is_(None)).order_by(LabelRow.generation)
    codes = {row.target_id: row.code for row in session.scalars(there)}
    made = [_row(estate_id, kind, thing, "", 1, now) for thing in things if thing not in codes]
    codes |= {row["target_id"]: row["code"] for row in made}
    _keep(session, estate_id, made)
    return [Printed(codes[thing], shown) for thing, shown in things.items()]


def make_one(session: Session, place: Place, spot: str | None, *, now: datetime) -> LabelRow:
    """Make one more label for the place; once hung it lets an older one at the same spot go, and no other.

    spot  where at the place it goes; None: a spot of its own, named by the next number
    """
    (held,) = labels_of_places(session, place.estate_id, [place.id]).values()
    where = spot if spot is not None else str(len(newest_by_spot(held)) + 1) if held else ""
    row = _row(place.estate_id, PLACE, place.id, where, next_generation(held), now)
    _keep(session, place.estate_id, [row])
    return session.get_one(LabelRow, (place.estate_id, row["id"]))


def revoke_label(
    session: Session,
    estate_id: UUID,
    code: str,
    reason: str,
    *,
    kind: RevokedAs | None = None,
    by: UUID | None = None,
    now: datetime,
) -> None:
    """Take a lost or copied label out of use at once; the first reason stands. Raises NotFound."""
    row = label_by_code(session, estate_id, code)
    if row is None:
        raise NotFound(label=code)
    if row.revoked_at is None:
        row.revoked_at, row.revoked_by, row.revoked_as, row.reason = now, by, kind, reason
        session.flush()
        touch(session, estate_id, [(LABEL, row.id)])


def _row(estate_id: UUID, kind: str, target: UUID | None, spot: str, generation: int, now: datetime) -> dict[str, Any]:
    id_ = new_id()
    return {
        "estate_id": estate_id,
        "id": id_,
        "code": new_code(),
        "target_kind": kind,
        "target_id": target or id_,
        "spot": spot,
        "generation": generation,
        "made_at": now,
    }


def _keep(session: Session, estate_id: UUID, rows: Sequence[dict[str, Any]]) -> None:
    insert_many(session, _NEW, rows)
    touch(session, estate_id, [(LABEL, row["id"]) for row in rows])
