"""Builders: each makes one believable thing and lets a test name only what it is about."""

from tests.make.estates import estate
from tests.make.moments import NOON
from tests.make.people import PASSWORD, Browser, actor, browser, device, membership, person

__all__ = ["NOON", "PASSWORD", "Browser", "actor", "browser", "device", "estate", "membership", "person"]
