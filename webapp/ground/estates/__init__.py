"""Estates and their settings: the ground of everything."""

from webapp.core.domain import Domain
from webapp.ground.estates.jobs import TAKE_IN
from webapp.ground.estates.sync import ESTATES
from webapp.ground.estates.views import bp

ROOM = Domain(name="estates", blueprints=(bp,), pull=(ESTATES,), jobs=(TAKE_IN,))
