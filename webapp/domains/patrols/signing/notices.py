"""What is told of pages of the patrol book: to be signed, overdue (PAT-R06), sent back, skipped, to be made up."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.actor import Role
from webapp.domains.patrols.models import PatrolRecord
from webapp.domains.patrols.queries import given_to
from webapp.domains.patrols.rules.left_out import made_up_until
from webapp.domains.patrols.signing.models import PatrolAct
from webapp.domains.patrols.signing.queries import standings
from webapp.domains.patrols.signing.rules import Standing, State
from webapp.ground.calendar.rules import next_working_day_end
from webapp.ground.estates.models import Estate
from webapp.ground.estates.settings import effective
from webapp.ground.notices.kinds import read_kinds
from webapp.ground.notices.rules import Due

KINDS = read_kinds("patrols", Path(__file__).with_name("notices.yaml"))
# What lies longer is looked for at the desk.
LOOKED_BACK = timedelta(days=14)


def pages_to_tell(session: Session, estate_id: UUID, now: datetime) -> Iterator[Due]:
    """Answer what is to be told of the pages of the last two weeks that somebody has ended."""
    estate = session.get_one(Estate, estate_id)
    pages = _pages(session, estate_id, (now - LOOKED_BACK).date())
    for record_id, standing in standings(session, estate_id, list(pages)).items():
        yield from _told(pages[record_id], standing, estate, now)
        yield from _left_out(session, pages[record_id], standing, estate)


def _pages(session: Session, estate_id: UUID, since: date) -> dict[UUID, PatrolRecord]:
    ended = select(PatrolAct.record_id).where(PatrolAct.estate_id == estate_id, PatrolAct.day >= since)
    query = select(PatrolRecord).where(PatrolRecord.estate_id == estate_id, PatrolRecord.id.in_(ended))
    return {page.id: page for page in session.scalars(query)}


def _told(page: PatrolRecord, standing: Standing, estate: Estate, now: datetime) -> Iterator[Due]:
    since, finish, remark = standing.awaits_manager_since, standing.finish, standing.remark
    if since and finish:
        settings, zone = effective(estate.settings), estate.timezone
        due_at = next_working_day_end(since, zone, settings["holidays"], settings["make_up_days"])
        kind = "sign_off_passed" if now > due_at else "to_sign_off"
        due = due_at.astimezone(ZoneInfo(zone)).strftime("%m-%d %H:%M")
        yield _due(page, kind, finish.id, {"by": finish.signer_name, "due": due}, roles=_signers(settings))
    if standing.state is State.RETURNED and finish and remark:
        yield _due(page, "sent_back", remark.id, {"remark": remark.note or ""}, people=(finish.signer_id,))


def _left_out(session: Session, page: PatrolRecord, standing: Standing, estate: Estate) -> Iterator[Due]:
    """A round is never skipped silently; who walks it learns what an overseer wants made up."""
    settings, zone = effective(estate.settings), estate.timezone
    for one in standing.skips:
        if one.detail["whole"]:
            told = {"by": one.signer_name, "why": one.note or ""}
            yield _due(page, "round_skipped", one.id, told, roles=_signers(settings))
    walkers = _walkers(session, page, standing)
    until = made_up_until(page.day, zone, settings).astimezone(ZoneInfo(zone)).strftime("%m-%d %H:%M")
    for one in standing.make_ups:
        others = tuple(walker for walker in walkers if walker != one.signer_id)
        if others:
            asked: dict[str, object] = {"n": len(one.detail["places"]), "why": one.note or "", "due": until}
            yield _due(page, "to_make_up", one.id, asked, people=others)


def _walkers(session: Session, page: PatrolRecord, standing: Standing) -> list[UUID]:
    """Answer who walks the round: whom it was handed to, else whom the plan of its day gives it to."""
    if standing.handed_to or page.route_id is None:
        return [standing.handed_to] if standing.handed_to else []
    return given_to(session, page.estate_id, page.day).get(page.route_id, [])


def _signers(settings: Mapping[str, object]) -> tuple[Role, ...]:
    return (Role.MANAGER, Role.SUPERVISOR) if settings["supervisor_may_act_as_manager"] else (Role.MANAGER,)


def _due(
    page: PatrolRecord,
    kind: str,
    turn: UUID,
    params: Mapping[str, object],
    *,
    roles: tuple[Role, ...] = (),
    people: tuple[UUID, ...] = (),
) -> Due:
    return Due(
        kind=KINDS[kind],
        key=f"{kind}/{page.id}/{turn}",
        path=f"/round/{page.id}",
        params={"serial": page.serial, "day": page.day.isoformat(), **params},
        roles=roles,
        people=people,
    )
