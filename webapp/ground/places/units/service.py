"""Says of units what they are; what they were stays in their history."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.orm import Session

from webapp.core.actor import Person, Somebody
from webapp.core.bulk import insert_many
from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Unit, UnitStatusRow
from webapp.ground.places.rules import StatusSource
from webapp.ground.places.units.rules import Standing, check_change

UNIT = "places.unit"

_ADDING = insert(UnitStatusRow)
# Neither store takes more parameters in one statement than some 32,000.
_AT_ONCE = 10_000


def set_statuses(
    session: Session,
    estate_id: UUID,
    standings: Mapping[UUID, Standing],
    *,
    reason: str,
    source: StatusSource,
    by: Somebody | None,
    now: datetime,
) -> None:
    """Let stored units be what they are said to be, and add it to the history of each.

    The one way to write a status; a unit just stored begins its history by it. The caller leaves out units of which
    nothing new is said, and tells phones (UNIT). Units that the session has loaded are to be read again.

    by  None for the command line and for what time does by itself
    """
    said_by = {"by_id": by and by.id, "by_name": by and by.name}
    row = {"estate_id": estate_id, "reason": reason, "source": source, "at": now, **said_by}
    together: defaultdict[Standing, list[UUID]] = defaultdict(list)
    rows = []
    for unit_id, said in standings.items():
        together[said].append(unit_id)
        rows.append({**row, "id": new_id(), "unit_id": unit_id, **_columns(said)})
    for said, unit_ids in together.items():
        _set_columns(session, estate_id, unit_ids, said)
    insert_many(session, _ADDING, rows)


def change_status(
    session: Session, estate_id: UUID, unit_id: UUID, after: Standing, reason: str, *, by: Person, now: datetime
) -> None:
    """Say by hand what a unit is, and tell the phones.

    Raises NotFound, StatusUnchanged, SinceInFuture, LetNeedsVacant.
    """
    unit = session.get(Unit, (estate_id, unit_id), with_for_update=True)
    if unit is None:
        raise NotFound(unit=str(unit_id))
    today = day_of(now, session.get_one(Estate, estate_id).timezone)
    check_change(Standing(unit.status, unit.renovating, unit.since), after, today)
    set_statuses(session, estate_id, {unit_id: after}, reason=reason, source=StatusSource.HAND, by=by, now=now)
    touch(session, estate_id, [(UNIT, unit_id)])


def _columns(said: Standing) -> dict[str, object]:
    return {"status": said.status, "renovating": said.renovating, "since": said.since}


def _set_columns(session: Session, estate_id: UUID, unit_ids: list[UUID], said: Standing) -> None:
    for start in range(0, len(unit_ids), _AT_ONCE):
        some = unit_ids[start : start + _AT_ONCE]
        statement = update(Unit).where(Unit.estate_id == estate_id, Unit.id.in_(some)).values(**_columns(said))
        session.execute(statement, execution_options={"synchronize_session": False})
