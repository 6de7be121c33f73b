"""Makes labels for places, and takes them out of use."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.errors import DomainError, NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.labels.code import new_code
from webapp.ground.labels.models import LabelRow
from webapp.ground.labels.queries import PLACE, label_by_code, labels_about
from webapp.ground.labels.rules import Label, LabelState, Printed
from webapp.ground.places.models import Place

LABEL = "places.label"


class NothingToPrint(DomainError):
    """Every place asked for has its label on the wall already."""

    code = "labels.nothing_to_print"


def labels_to_print(
    session: Session, estate_id: UUID, places: Sequence[Place], *, reprint: bool, now: datetime
) -> list[Printed]:
    """Answer the labels to print for `places`, in their order, making those that are missing.

    Labels printed before but not hung yet come again with the same code; places with a label on the wall are left
    out. With `reprint` every place gets a new label, which lets the old one go once it is hung and scanned.
    Raises NothingToPrint.
    """
    held: dict[UUID, list[Label]] = {place.id: [] for place in places}
    for label in labels_about(session, estate_id, places=held.keys()):
        held[label.target].append(label)
    sheet, made = [], []
    for place in places:
        newest = _newest_in_use(held[place.id])
        if reprint or newest is None:
            made.append(_make(session, place, held[place.id], now))
            sheet.append(Printed(made[-1].code, place.name))
        elif newest.state is LabelState.PRINTED:
            sheet.append(Printed(newest.code, place.name))
    if not sheet:
        raise NothingToPrint(places=len(places))
    session.flush()
    touch(session, estate_id, [(LABEL, row.id) for row in made])
    return sheet


def _newest_in_use(labels: Sequence[Label]) -> Label | None:
    in_use = [label for label in labels if label.state is not LabelState.REVOKED]
    return max(in_use, key=lambda label: label.generation, default=None)


def _make(session: Session, place: Place, held: Sequence[Label], now: datetime) -> LabelRow:
    row = LabelRow(
        estate_id=place.estate_id,
        id=new_id(),
        code=new_code(),
        target_kind=PLACE,
        target_id=place.id,
        generation=max((label.generation for label in held), default=0) + 1,
        made_at=now,
    )
    session.add(row)
    return row


def revoke_label(session: Session, estate_id: UUID, code: str, reason: str, *, now: datetime) -> None:
    """Take a lost or copied label out of use at once; the first reason stands. Raises NotFound."""
    row = label_by_code(session, estate_id, code)
    if row is None:
        raise NotFound(label=code)
    if row.revoked_at is None:
        row.revoked_at, row.reason = now, reason
        session.flush()
        touch(session, estate_id, [(LABEL, row.id)])
