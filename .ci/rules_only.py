"""A pytest plugin for `make test-mutation`: leaves out every test that opens a store, and those that walk at random.

What is left proves the rules alone, in milliseconds: a rule that only tests with a store catch is not tested as a rule.
A walk of hypothesis takes seconds for each change, and what it alone notices has no name.
"""

import hypothesis
import pytest

STORE = "store_url"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what asks for a store, by itself or through a fixture, what is slow, and walks."""
    slow = {item.nodeid for item in items if _opens_a_store(item) or item.get_closest_marker("slow") or _walks(item)}
    if slow:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in slow])
        items[:] = [item for item in items if item.nodeid not in slow]


def _opens_a_store(item: pytest.Item) -> bool:
    return STORE in getattr(item, "fixturenames", ())


def _walks(item: pytest.Item) -> bool:
    """Say whether it is a machine of hypothesis, whose test case carries settings."""
    return isinstance(getattr(getattr(item, "cls", None), "settings", None), hypothesis.settings)
