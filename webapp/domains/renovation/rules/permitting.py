"""The permit, and workers' passes (transitions 10 and 11; REN-R10, REN-R12). Pure."""

from collections.abc import Iterator

from msgspec.structs import replace

from webapp.core.domain import Refused
from webapp.domains.renovation.rules import limits, money
from webapp.domains.renovation.rules.acting import PASS_FORM, Ruling, Scene
from webapp.domains.renovation.rules.bodies import (
    AddWorker,
    Asked,
    IssuePass,
    IssuePermit,
    OfPass,
)
from webapp.domains.renovation.rules.papers import is_whole
from webapp.domains.renovation.rules.scanning import judge
from webapp.domains.renovation.rules.standing import Pass
from webapp.domains.renovation.rules.states import CaseState, PassState

# What may still come back.
_OUT = (PassState.ISSUED, PassState.LOST, PassState.REVOKED)


def pass_there(scene: Scene) -> Refused | None:
    """Refuse a pass that this renovation does not have."""
    body: OfPass = scene.body
    return None if scene.known and body.pass_id in scene.known.passes else Refused("renovation.unknown_pass")


def pass_new(scene: Scene) -> Refused | None:
    """Refuse a pass that is there already."""
    return Refused("renovation.pass_repeated") if scene.body.pass_id in scene.facts.taken else None


def joint_check_done(scene: Scene) -> Refused | None:
    """Let nothing be issued before the joint check (REN-R10)."""
    return None if scene.case.joint_check else Refused("renovation.joint_check_missing")


def worker_listed(scene: Scene) -> Refused | None:
    """Let only workers of the list have a pass (REN-R12)."""
    body: IssuePass = scene.body
    return None if scene.case.worker(body.worker_id) else Refused("renovation.unknown_worker")


def worker_whole(scene: Scene) -> Refused | None:
    """Let only workers have a pass whose ID was shown and of whom there are two photos (REN-R12)."""
    body: IssuePass = scene.body
    worker = scene.case.worker(body.worker_id)
    assert worker
    if is_whole(worker, scene.settings):
        return None
    return Refused("renovation.worker_incomplete", {"workers": [str(worker.worker_id)]})


def worker_new(scene: Scene) -> Refused | None:
    """Refuse a worker who is on the list."""
    body: AddWorker = scene.body
    return Refused("renovation.worker_repeated") if scene.case.worker(body.worker.worker_id) else None


def worker_added_whole(scene: Scene) -> Refused | None:
    """Let only somebody come on the list whose ID was shown and of whom there are two photos (REN-R12)."""
    body: AddWorker = scene.body
    if is_whole(body.worker, scene.settings):
        return None
    return Refused("renovation.worker_incomplete", {"workers": [str(body.worker.worker_id)]})


def one_pass_each(scene: Scene) -> Refused | None:
    """Refuse a second pass while the first is good."""
    body: IssuePass = scene.body
    has = any(one.worker_id == body.worker_id and one.state is PassState.ISSUED for one in _passes(scene))
    return Refused("renovation.pass_repeated") if has else None


def pass_paid(scene: Scene) -> Refused | None:
    """Let no pass be made out that was not paid for."""
    assert scene.known
    if len(scene.known.passes) < money.passes_paid(scene.known.receipts):
        return None
    return Refused("renovation.lines_missing", {"lines": [money.PASS_COST]})


def asked_by_one_in_charge(scene: Scene) -> Refused | None:
    """Let only the person in charge ask for more workers, showing the permit and the own pass."""
    body: Asked = scene.body
    if body.asked_by != scene.case.person_in_charge:
        return Refused("renovation.not_person_in_charge")
    if not body.shown_permit:
        return Refused("renovation.permit_not_shown")
    shown = next((one for one in _passes(scene) if one.id == body.shown_pass_id), None)
    is_own = shown is not None and shown.worker_id == body.asked_by and shown.state is PassState.ISSUED
    return None if is_own else Refused("renovation.pass_not_shown")


def passes_for_all(scene: Scene) -> Refused | None:
    """Let every worker of the list have a pass before the permit is given."""
    have = {one.worker_id for one in _passes(scene) if one.state is PassState.ISSUED}
    lacking = [str(one.worker_id) for one in scene.case.workers if one.worker_id not in have]
    return Refused("renovation.pass_missing", {"workers": [*lacking]}) if lacking else None


def permit_not_too_long(scene: Scene) -> Refused | None:
    """Let a permit run three months at most."""
    body: IssuePermit = scene.body
    if body.until < body.start_on:
        return Refused("renovation.until_before_start")
    longest = limits.longest_permit(body.start_on, scene.settings)
    return Refused("renovation.too_long", {"until": longest.isoformat()}) if body.until > longest else None


def pass_valid(scene: Scene) -> Refused | None:
    """Let only somebody with a valid pass begin."""
    if refused := pass_there(scene):
        return refused
    assert scene.known
    verdict = judge(scene.known.passes[scene.body.pass_id], scene.case, None, scene.today)
    return None if verdict == "valid" else Refused("renovation.pass_not_valid", {"verdict": verdict})


def pass_good(scene: Scene) -> Refused | None:
    """Let only a pass that is good be revoked."""
    return _pass_in(scene, PassState.ISSUED)


def pass_out(scene: Scene) -> Refused | None:
    """Let only a pass that somebody has be lost; it may be a revoked one."""
    return _pass_in(scene, PassState.ISSUED, PassState.REVOKED)


def pass_out_or_lost(scene: Scene) -> Refused | None:
    """Let a pass come back that is out, was revoked, or was thought lost."""
    return _pass_in(scene, *_OUT)


def _pass_in(scene: Scene, *states: PassState) -> Refused | None:
    assert scene.known
    state = scene.known.passes[scene.body.pass_id].state
    return None if state in states else Refused("renovation.pass_wrong_state", {"state": state.value})


def _passes(scene: Scene) -> Iterator[Pass]:
    assert scene.known
    yield from scene.known.passes.values()


def issue_pass(scene: Scene) -> Ruling:
    """Make out a worker's pass."""
    body: IssuePass = scene.body
    worker = scene.case.worker(body.worker_id)
    assert worker
    made = Pass(
        id=body.pass_id,
        renovation_id=scene.case.id,
        worker_id=worker.worker_id,
        name=worker.name,
        photo=worker.photos[0].sha256 if worker.photos else None,
        state=PassState.ISSUED,
        issued=scene.who,
    )
    return Ruling(scene.case, passes=[made], page=(PASS_FORM, str(made.id)))


def add_worker(scene: Scene) -> Ruling:
    """Put one more worker on the list."""
    body: AddWorker = scene.body
    return Ruling(replace(scene.case, workers=(*scene.case.workers, body.worker)))


def permit(scene: Scene) -> Ruling:
    """Give the permit (房屋装修许可证); the register calls the unit renovating from now on."""
    body: IssuePermit = scene.body
    told = {"permit_from": body.start_on, "permit_until": body.until, "permitted": scene.who}
    return Ruling(replace(scene.case, state=CaseState.PERMITTED, **told), renovating=True)


def start(scene: Scene) -> Ruling:
    """Note that work began."""
    return Ruling(replace(scene.case, state=CaseState.IN_PROGRESS, started_at=scene.item.corrected_at))


def return_pass(scene: Scene) -> Ruling:
    """Collect a pass."""
    return _ended(scene, PassState.RETURNED, scene.body.note)


def lose_pass(scene: Scene) -> Ruling:
    """Keep the lost-pass note."""
    return _ended(scene, PassState.LOST, scene.body.note)


def revoke_pass(scene: Scene) -> Ruling:
    """Take a pass out of use."""
    return _ended(scene, PassState.REVOKED, scene.body.reason)


def _ended(scene: Scene, state: PassState, note: str) -> Ruling:
    assert scene.known
    held = scene.known.passes[scene.body.pass_id]
    return Ruling(scene.case, passes=[replace(held, state=state, ended=scene.who, note=note)])
