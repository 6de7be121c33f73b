"""The application, its papers, and engineering's word on it (transitions 1 to 7 of `renovation.md` 4). Pure."""

from typing import Any

from msgspec.structs import replace

from webapp.core.domain import Refused
from webapp.domains.renovation.rules import limits
from webapp.domains.renovation.rules.acting import CASE_FORM, Ruling, Scene
from webapp.domains.renovation.rules.bodies import (
    Amend,
    Apply,
    Approve,
    Checked,
    CheckJointly,
    HandIn,
    SendBack,
    SignForm,
    Submit,
)
from webapp.domains.renovation.rules.papers import SIGNED, missing
from webapp.domains.renovation.rules.shapes import Application
from webapp.domains.renovation.rules.standing import Case, FormSigned, JointCheck, Paper
from webapp.domains.renovation.rules.states import CaseState
from webapp.ground.checklists.words import is_blank

FIRST_CHECK_ITEMS = tuple(f"FR-{number:02}" for number in range(1, 8))


def unit_known(scene: Scene) -> Refused | None:
    """Refuse a unit that the register does not have."""
    body: Apply = scene.body
    return None if body.application.unit_id in scene.facts.units else Refused("renovation.unknown_unit")


def unit_free(scene: Scene) -> Refused | None:
    """Refuse a second renovation of a unit (REN-R11)."""
    serial = scene.facts.renovated.get(scene.body.application.unit_id)
    return None if serial is None else Refused("renovation.unit_taken", {"serial": serial})


def same_unit(scene: Scene) -> Refused | None:
    """Refuse to move a renovation to another unit."""
    return None if scene.body.application.unit_id == scene.case.unit_id else Refused("renovation.wrong_unit")


def in_charge_named(scene: Scene) -> Refused | None:
    """Let one of the workers be in charge, and no worker stand there twice."""
    application: Application | Case = getattr(scene.body, "application", None) or scene.case
    ids = [one.worker_id for one in application.workers]
    if len(set(ids)) < len(ids):
        return Refused("renovation.worker_repeated")
    return None if application.person_in_charge in ids else Refused("renovation.person_in_charge_missing")


def both_present(scene: Scene) -> Refused | None:
    """Let owner and person in charge come together, or an agent for the owner, with a mandate."""
    body: Submit = scene.body
    if not body.person_in_charge_present or not (body.owner_present or body.agent):
        return Refused("renovation.presence_missing")
    if body.agent and not _photographed(scene.case, "doc_mandate"):
        return Refused("renovation.mandate_missing")
    return None


def _photographed(case: Case, code: str) -> bool:
    paper = case.paper(code)
    return paper is not None and bool(paper.photos)


def party_signs(scene: Scene) -> Refused | None:
    """Let a form be signed by who has to."""
    body: SignForm = scene.body
    if body.party not in SIGNED.get(body.form, ()) or not scene.private.signed_by(body.party):
        return Refused("renovation.signature_missing", {"as": body.party})
    return None


def something_missing(scene: Scene) -> Refused | None:
    """Give nothing back of which nothing is missing."""
    return None if missing(scene.case, scene.settings) else Refused("renovation.nothing_missing")


def nothing_missing(scene: Scene) -> Refused | None:
    """Let engineering have a whole application only."""
    codes = [one.code for one in missing(scene.case, scene.settings)]
    return Refused("renovation.papers_missing", {"missing": [*codes]}) if codes else None


def papers_changed(scene: Scene) -> Refused | None:
    """Let something be handed in before it goes to engineering again; and it is whole again."""
    return nothing_missing(scene) if scene.case.changed else Refused("renovation.nothing_changed")


def check_whole(scene: Scene) -> Refused | None:
    """Let every item of the joint check be answered, a damaged one in words and as a finding."""
    body: CheckJointly = scene.body
    said = {one.item for one in body.answers if one.result != "abnormal" or _is_followed(one)}
    lacking = [item for item in FIRST_CHECK_ITEMS if item not in said]
    return Refused("renovation.check_incomplete", {"items": [*lacking]}) if lacking else None


def _is_followed(damaged: Checked) -> bool:
    return damaged.finding_id is not None and not is_blank(damaged.note)


def owner_and_steward_sign(scene: Scene) -> Refused | None:
    """Let both sign."""
    return lacking_signature(scene, "owner", "steward")


def lacking_signature(scene: Scene, *signers: str) -> Refused | None:
    """Refuse what one of these has not signed, and say who."""
    for signer in signers:
        if not scene.private.signed_by(signer):
            return Refused("renovation.signature_missing", {"as": signer})
    return None


def apply(scene: Scene) -> Ruling:
    """Open the renovation."""
    body: Apply = scene.body
    case = Case(id=body.renovation_id, state=CaseState.DRAFT, **_said(body.application))
    return Ruling(case, page=(CASE_FORM, str(case.id)))


def amend(scene: Scene) -> Ruling:
    """Put the application right."""
    body: Amend = scene.body
    return Ruling(replace(scene.case, changed=True, **_said(body.application)))


def _said(application: Application) -> dict[str, Any]:
    return {name: getattr(application, name) for name in application.__struct_fields__}


def hand_in(scene: Scene) -> Ruling:
    """Lay a paper in, in the place of the one that was there."""
    body: HandIn = scene.body
    told = {name: getattr(body.paper, name) for name in body.paper.__struct_fields__}
    paper = Paper(at=scene.item.corrected_at, by_name=scene.item.by_name, **told)
    others = tuple(one for one in scene.case.papers if one.code != paper.code)
    return Ruling(replace(scene.case, papers=(*others, paper), changed=True))


def sign(scene: Scene) -> Ruling:
    """Note that a party signed a form."""
    body: SignForm = scene.body
    name = next(one.name for one in scene.private.signatures if one.signer == body.party)
    signed = FormSigned(form=body.form, party=body.party, name=name, at=scene.item.corrected_at)
    others = tuple(one for one in scene.case.signed if (one.form, one.party) != (body.form, body.party))
    return Ruling(replace(scene.case, signed=(*others, signed), changed=True))


def submit(scene: Scene) -> Ruling:
    """Take the application in."""
    at = scene.item.corrected_at
    return Ruling(replace(scene.case, state=CaseState.SUBMITTED, submitted_at=at, agent=scene.body.agent))


def give_back(scene: Scene) -> Ruling:
    """Give it back with the list of what is missing."""
    codes = tuple(one.code for one in missing(scene.case, scene.settings))
    return Ruling(replace(scene.case, state=CaseState.INCOMPLETE, missing=codes))


def resubmit(scene: Scene) -> Ruling:
    """Take it in again: to the centre, or to engineering if that had sent it back."""
    if scene.case.state is CaseState.RETURNED:
        return _to_engineering(scene)
    return Ruling(replace(scene.case, state=CaseState.SUBMITTED, missing=()))


def forward(scene: Scene) -> Ruling:
    """Hand it to engineering."""
    return _to_engineering(scene)


def _to_engineering(scene: Scene) -> Ruling:
    due = limits.review_due(scene.item.corrected_at, scene.facts.zone, scene.settings)
    return Ruling(replace(scene.case, state=CaseState.IN_REVIEW, review_due=due, changed=False))


def approve(scene: Scene) -> Ruling:
    """Let engineering agree."""
    body: Approve = scene.body
    return Ruling(replace(scene.case, state=CaseState.APPROVED, opinion=body.opinion, decided=scene.who))


def send_back(scene: Scene) -> Ruling:
    """Let engineering want changes."""
    body: SendBack = scene.body
    told = {"opinion": body.reasons, "decided": scene.who, "changed": False}
    return Ruling(replace(scene.case, state=CaseState.RETURNED, **told))


def check_jointly(scene: Scene) -> Ruling:
    """Keep what the first check with the owner came to."""
    body: CheckJointly = scene.body
    check = JointCheck(
        at=scene.item.corrected_at,
        by_id=scene.item.by,
        by_name=scene.item.by_name,
        water_test=body.water_test,
        abnormal=tuple(one.item for one in body.answers if one.result == "abnormal"),
    )
    return Ruling(replace(scene.case, joint_check=check))
