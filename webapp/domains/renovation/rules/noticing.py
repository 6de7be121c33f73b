"""Violations and rectification notices (transition 12; `renovation.md` 9). Pure."""

from typing import Any

from msgspec.structs import replace

from webapp.core.domain import Refused
from webapp.domains.renovation.rules.acting import NOTICE_FORM, Ruling, Scene
from webapp.domains.renovation.rules.limits import notice_state_on
from webapp.domains.renovation.rules.shapes import NoticeIn
from webapp.domains.renovation.rules.site_bodies import EscalateNotice, GiveNotice, OfNotice, VerifyNotice
from webapp.domains.renovation.rules.standing import Notice, Round
from webapp.domains.renovation.rules.states import NoticeState, RequestKind, RequestState
from webapp.ground.checklists.words import bare_normal

# Load-bearing parts, gas and common systems, fire: these begin as major (REN-R05).
GRAVE = frozenset({"RN-02", "RN-03", "RN-07", "RN-09"})
_OPEN = (NoticeState.ISSUED, NoticeState.ESCALATED)


def notice_there(scene: Scene) -> Refused | None:
    """Refuse a notice that this renovation does not have."""
    body: OfNotice = scene.body
    return None if scene.known and body.notice_id in scene.known.notices else Refused("renovation.unknown_notice")


def stopped_first(scene: Scene) -> Refused | None:
    """Let work be stopped on the spot before the notice is written (REN-R01)."""
    return None if scene.body.stopped_at else Refused("renovation.not_stopped")


def written(scene: Scene) -> NoticeIn:
    """Answer the notice that an act brings."""
    notice: NoticeIn = scene.body.notice
    return notice


def notice_given(scene: Scene) -> Refused | None:
    """Let what failed come with a notice."""
    return None if scene.body.notice else Refused("renovation.notice_needed")


def notice_whole(scene: Scene) -> Refused | None:
    """Let a notice say something, and leave time."""
    notice = written(scene)
    if notice.notice_id in scene.facts.taken:
        return Refused("renovation.notice_repeated")
    if bare_normal(notice.description, scene.settings["bare_normal_words"]):
        return Refused("renovation.bare_normal")
    if notice.due_on < scene.today:
        return Refused("renovation.due_in_past")
    return _change_found_built(scene)


def _change_found_built(scene: Scene) -> Refused | None:
    # REN-R15: only a change that nobody approved is a violation.
    change_id = getattr(scene.body, "change_id", None)
    if change_id is None:
        return None
    assert scene.known
    change = scene.known.requests.get(change_id)
    if change is None or change.kind is not RequestKind.PLAN_CHANGE:
        return Refused("renovation.unknown_request")
    return Refused("renovation.change_approved") if change.state is RequestState.APPROVED else None


def notice_served(scene: Scene) -> Refused | None:
    """Let who gets the notice sign for it, or a witness stand by who will not."""
    notice = written(scene)
    if notice.refused_to_sign:
        return None if notice.witness.strip() else Refused("renovation.witness_missing")
    role = notice.served_to.role
    return None if scene.private.signed_by(role) else Refused("renovation.signature_missing", {"as": role})


def notice_open(scene: Scene) -> Refused | None:
    """Let only what is not put right yet be said to be."""
    return _in_state(scene, *_OPEN)


def notice_not_verified(scene: Scene) -> Refused | None:
    """Let only what is not verified be looked at."""
    return _in_state(scene, *_OPEN, NoticeState.REPORTED_FIXED)


def _in_state(scene: Scene, *states: NoticeState) -> Refused | None:
    state = held(scene).state
    return None if state in states else Refused("renovation.notice_wrong_state", {"state": state.value})


def new_due_when_failed(scene: Scene) -> Refused | None:
    """Let what is still wrong have a new day."""
    return None if scene.body.passed else new_due(scene)


def new_due(scene: Scene) -> Refused | None:
    """Let a new day be set, and none that is over."""
    due = scene.body.due_on
    if due is None:
        return Refused("renovation.due_missing")
    return Refused("renovation.due_in_past") if due < scene.today else None


def notice_overdue_or_refused(scene: Scene) -> Refused | None:
    """Let only a notice go higher that is overdue, or that was refused (REN-R03)."""
    notice = held(scene)
    refused = notice.refused_to_sign and notice.state is NoticeState.ISSUED
    is_due = notice_state_on(notice, scene.today) is NoticeState.OVERDUE
    return None if refused or is_due else Refused("renovation.not_overdue")


def held(scene: Scene) -> Notice:
    """Answer the notice that the act names."""
    assert scene.known
    return scene.known.notices[scene.body.notice_id]


def give_notice(scene: Scene) -> Ruling:
    """Write the notice."""
    notice = noticed(scene)
    return Ruling(scene.case, notices=[notice], page=(NOTICE_FORM, str(notice.id)))


def noticed(scene: Scene) -> Notice:
    """Answer the notice as it is issued."""
    told, body = written(scene), scene.body
    grave = not GRAVE.isdisjoint(told.items)
    return Notice(
        id=told.notice_id,
        renovation_id=scene.case.id,
        visit_id=body.visit_id if isinstance(body, GiveNotice) else None,
        change_id=body.change_id if isinstance(body, GiveNotice) else None,
        items=told.items,
        description=told.description,
        photos=told.photos,
        grade="major" if grave else "general",
        state=NoticeState.ISSUED,
        stopped_at=body.stopped_at if isinstance(body, GiveNotice) else None,
        due_on=told.due_on,
        served_to=told.served_to,
        refused_to_sign=told.refused_to_sign,
        witness=told.witness,
        issued=scene.who,
    )


def report_fixed(scene: Scene) -> Ruling:
    """Note that the customer says it is put right (REN-R02)."""
    return _changed(scene, state=NoticeState.REPORTED_FIXED, fixed=scene.who)


def verify(scene: Scene) -> Ruling:
    """Keep what somebody saw on site: it is in order, or has a new day."""
    body: VerifyNotice = scene.body
    look = Round(
        at=scene.item.corrected_at,
        by_name=scene.item.by_name,
        passed=body.passed,
        note=body.note,
        photos=body.photos,
    )
    rounds = (*held(scene).rounds, look)
    if body.passed:
        return _changed(scene, state=NoticeState.VERIFIED, verified=scene.who, rounds=rounds)
    return _changed(scene, state=NoticeState.ISSUED, due_on=body.due_on, fixed=None, rounds=rounds)


def escalate(scene: Scene) -> Ruling:
    """Take it higher: a violation case, or the enforcement authority (REN-R03)."""
    body: EscalateNotice = scene.body
    return _changed(scene, state=NoticeState.ESCALATED, escalated=scene.who, escalated_to=body.to)


def _changed(scene: Scene, **fields: Any) -> Ruling:
    return Ruling(scene.case, notices=[replace(held(scene), **fields)])
