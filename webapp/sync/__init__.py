"""The one door by which phones send and fetch. Knows no domain: the factory hands it the kinds."""

from webapp.core.domain import Domain
from webapp.sync.answers import ANSWERS
from webapp.sync.contract import describe
from webapp.sync.redecide import REDECIDE
from webapp.sync.refusals import CODES
from webapp.sync.rescue.views import bp as rescue_bp
from webapp.sync.views import bp

ROOM = Domain(name="sync", blueprints=(bp, rescue_bp), push=(REDECIDE,), pull=(ANSWERS,), errors=CODES)

__all__ = ["ROOM", "describe"]
