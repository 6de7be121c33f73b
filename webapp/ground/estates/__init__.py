"""Estates and their settings: the ground of everything."""

from webapp.core.domain import Domain
from webapp.ground.estates.sync import ESTATES

ROOM = Domain(name="estates", pull=(ESTATES,))
