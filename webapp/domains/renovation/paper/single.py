"""A worker's pass, and a visit, as pages of their books."""

from webapp.domains.renovation.paper import filling, texts
from webapp.domains.renovation.paper.queries import CasePage, Data
from webapp.domains.renovation.paper.say import say_of
from webapp.domains.renovation.paper.sheet import Photos, whole_form
from webapp.ground.paper.form import Box, Form, Picture, Section


def pass_form(page: CasePage, told: Data, photos: Photos, public_url: str) -> Form:
    """Answer a worker's pass as the register keeps it; what is worn is a card."""
    say = say_of(page)
    notes = [(say("name"), told["name"]), (say("state"), say(f"pass.{told['state']}")), (say("note"), told["note"])]
    pictures = [Picture(told["name"], photos.get(told["photo"]))] if told["photo"] else []
    part = Section(say("pass"), notes=notes, pictures=pictures)
    boxes = [Box(say("sign.issued"), name=told["issuedBy"], at=filling.at(page, told["issuedAt"]))]
    return whole_form(page, say("pass"), [part], boxes, public_url, told["serial"])


def visit_form(page: CasePage, told: Data, photos: Photos, public_url: str) -> Form:
    """Answer what somebody saw on the site."""
    say = say_of(page)
    off = [one for one in told["answers"] if one["result"] == "abnormal"]
    notes = [
        (say("state"), say(f"outcome.{told['outcome']}")),
        (say("stage"), say(f"stage.{told['stage']}") if told["stage"] else texts.NOTHING),
        (say("said"), told["note"]),
        *((filling.item_names([one["item"]], page.language), one["note"] or "") for one in off),
    ]
    pictures = [Picture(one["item"] or "", photos.get(one["sha256"])) for one in told["photos"]]
    part = Section(say("visit"), aside=filling.at(page, told["at"]), notes=notes, pictures=pictures)
    boxes = [Box(say("by"), name=told["byName"], at=filling.at(page, told["at"]))]
    return whole_form(page, say("visit"), [part], boxes, public_url, told["serial"])
