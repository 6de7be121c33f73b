"""People: accounts, sign-in, roles, departments, devices. Offers the gate that every guard asks."""

from webapp.core.domain import Domain
from webapp.ground.people.cli import people, setup
from webapp.ground.people.departments import views as departments
from webapp.ground.people.departments.sync import DEPARTMENTS
from webapp.ground.people.gate import estate_of_maker, gate, init_app, maker_of_token
from webapp.ground.people.leaving import views as leaving
from webapp.ground.people.sync import COLLEAGUES
from webapp.ground.people.views import bp
from webapp.ground.people.write_off import UNKNOWN, WRITE_OFF

ROOM = Domain(
    name="people",
    blueprints=(bp, departments.bp, leaving.bp),
    push=(WRITE_OFF,),
    pull=(COLLEAGUES, DEPARTMENTS),
    commands=(people, setup),
    errors=(UNKNOWN,),
)

__all__ = ["ROOM", "estate_of_maker", "gate", "init_app", "maker_of_token"]
