"""The papers of a renovation as forms: wording, signatures, photos, and what ties them to the book."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from webapp.core.errors import NotFound
from webapp.domains.renovation.paper import filling, parts, texts
from webapp.domains.renovation.paper.queries import CasePage, Data
from webapp.domains.renovation.paper.say import say_of
from webapp.domains.renovation.rules.papers import SIGNED
from webapp.domains.renovation.rules.shapes import PaperCode
from webapp.domains.renovation.rules.states import Act
from webapp.ground.books import proof_on_paper
from webapp.ground.paper.form import Box, Form, Picture, Section, Table
from webapp.ground.paper.when import moment_text
from webapp.ground.signatures.drawing import drawing_of

Photos = Mapping[str, bytes]
# Papers that parties sign, by the code under which they are handed in.
CODES: Mapping[str, PaperCode] = {
    "application": "form_application",
    "agreement": "agreement",
    "contractor_pledge": "form_contractor_pledge",
    "heating_pledge": "form_heating",
}


def form_named(page: CasePage, form: str, _photos: Photos, public_url: str) -> Form:
    """Answer one of the papers of the case itself; raises NotFound for a permit that was not given."""
    after: Sequence[Section | Table] = ()
    if form in CODES:
        boxes = drawn(page, SIGNED[CODES[form]], page.signatures(Act.SIGN, form=CODES[form]))
        after = [parts.workers(page)] if form == "application" else ()
    elif form == "acceptance":
        boxes = drawn(page, ("engineer", "steward"), page.signatures(Act.ACCEPT, Act.RECHECK))
        after = [*parts.accepted(page), parts.passes(page), parts.notices(page)]
    elif page.case["permitted"]:
        boxes = [_named(page, "sign.approved", page.case["permitted"])]
    else:
        raise NotFound(permit=page.case["id"])
    return _form(page, form, filling.values_of(page), boxes, public_url, after=after)


def notice_form(page: CasePage, notice: Data, photos: Photos, public_url: str) -> Form:
    """Answer a rectification notice, with what came of it."""
    say, role = say_of(page), notice["servedTo"]["as"]
    boxes = [Box(say("sign.issued"), name=notice["byName"], at=filling.at(page, notice["issuedAt"]))]
    if notice["refusedToSign"]:
        boxes.append(Box(say(f"sign.{role}"), note=say("sign.refused", witness=notice["witness"])))
    else:
        signed = page.signatures(Act.NOTICE, Act.ACCEPT, Act.RECHECK, noticeId=notice["noticeId"])
        boxes += drawn(page, (role,), signed)
    pictures = [Picture("", photos.get(one["sha256"])) for one in notice["photos"]]
    rounds = [("", text) for text in parts.results(page, notice)]
    after = [Section(say("photos"), pictures=pictures), Section(say("result"), notes=rounds)]
    values = filling.values_of_notice(page, notice)
    facts = ((say("grade"), say(f"grade.{notice['grade']}")), (say("due"), notice["dueOn"]))
    return _form(page, "notice", values, boxes, public_url, after=after, facts=facts, serial=notice["serial"])


def hot_work_form(page: CasePage, request: Data, _photos: Photos, public_url: str) -> Form:
    """Answer a hot-work permit; one that engineering has not approved counts for nothing, and says so."""
    decided = {"name": request["decidedBy"], "at": request["decidedAt"]} if request["decidedBy"] else None
    boxes = [_named(page, "sign.approved", decided)]
    values = filling.values_of_hot_work(page, request)
    void = None if request["state"] == "approved" else say_of(page)("notApproved")
    return replace(_form(page, "hot_work", values, boxes, public_url, serial=request["serial"]), void=void)


def _form(
    page: CasePage,
    form: str,
    values: Mapping[str, Any],
    boxes: list[Box],
    public_url: str,
    *,
    after: Sequence[Section | Table] = (),
    facts: Sequence[tuple[str, str]] = (),
    serial: str | None = None,
) -> Form:
    lines = texts.paragraphs(form, page.language, page.wordings, values)
    whole = Section(say_of(page)("terms"), notes=[("", line) for line in lines])
    made = whole_form(page, texts.title_of(form, page.language), [whole, *after], boxes, public_url, serial)
    return replace(made, facts=[*made.facts, *facts])


def whole_form(
    page: CasePage,
    title: str,
    parts: Sequence[Section | Table],
    boxes: Sequence[Box],
    public_url: str,
    serial: str | None = None,
) -> Form:
    """Answer a paper of the renovation; without a serial of its own it bears that of the case."""
    number = serial or page.case["serial"] or ""
    return Form(
        language=page.language,
        title=title,
        serial=number,
        estate=page.estate.name,
        facts=list(_facts(page)),
        parts=parts,
        boxes=boxes,
        proof=proof_on_paper(number, page.proved, page.estate, public_url),
    )


def _facts(page: CasePage) -> Iterator[tuple[str, str]]:
    say, case, values = say_of(page), page.case, filling.values_of(page)
    yield say("unit"), case["unitName"]
    yield say("no"), case["serial"] or texts.NOTHING
    yield say("applicant"), case["applicant"]["name"]
    yield say("contractor"), case["contractor"]["name"]
    yield say("inCharge"), values["inCharge"] or texts.NOTHING
    yield say("permitUntil"), f"{case['permitFrom']} – {case['permitUntil']}" if case["permitUntil"] else texts.NOTHING


def drawn(page: CasePage, signers: Sequence[str], signatures: Sequence[Data]) -> list[Box]:
    """Answer a box for each who has to sign, with what was drawn; an empty one is for a pen."""
    say, there = say_of(page), {one["as"]: one for one in signatures}
    boxes = []
    for signer in signers:
        one = there.get(signer)
        told = (
            {
                "name": one["name"],
                "at": moment_text(one["at"], page.estate.timezone),
                "drawing": drawing_of(one["strokes"]),
            }
            if one
            else {}
        )
        boxes.append(Box(say(f"sign.{signer}"), **told))
    return boxes


def _named(page: CasePage, title: str, who: Data | None) -> Box:
    say = say_of(page)
    return Box(say(title), name=who["name"], at=filling.at(page, who["at"])) if who else Box(say(title))
