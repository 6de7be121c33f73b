"""Accounts from the command line, for who runs the machine."""

import sys
from uuid import UUID

import click
from flask.cli import AppGroup
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from webapp.core import clock
from webapp.core.actor import Role
from webapp.core.db import db, unit_of_work
from webapp.core.errors import DomainError
from webapp.ground.estates.models import Estate
from webapp.ground.estates.service import found_estate
from webapp.ground.people import queries, service
from webapp.ground.people.models import Membership, Person
from webapp.ground.people.rules import fold_login

people = AppGroup("people", help="Accounts: add, disable, list.")
ROLES = click.Choice([role.value for role in Role])


@people.command("add", help="Add LOGIN, called NAME, to an estate; prints a one-time password unless one is given.")
@click.argument("login")
@click.argument("name")
@click.option("--estate", required=True, help="Name of the estate.")
@click.option("--role", required=True, type=ROLES)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def add(login: str, name: str, estate: str, role: str, password_stdin: bool) -> None:
    """Add an account, or give an existing one (same login, same name) a part in one more estate."""
    password = sys.stdin.readline().rstrip("\n") if password_stdin else None
    with unit_of_work() as session:
        estate_id = _estate_named(session, estate)
        known = queries.by_login(session, fold_login(login))
        if known and known.name != name:
            raise click.ClickException(f"{known.login} is the login of {known.name}; choose another.")
        person, once = (known, None) if known else _add(session, login, name, password)
        service.give_part(session, estate_id, person.id, Role(role))
        click.echo(f"{person.login} ({person.name}) is {role} in {estate}.")
    if once:
        click.echo(f"One-time password, to be changed at the first sign-in: {once}")


@people.command("disable", help="Switch an account off and end its sign-ins.")
@click.argument("login")
def disable(login: str) -> None:
    """Switch an account off."""
    with unit_of_work() as session:
        person = queries.by_login(session, fold_login(login))
        if person is None:
            raise click.ClickException(f"Nobody has the login {login}.")
        service.disable(session, person, now=clock.now())
        click.echo(f"{person.login} is switched off.")


@people.command("list", help="List all accounts with their parts.")
def list_() -> None:
    """List everybody, a line each: login, name, role, estate."""
    statement = (
        select(Person, Membership.role, Estate.name)
        .outerjoin(Membership, Membership.person_id == Person.id)
        .outerjoin(Estate, Estate.id == Membership.estate_id)
        .order_by(Estate.name, Person.login)
    )
    for person, role, estate in db.session.execute(statement):
        state = "off" if person.disabled_at else "on"
        click.echo("\t".join((person.login, person.name, role.value if role else "-", estate or "-", state)))


@click.command("setup", help="Name the first estate and its administrator; asks for what is not given.")
@click.option("--estate", help="Name of the estate.")
@click.option("--login", help="Login of the administrator.")
@click.option("--name", help="Name of the administrator.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def setup(estate: str | None, login: str | None, name: str | None, password_stdin: bool) -> None:
    """Make the first estate and its administrator; does nothing when there is an estate."""
    if db.session.scalar(select(func.count()).select_from(Estate)):
        click.echo("There is an estate already; nothing to set up.")
        return
    estate = estate or click.prompt("Name of the estate (小区名称)")
    login = login or click.prompt("Login of the administrator (管理员账号)")
    name = name or click.prompt("Name of the administrator (管理员姓名)")
    password = sys.stdin.readline().rstrip("\n") if password_stdin else _ask_password()
    now = clock.now()
    with unit_of_work() as session:
        made = found_estate(session, str(estate), now=now)
        person, _ = _add(session, str(login), str(name), password)
        service.give_part(session, made.id, person.id, Role.ADMIN)
        click.echo(f"{made.name} is set up; {person.login} can sign in.")


def _ask_password() -> str:
    return str(click.prompt("Password (密码)", hide_input=True, confirmation_prompt=True))


def _estate_named(session: Session, name: str) -> UUID:
    estate_id = session.scalar(select(Estate.id).where(Estate.name == name))
    if estate_id is None:
        raise click.ClickException(f"There is no estate called {name}.")
    return estate_id


def _add(session: Session, login: str, name: str, password: str | None) -> tuple[Person, str | None]:
    try:
        return service.add_person(session, login, name, password, now=clock.now())
    except DomainError as error:
        raise click.ClickException(f"{error.code} {dict(error.params)}") from error
