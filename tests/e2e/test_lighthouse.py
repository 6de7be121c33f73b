"""The first load on a phone with slow 4G, as Lighthouse judges it."""

import pytest

from bench.lighthouse import first_load

pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(600)]


def test_the_first_load_is_quick_and_open_to_all() -> None:
    scores = first_load()

    assert scores["accessibility"] == 100
    assert scores["best_practices"] == 100
    assert scores["performance"] >= 95, scores
