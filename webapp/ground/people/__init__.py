"""People: accounts, sign-in, roles, devices. Offers the gate that every guard asks."""

from webapp.core.domain import Domain
from webapp.ground.people.cli import people, setup
from webapp.ground.people.gate import gate, init_app
from webapp.ground.people.sync import COLLEAGUES
from webapp.ground.people.views import bp

ROOM = Domain(name="people", blueprints=(bp,), pull=(COLLEAGUES,), commands=(people, setup))

__all__ = ["ROOM", "gate", "init_app"]
