"""Accounts from the command line."""

import pytest
from sqlalchemy import func, select

from tests import make
from webapp.core.feed import FeedRow
from webapp.ground.estates.models import Estate
from webapp.ground.people.departments import rules as departments
from webapp.ground.people.models import Membership, Person


@pytest.fixture
def run(app):
    def run(*words, **options):
        return app.test_cli_runner().invoke(args=list(words), **options)

    return run


def test_setup_names_the_first_estate_and_its_administrator(app, run, session):
    typed = "望湖花园\nadmin\n黄敏\n清晨六点半开大门\n清晨六点半开大门\n"
    answer = run("setup", input=typed)
    assert answer.exit_code == 0, answer.output
    assert session.scalars(select(Estate.name)).one() == "望湖花园"
    admin = session.scalars(select(Person)).one()
    assert make.browser(app, admin).me["estates"][0]["role"] == "admin"


def test_setup_leaves_an_estate_that_is_there_alone(run, session):
    make.estate(session)
    answer = run("setup")
    assert "already" in answer.output
    assert session.scalar(select(func.count()).select_from(Person)) == 0


def test_setup_keeps_nothing_when_the_password_is_weak(run, session):
    answer = run(
        "setup", "--estate", "望湖花园", "--login", "admin", "--name", "黄敏", "--password-stdin", input="123\n"
    )
    assert answer.exit_code == 1
    assert "people.password_too_short" in answer.output
    assert session.scalar(select(func.count()).select_from(Estate)) == 0


def test_add_prints_a_one_time_password_and_tells_the_phones(app, run, session):
    estate = make.estate(session, name="望湖花园")
    answer = run("people", "add", "Chen", "陈志强", "--estate", "望湖花园", "--role", "steward")
    once = answer.output.strip().rsplit(" ", 1)[-1]
    chen = session.scalars(select(Person)).one()
    assert (chen.login, chen.must_change_password) == ("chen", True)
    assert make.browser(app, chen, password=once).me["mustChangePassword"] is True
    told = session.execute(select(FeedRow.kind, FeedRow.object_id).where(FeedRow.estate_id == estate.id)).all()
    # Who comes belongs to a department at once.
    assert set(told) == {("people.colleague", chen.id), *departments.told(estate.id)}


def test_add_takes_a_password_from_standard_input_and_never_as_an_argument(app, run, session):
    make.estate(session, name="望湖花园")
    words = ("people", "add", "chen", "陈志强", "--estate", "望湖花园", "--role", "steward", "--password-stdin")
    assert run(*words, input="清晨六点半开大门\n").exit_code == 0
    assert make.browser(app, session.scalars(select(Person)).one()).me["mustChangePassword"] is False


def test_add_gives_a_known_login_a_part_in_one_more_estate(run, session):
    make.person(session, make.estate(session), login="chen")
    other = make.estate(session, name="观澜苑")
    assert run("people", "add", "chen", "陈志强", "--estate", "观澜苑", "--role", "supervisor").exit_code == 0
    assert session.scalars(select(Membership.role).where(Membership.estate_id == other.id)).one() == "supervisor"
    assert session.scalar(select(func.count()).select_from(Person)) == 1


def test_add_gives_nobody_a_part_who_only_has_the_same_login(run, session):
    make.person(session, make.estate(session, name="望湖花园"), login="chen", name="陈志强")
    answer = run("people", "add", "chen", "陈大文", "--estate", "望湖花园", "--role", "manager")
    assert answer.exit_code == 1
    assert "陈志强" in answer.output
    assert session.scalars(select(Membership.role)).one() == "steward"


def test_add_says_when_there_is_no_such_estate(run):
    answer = run("people", "add", "chen", "陈志强", "--estate", "无此小区", "--role", "steward")
    assert answer.exit_code == 1
    assert "无此小区" in answer.output


def test_disable_ends_the_sign_ins_and_list_shows_it(app, run, session):
    chen = make.person(session, make.estate(session, name="望湖花园"), login="chen")
    browser = make.browser(app, chen)
    assert run("people", "disable", "CHEN").exit_code == 0
    assert browser.get("/api/v1/session").status_code == 401
    assert run("people", "list").output == "chen\t陈志强\tsteward\t望湖花园\toff\n"
    assert run("people", "disable", "nobody").exit_code == 1
