"""A register as the office binds it: one line a record, with the signatures that were drawn."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.domains.keys.models import KeyActRow
from webapp.domains.keys.registers.cells import Reader, all_lines
from webapp.domains.keys.registers.queries import Asked, Data, Register
from webapp.domains.keys.rules.states import KeyAct
from webapp.ground.estates.models import Estate
from webapp.ground.paper.listing import Cell, Drawn, Listing
from webapp.ground.signatures.drawing import drawing_of

# Column by its share of the width: what the paper registers have, the rest is on the single page.
WIDTHS: dict[Register, Mapping[str, float]] = {
    "mandates": {
        "serial": 7,
        "date": 5,
        "placeName": 9,
        "keyNo": 5,
        "ownerName": 6,
        "quantity": 3,
        "reason": 10,
        "collectionRequirements": 13,
        "custodyUntil": 5,
        "byName": 5,
        "handedOverAt": 7,
        "collector": 5,
        "proof": 5,
    },
    "loans": {
        "serial": 7,
        "lentAt": 7,
        "keyNo": 5,
        "placeName": 8,
        "quantity": 3,
        "dueAt": 7,
        "reason": 5,
        "borrower": 8,
        "department": 5,
        "phone": 6,
        "lentBy": 5,
        "returnedAt": 7,
        "returnedQuantity": 3,
        "receiver": 8,
    },
    "memos": {
        "serial": 8,
        "openedAt": 6,
        "keyNo": 5.5,
        "placeName": 8,
        "what": 4,
        "reportedBy": 5,
        "course": 17,
        "agreedBy": 5,
        "agreedHow": 4,
        "outcome": 4,
        "cost": 5,
        "payer": 5,
        "result": 11,
        "closedAt": 6,
    },
}
# Who signs in which column, and by which acts.
_SIGNED: Mapping[str, Sequence[KeyAct]] = {
    "borrower": (KeyAct.LEND, KeyAct.TAKE),
    "receiver": (KeyAct.RETURN,),
}
Drawings = Mapping[tuple[str, str], str]


def listing(session: Session, estate: Estate, which: Register, asked: Asked) -> Listing:
    """Answer the register's lines of these days, all of them."""
    reader, widths = Reader.of(estate, which), WIDTHS[which]
    found = list(all_lines(session, estate, which, asked))
    drawn = _drawings(session, estate.id, [UUID(line["id"]) for line in found]) if which == "loans" else {}
    return Listing(
        language=reader.say.language,
        title=reader.title,
        estate=estate.name,
        span=_span(asked),
        columns=reader.heads(list(widths)),
        widths=list(widths.values()),
        rows=[[_cell(reader, line, name, drawn) for name in widths] for line in found],
    )


def _span(asked: Asked) -> str:
    return " — ".join(day.isoformat() for day in (asked.since, asked.until) if day)


def _cell(reader: Reader, line: Data, name: str, drawn: Drawings) -> Cell:
    text = str(reader.cell(line, name))
    drawing = drawn.get((line["id"], name))
    return Drawn(drawing, text) if drawing else text


def _drawings(session: Session, estate_id: UUID, loans: Sequence[UUID]) -> Drawings:
    """Answer by loan and column the signatures that are not erased."""
    acts = {act: column for column, signing in _SIGNED.items() for act in signing}
    query = select(KeyActRow.loan_id, KeyActRow.act, KeyActRow.private).where(KeyActRow.estate_id == estate_id)
    rows = session.execute(query.where(KeyActRow.loan_id.in_(loans), KeyActRow.act.in_(acts)))
    return {
        (str(loan_id), acts[act]): drawing_of(private["strokes"])
        for loan_id, act, private in rows
        if private and private.get("strokes")
    }
