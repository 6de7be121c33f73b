"""Says of a unit what it is; what it was stays in its history."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from webapp.core.actor import Person
from webapp.core.errors import NotFound
from webapp.core.feed import touch
from webapp.core.ids import new_id
from webapp.ground.calendar.rules import day_of
from webapp.ground.estates.models import Estate
from webapp.ground.places.models import Unit, UnitStatusRow
from webapp.ground.places.rules import StatusSource, UnitStatus
from webapp.ground.places.units.rules import Standing, check_change

UNIT = "places.unit"


def set_status(  # noqa: PLR0913  # what, since when, why, by whom: each is a column of the history
    session: Session,
    unit: Unit,
    status: UnitStatus,
    renovating: bool,
    *,
    since: date | None,
    reason: str,
    source: StatusSource,
    by: Person | None,
    now: datetime,
) -> bool:
    """Let the unit be this from `since` on, add it to the history, and say whether that is anything new.

    The one place that writes a status; a unit not stored yet (without any) begins its history here. The caller checks
    what a hand may do, and tells phones (UNIT): a register changes thousands at once. Only a hand corrects the day of a
    status that stays; a register that says the same again says nothing new.

    since  a day of the estate; None where nobody knows
    by     None for the command line and for what time does by itself
    """
    stays = (unit.status, unit.renovating) == (status, renovating)
    if stays and (source is not StatusSource.HAND or unit.since == since):
        return False
    unit.status, unit.renovating, unit.since = status, renovating, since
    session.add(
        UnitStatusRow(
            unit=unit,
            id=new_id(),
            status=status,
            renovating=renovating,
            since=since,
            reason=reason,
            source=source,
            by_id=by and by.id,
            by_name=by and by.name,
            at=now,
        )
    )
    return True


def change_status(
    session: Session, estate_id: UUID, unit_id: UUID, after: Standing, reason: str, *, by: Person, now: datetime
) -> Unit:
    """Say by hand what a unit is, tell the phones, and answer it.

    Raises NotFound, StatusUnchanged, SinceInFuture, LetNeedsVacant.
    """
    unit = session.get(Unit, (estate_id, unit_id), with_for_update=True)
    if unit is None:
        raise NotFound(unit=str(unit_id))
    today = day_of(now, session.get_one(Estate, estate_id).timezone)
    check_change(Standing(unit.status, unit.renovating, unit.since), after, today)
    set_status(
        session,
        unit,
        after.status,
        after.renovating,
        since=after.since,
        reason=reason,
        source=StatusSource.HAND,
        by=by,
        now=now,
    )
    session.flush()
    touch(session, estate_id, [(UNIT, unit.id)])
    return unit
