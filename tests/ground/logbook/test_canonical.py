"""Whatever is hashed is RFC 8785, by the quick way as by the slow one."""

from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from webapp.ground.logbook.canonical import canonical, canonical_after, has_long_number

INTEGERS = st.integers(-(2**53) + 1, 2**53 - 1)
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
LEAVES = st.none() | st.booleans() | INTEGERS | FLOATS | st.text()
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(st.lists(JSON) | st.dictionaries(st.text(), JSON))
def test_the_quick_way_never_differs_from_the_standard(value):
    assert canonical(value) == rfc8785.dumps(value)


@pytest.mark.parametrize("number", [1.0, -0.0, 1e21, 1e16, 1.5e-7, 1e-7, -1e300, 22.5401, 123456789.0, 5e-324, 0.1])
def test_every_form_of_float_is_written_as_the_standard_says(number):
    for value in ([number], [0, number], {"a": number}, {"a": -number, "b": "x"}):
        assert canonical(value) == rfc8785.dumps(value)


def test_keys_beyond_the_basic_plane_are_ordered_as_the_standard_says():
    value = {"\U0001f600": 1, "\ue000": 2, "a": 3}

    assert canonical(value) == rfc8785.dumps(value)


def test_a_hash_full_of_digits_and_e_is_no_float():
    assert canonical({"sha256": "0e12e34e"}) == b'{"sha256":"0e12e34e"}'


@given(st.integers())
def test_numbers_that_not_everybody_can_count_are_noticed(number):
    text = msgspec.json.encode({"n": number})

    assert has_long_number(text) or abs(number) < 10**15


def test_a_member_known_already_is_put_in_as_it_would_come_out():
    whole: dict[str, Any] = {"item": {"b": [1.0, 2], "a": "巡"}, "judged": {"z": 1e30, "y": None}, "server": {}}
    others = {name: whole[name] for name in ("judged", "server")}
    assert canonical_after("item", canonical(whole["item"]), others) == rfc8785.dumps(whole)
