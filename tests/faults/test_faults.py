"""Nothing is lost, doubled or misattributed, whatever fails."""

import time
from functools import partial
from random import Random

import pytest

from tests.faults.conftest import Build, Inhabit
from tests.faults.machine import live
from tests.faults.proxy import Fault
from tests.faults.reckoning import reckon, settle_down
from tests.faults.storm import captures, cross, rage
from tests.faults.town import Town

pytestmark = pytest.mark.e2e


@pytest.mark.faults
@pytest.mark.timeout(1200)
def test_whatever_fails_every_saved_record_is_entered_once_or_on_a_phone(inhabit: Inhabit) -> None:
    began = time.monotonic()
    accounts, diary = live(inhabit, days=6, steps=16)
    saved, entered, refused = (sum(getattr(one, name) for one in accounts) for name in ("saved", "entered", "refused"))
    print(
        f"\n{len(accounts)} installations in {time.monotonic() - began:.0f} s: {saved} records saved, {entered} entered, "
        f"{refused} refused; wrong: {accounts[-1].wrong or 'nothing'}"
    )
    assert not accounts[-1].wrong, "\n".join([*accounts[-1].wrong, *diary])


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_a_thousand_captures_under_kills_lose_and_double_nothing(inhabit: Inhabit) -> None:
    _weather_the_storm(inhabit, visits=1000)


@pytest.mark.timeout(300)
def test_a_short_storm_loses_and_doubles_nothing(inhabit: Inhabit) -> None:
    _weather_the_storm(inhabit, visits=60)


@pytest.mark.faults
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("app", "module"),
    [
        pytest.param("wsgi:app", "core-sync-push", id="a phone that deletes what is refused"),
        pytest.param("tests.faults.broken.without_receipts:app", "", id="a server that keeps no receipts"),
        pytest.param("tests.faults.broken.before_commit:app", "", id="a server that answers before it commits"),
        pytest.param("tests.faults.broken.by_highest_id:app", "", id="a server that reads its feed by highest id"),
    ],
)
def test_the_storm_finds_what_is_broken(inhabit: Inhabit, build: Build, app: str, module: str) -> None:
    with pytest.raises(AssertionError, match="assert not"):
        _weather_the_storm(partial(inhabit, app=app, page=build(module)), visits=120)


def _weather_the_storm(inhabit: Inhabit, visits: int) -> None:
    began = time.monotonic()
    with inhabit() as town:
        rage(town, visits, Random(11))
        settle_down(town)
        cross(town)
        account = reckon(town)
        print(f"\n{captures(town)} captures in {time.monotonic() - began:.0f} s. {_struck(town)}. {account}")
        assert captures(town) >= visits
    assert not account.wrong
    assert account.saved == account.entered + account.refused


def _struck(town: Town) -> str:
    """Say what happened."""
    spoiled = sum(times for fault, times in town.proxy.happened.items() if fault is not Fault.NONE)
    phones = sum(phone.kills for phone in town.phones)
    return f"kills: {town.rack.kills} of the server, {phones} of phones; {spoiled} requests spoiled"
