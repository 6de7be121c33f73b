"""Builders: each makes one believable thing and lets a test name only what it is about."""

from tests.make.estates import estate
from tests.make.moments import NOON
from tests.make.people import PASSWORD, Browser, actor, browser, device, membership, person
from tests.make.photos import photo, photo_use
from tests.make.places import building, label, place, route, stairwell

__all__ = [
    "Browser",
    "NOON",
    "PASSWORD",
    "actor",
    "browser",
    "building",
    "device",
    "estate",
    "label",
    "membership",
    "person",
    "photo",
    "photo_use",
    "place",
    "route",
    "stairwell",
]
