"""What of check sheets people are told: a sheet that waits for the manager, and somebody found at fault twice."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import OVERSEERS, Role
from webapp.domains.checks.models import CheckSheet
from webapp.domains.checks.queries import slips_of, standing
from webapp.domains.checks.telling import told
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due
from webapp.ground.people.departments.queries import departments

KINDS = read_kinds("checks", Path(__file__).with_name("notices.yaml"))
# What lies longer is looked for in the list.
LOOKED_BACK = timedelta(days=14)


def sheets_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer what is to be told of the sheets of the last two weeks."""
    since = (now - LOOKED_BACK).date()
    query = select(CheckSheet).where(CheckSheet.estate_id == estate_id, CheckSheet.day >= since)
    sheets = session.scalars(query.order_by(CheckSheet.day)).all()
    names = {one.kind: one.name for one in departments(session, estate_id)} if sheets else {}
    joint = effective(session.get_one(Estate, estate_id).settings)["supervisor_may_act_as_manager"]
    managers = (Role.MANAGER, Role.OFFICE_MANAGER, *((Role.SUPERVISOR,) if joint else ()))
    slips = slips_of(session, estate_id, [sheet.id for sheet in sheets])
    data = told(session, estate_id, sheets)
    for sheet in sheets:
        params = {"dept": names[sheet.dept], "day": sheet.day.isoformat(), "by": sheet.by_name, "serial": sheet.serial}
        serious = len(standing(sheet, slips).without_slip)
        if sheet.signer_id is None or serious:
            kind = "serious" if serious else "to_sign"
            yield _due(kind, sheet, str(sheet.id), {**params, "n": serious}, managers)
        for one in data[sheet.id]["repeated"]:
            yield _due("repeated", sheet, "/".join(one["rows"]), {**params, "name": one["personName"]}, OVERSEERS)


def _due(kind: str, sheet: CheckSheet, key: str, params: dict[str, object], roles: tuple[Role, ...]) -> Due:
    return Due(kind=KINDS[kind], key=f"{kind}/{key}"[:160], path=f"/checks/{sheet.id}", params=params, roles=roles)
