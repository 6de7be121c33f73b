"""A pytest plugin for `make test-mutation`: leaves out every test that opens a store.

What is left proves the rules alone, in milliseconds: a rule that only tests with a store catch is not tested as a rule.
"""

import pytest

STORE = "store_url"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect what asks for a store, by itself or through a fixture."""
    with_store = {item.nodeid for item in items if STORE in getattr(item, "fixturenames", ())}
    if with_store:
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in with_store])
        items[:] = [item for item in items if item.nodeid not in with_store]
