"""The table of wounds names tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.findall(r"`([^`]+?)::([^`]+)`", (ROOT / "docs/wounds.md").read_text())


def test_the_table_names_tests_for_every_wound():
    rows = re.findall(r"^\| \*\*(\d+)\..*$", (ROOT / "docs/wounds.md").read_text(), re.MULTILINE)
    assert rows == ["8", "9", "10", "11", "12", "13", "14", "15", "17"]
    assert all("::" in line for line in (ROOT / "docs/wounds.md").read_text().splitlines() if line.startswith("| **"))


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_named_test_exists(file, name):
    text = (ROOT / file).read_text()
    assert f"def {name}(" in text or f"it('{name}'" in text
