"""When an item was made, and what of a phone has not arrived."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from webapp.sync.rules import Tick, add_arrivals, corrected, never_arrived

EXAMPLES = json.loads((Path(__file__).parents[1] / "examples/rules/corrected_time.json").read_text())
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def _moment(text):
    return datetime.fromisoformat(text) if text else None


def _tick(clock):
    return Tick(clock["page"], clock["elapsedMs"], clock["offsetMs"])


@pytest.mark.parametrize("example", EXAMPLES, ids=[example["name"] for example in EXAMPLES])
def test_protocol_7_corrected_time(example):
    case, expect = example["given"], example["expect"]
    before = case["before"] and (_tick(case["before"]["clock"]), _moment(case["before"]["at"]))

    made = corrected(
        _moment(case["recordedAt"]),
        _tick(case["clock"]),
        last_contact=_moment(case["lastContact"]),
        before=before,
        received_at=_moment(case["receivedAt"]),
    )

    assert made.at == _moment(expect["at"])
    assert made.doubtful == (expect["doubtful"] and tuple(map(_moment, expect["doubtful"])))


@given(
    st.datetimes(timezones=st.just(UTC)),
    st.floats(min_value=-1e13, max_value=1e13),
    st.none() | st.datetimes(timezones=st.just(UTC), min_value=datetime(2020, 1, 1)),  # noqa: DTZ001  # hypothesis adds the zone,
)
def test_whatever_the_clock_says_an_item_is_never_made_after_it_arrived(recorded_at, offset, contact):
    made = corrected(recorded_at, Tick("a", 0, offset), last_contact=contact, before=None, received_at=NOON)

    assert made.at <= NOON
    assert contact is None or made.at >= min(contact, NOON)


def test_an_honest_queue_of_a_day_without_network_keeps_its_times():
    before, ours = None, []
    for minute in range(0, 480, 8):
        tick = Tick("a", minute * 60_000.0, -3_000.0)
        said = NOON + timedelta(minutes=minute, seconds=3)
        made = corrected(said, tick, last_contact=NOON, before=before, received_at=NOON + timedelta(hours=9))
        before = (tick, made.at)
        ours.append(made)

    assert [made.at for made in ours] == [NOON + timedelta(minutes=minute) for minute in range(0, 480, 8)]
    assert not any(made.doubtful for made in ours)


def test_numbers_that_arrive_join_into_ranges():
    assert add_arrivals([], [1, 2, 3, 7]) == [(1, 3), (7, 7)]
    assert add_arrivals([[1, 3], [7, 7]], [5, 4, 6]) == [(1, 7)]
    assert add_arrivals([[1, 3]], [2, 3]) == [(1, 3)]


@given(st.sets(st.integers(1, 60)), st.integers(0, 60))
def test_what_never_arrived_is_what_is_missing_up_to_the_last_one_made(arrived, last_seq):
    assert never_arrived(add_arrivals([], arrived), last_seq) == len(set(range(1, last_seq + 1)) - arrived)
