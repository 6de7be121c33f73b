"""Builders: each makes one believable thing and lets a test name only what it is about."""

from tests.make.estates import estate
from tests.make.findings import finding_act, finding_body, finding_photo, sighting_body
from tests.make.keys import KeyPhone, key_act, key_set_body
from tests.make.left_out import left_out_body
from tests.make.moments import NOON
from tests.make.notices import channel
from tests.make.papers import printed, send_picture
from tests.make.patrols import PatrolPhone, answer, answers, iso, plan, visit_body, visit_photo
from tests.make.people import PASSWORD, Browser, actor, browser, device, membership, person
from tests.make.phones import Phone, example, phone
from tests.make.photos import photo, photo_use
from tests.make.places import building, label, place, route, stairwell, unit, visited
from tests.make.signing import cosign_body, finish_body, sealed_pin, seen, whole_round
from tests.make.supervision import look_body
from tests.make.vacancy import VisitorPhone, card_body, care_body, check_answers, check_body

__all__ = [
    "NOON",
    "PASSWORD",
    "Browser",
    "KeyPhone",
    "PatrolPhone",
    "Phone",
    "VisitorPhone",
    "actor",
    "answer",
    "answers",
    "browser",
    "building",
    "card_body",
    "care_body",
    "channel",
    "check_answers",
    "check_body",
    "cosign_body",
    "device",
    "estate",
    "example",
    "finding_act",
    "finding_body",
    "finding_photo",
    "finish_body",
    "iso",
    "key_act",
    "key_set_body",
    "label",
    "left_out_body",
    "look_body",
    "membership",
    "person",
    "phone",
    "photo",
    "photo_use",
    "place",
    "plan",
    "printed",
    "route",
    "sealed_pin",
    "seen",
    "send_picture",
    "sighting_body",
    "stairwell",
    "unit",
    "visit_body",
    "visit_photo",
    "visited",
    "whole_round",
]
