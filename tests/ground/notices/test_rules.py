"""When a notice goes out, and when it is tried again."""

from datetime import UTC, datetime, timedelta

import pytest

from webapp.ground.notices.rules import RETRIES, Quiet, retry_at, send_at

ZONE = "Asia/Shanghai"
NIGHT = Quiet("22:00", "07:00")


def at(clock):
    """Answer the moment when the estate's clocks show `clock` ("23 21:59": day and time)."""
    day, _, time = clock.partition(" ")
    return datetime.fromisoformat(f"2026-11-{day}T{time}:00+08:00").astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "out"),
    [
        ("23 21:59", "23 21:59"),
        ("23 22:00", "24 07:00"),
        ("24 03:00", "24 07:00"),
        ("24 07:00", "24 07:00"),
        ("24 12:00", "24 12:00"),
    ],
)
def test_what_can_wait_waits_until_the_night_is_over(now, out):
    assert send_at(at(now), ZONE, NIGHT, urgent=False) == at(out)


def test_what_is_urgent_goes_out_at_night():
    assert send_at(at("24 03:00"), ZONE, NIGHT, urgent=True) == at("24 03:00")


def test_quiet_hours_may_lie_within_a_day():
    noon = Quiet("12:00", "14:00")

    assert send_at(at("23 12:30"), ZONE, noon, urgent=False) == at("23 14:00")
    assert send_at(at("23 14:00"), ZONE, noon, urgent=False) == at("23 14:00")


def test_a_channel_without_quiet_hours_sends_at_once():
    assert send_at(at("24 03:00"), ZONE, None, urgent=False) == at("24 03:00")
    assert send_at(at("24 03:00"), ZONE, Quiet("07:00", "07:00"), urgent=False) == at("24 03:00")


def test_a_failure_is_tried_again_after_growing_waits_and_then_no_more():
    now = at("23 12:00")

    waits = [retry_at(tries, now) for tries in range(1, len(RETRIES) + 2)]

    assert waits == [*(now + wait for wait in RETRIES), None]
    assert list(RETRIES) == sorted(RETRIES)
    assert RETRIES[0] >= timedelta(minutes=1)
