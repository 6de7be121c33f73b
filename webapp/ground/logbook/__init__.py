"""The logbook (登记簿): what was accepted, in one chain an estate; nothing can be taken out unseen."""

from webapp.core.domain import Domain
from webapp.ground.logbook.cli import logbook
from webapp.ground.logbook.heads import mark_safe

ROOM = Domain(name="logbook", commands=(logbook,))

__all__ = ["ROOM", "mark_safe"]
