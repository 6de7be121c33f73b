"""People: accounts, sign-in, roles, devices. Offers the gate that every guard asks."""

from webapp.core.domain import Domain
from webapp.ground.people.cli import people, setup
from webapp.ground.people.gate import estate_of_maker, gate, init_app, maker_of_token
from webapp.ground.people.sync import COLLEAGUES
from webapp.ground.people.views import bp
from webapp.ground.people.write_off import UNKNOWN, WRITE_OFF

ROOM = Domain(
    name="people",
    blueprints=(bp,),
    push=(WRITE_OFF,),
    pull=(COLLEAGUES,),
    commands=(people, setup),
    errors=(UNKNOWN,),
)

__all__ = ["ROOM", "estate_of_maker", "gate", "init_app", "maker_of_token"]
