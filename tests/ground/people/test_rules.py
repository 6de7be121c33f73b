"""Rules of accounts."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.make import NOON
from webapp.core.actor import Role
from webapp.core.errors import DomainError
from webapp.core.ids import new_id
from webapp.ground.people.refusals import (
    AlsoElsewhere,
    BadLogin,
    HigherRole,
    PasswordTooCommon,
    PasswordTooShort,
)
from webapp.ground.people.rules import (
    PUSH_TOKEN_LIFE,
    SIGN_IN_LIFE,
    Span,
    also_acts_as,
    check_may_reset,
    check_password,
    check_pin,
    new_login,
    seconds_left,
    signed_out_at,
    wait_after,
)

PINS = json.loads((Path(__file__).parents[2] / "examples/rules/pin.json").read_text())
SECOND = timedelta(seconds=1)
HERE, THERE = new_id(), new_id()


@pytest.mark.parametrize("example", PINS, ids=lambda example: example["pin"] or "empty")
def test_a_pin_is_six_digits_and_not_guessed_at_once(example):
    code = None
    try:
        check_pin(example["pin"])
    except DomainError as error:
        code = error.code
    assert code == example["code"]


@pytest.mark.parametrize("login", ["chen.zq", "陈志强", "CHEN", " chen "])
def test_a_login_is_folded_so_that_case_and_space_make_no_difference(login):
    assert new_login(login) == login.strip().lower()


@pytest.mark.parametrize("login", ["", "x", "a b", "a\x00b", "a" * 65, "a/b"])
def test_an_odd_login_is_refused(login):
    with pytest.raises(BadLogin):
        new_login(login)


def test_a_password_is_neither_short_nor_what_everybody_tries_first():
    check_password("清晨六点半开大门", "chen")
    for password, refusal in {
        "abc4567": PasswordTooShort,
        "12345678": PasswordTooCommon,
        "PassWord": PasswordTooCommon,
        "aaaabbbb": PasswordTooCommon,
        "chen.zhiqiang": PasswordTooCommon,
    }.items():
        with pytest.raises(refusal):
            check_password(password, "chen.zhiqiang")


def test_waits_grow_with_wrong_passwords_and_end():
    waits = [wait_after(failures).total_seconds() for failures in (0, 4, 5, 6, 7, 11, 12, 10_000)]
    assert waits == [0, 0, 10, 20, 40, 640, 900, 900]
    assert seconds_left(5, NOON, NOON + SECOND) == 9
    assert seconds_left(5, NOON, NOON + 10 * SECOND) == 0


def test_a_person_is_signed_out_of_a_device_when_every_sign_in_there_has_ended():
    ended = Span(NOON - timedelta(days=3), ended_at=NOON - timedelta(days=1))
    living = Span(NOON - timedelta(days=2))
    assert signed_out_at([ended], None, NOON) == NOON - timedelta(days=1)
    assert signed_out_at([ended, living], None, NOON) is None
    assert signed_out_at([living], None, NOON + SIGN_IN_LIFE) == NOON - timedelta(days=2) + SIGN_IN_LIFE
    assert signed_out_at([living], NOON - timedelta(hours=1), NOON) == NOON - timedelta(hours=1)
    assert signed_out_at([], None, NOON) is None
    assert signed_out_at([], NOON, NOON) == NOON
    assert timedelta(days=90) == PUSH_TOKEN_LIFE


def test_supervisor_may_act_as_manager_unless_the_estate_says_no():
    assert also_acts_as(Role.SUPERVISOR, {}) == {Role.MANAGER}
    assert also_acts_as(Role.SUPERVISOR, {"supervisor_may_act_as_manager": False}) == frozenset()
    assert also_acts_as(Role.STEWARD, {}) == frozenset()


@pytest.mark.parametrize("role", [Role.MANAGER, Role.OFFICE_MANAGER, Role.GM, Role.ADMIN])
def test_nobody_resets_somebody_who_stands_higher(role):
    with pytest.raises(HigherRole):
        check_may_reset({HERE: Role.SUPERVISOR}, {HERE: role})
    check_may_reset({HERE: Role.ADMIN}, {HERE: role})


def test_who_resets_a_password_is_entitled_wherever_it_opens():
    check_may_reset({HERE: Role.SUPERVISOR}, {HERE: Role.SUPERVISOR})
    with pytest.raises(AlsoElsewhere):
        check_may_reset({HERE: Role.SUPERVISOR}, {HERE: Role.STEWARD, THERE: Role.STEWARD})
    with pytest.raises(AlsoElsewhere):
        check_may_reset({HERE: Role.SUPERVISOR, THERE: Role.STEWARD}, {THERE: Role.STEWARD})
