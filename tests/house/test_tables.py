"""The tables of `docs/` name tests that exist, and leave nothing out that they promise to name."""

import re
from pathlib import Path

import pytest

from webapp.domains.findings.rules.states import FindingState
from webapp.domains.patrols.signing.rules import State
from webapp.ground.estates.settings import DEFAULTS

ROOT = Path(__file__).parents[2]
WOUNDS, RULES = ((ROOT / "docs" / name).read_text() for name in ("wounds.md", "rules.md"))
NAMED = sorted(set(re.findall(r"`([^`]+?)::([^`]+)`", WOUNDS + RULES)))
ROW = re.compile(r"^\| \*\*(.+?)\*\*.*$", re.MULTILINE)
ID = re.compile(r"\b(?:PAT-[RMN][0-9]+|DL-[0-9]+)\b")
BOOK = {
    *(str(number) for number in range(1, 11)),
    *(f"PAT-R{number:02}" for number in range(1, 14)),
    *(f"PAT-M{number}" for number in range(1, 5)),
    *(f"PAT-N{number}" for number in range(1, 6)),
    *("DL-02", "DL-11", "DL-12", "ISS-02", "ISS-09", "ISS-10", "ISS-11", "C-32", "ST-13"),
    *("XC", "WT", "WX", "CORE-R01", "CORE-R03", "CORE-R04"),
}


def test_the_table_names_tests_for_every_wound():
    rows = re.findall(r"^\| \*\*(\d+)\..*$", WOUNDS, re.MULTILINE)
    assert rows == ["8", "9", "10", "11", "12", "13", "14", "15", "17"]


@pytest.mark.parametrize("table", [WOUNDS, RULES], ids=["wounds", "rules"])
def test_every_row_names_a_test(table):
    assert [row[0] for row in ROW.finditer(table) if "::" not in row[0]] == []


def test_the_table_of_rules_names_every_id_state_and_setting():
    named = {row[1] for row in ROW.finditer(RULES)}

    assert BOOK - named == set()
    assert {state.value for state in (*FindingState, *State)} - named == set()
    settings = RULES.partition("## Settings")[2].partition("## Records")[0]
    assert {row[1] for row in ROW.finditer(settings)} <= set(DEFAULTS)


def test_no_rule_that_the_code_names_is_missing_from_the_table():
    code = "".join(path.read_text() for path in (ROOT / "webapp/domains").rglob("*.py"))

    assert set(ID.findall(code)) - set(ID.findall(RULES)) == set()


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_named_test_exists(file, name):
    text = (ROOT / file).read_text()
    said = name.replace("'", "\\'")
    assert any(form in text for form in (f"def {name}(", f"it('{said}'", f'it("{name}"', f'"name": "{name}"'))
