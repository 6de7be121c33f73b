"""The tables of `docs/` name tests that exist, and leave nothing out that they promise to name."""

import re
from pathlib import Path

import pytest

from webapp.domains.findings.rules.states import FindingState
from webapp.domains.keys.rules.codes import CODES
from webapp.domains.keys.rules.states import KeySetState, LoanState
from webapp.domains.patrols.signing.rules import State
from webapp.domains.renovation.rules.states import CaseState, NoticeState, PassState, RequestState
from webapp.ground.estates.settings import DEFAULTS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
WOUNDS = (DOCS / "wounds.md").read_text()
TABLES = {path.stem: path.read_text() for path in sorted(DOCS.glob("rules*.md"))}
NAMED = sorted(set(re.findall(r"`([^`]+?)::([^`]+)`", WOUNDS + "".join(TABLES.values()))))
ROW = re.compile(r"^\| \*\*(.+?)\*\*.*$", re.MULTILINE)
# Ids of the trade's books that the code may name, wherever it does.
ID = re.compile(r"\b(?:PAT-[RMN][0-9]+|DL-[0-9]+|KEY-I[0-9]+|REN-R[0-9]+|VAC-R[0-9]+)\b")
# What each table promises to name: ids of its book, states, codes.
BOOKS = {
    "rules": {
        *(str(number) for number in range(1, 11)),
        *(f"PAT-R{number:02}" for number in range(1, 14)),
        *(f"PAT-M{number}" for number in range(1, 5)),
        *(f"PAT-N{number}" for number in range(1, 6)),
        *("DL-02", "DL-11", "DL-12", "ISS-02", "ISS-09", "ISS-10", "ISS-11", "C-32", "ST-13"),
        *("RJ", "ZJ", "BH", "GC", "JJ"),
        *("XC", "WT", "WX", "CORE-R01", "CORE-R03", "CORE-R04"),
        *(state.value for state in (*FindingState, *State)),
    },
    "rules-keys": {
        *(str(number) for number in range(1, 9)),
        *(f"KEY-I{number}" for number in range(1, 12)),
        *("C-13", "C-15", "C-37", "expired"),
        *("chase_after_days", "chase_basis", "max_loan_days_without_consent", "key_retention_months"),
        *("tag_prints_name", "custody_notice_days", "spot_check_percent"),
        *(state.value for state in (*KeySetState, *LoanState)),
        *(code.removeprefix("keys.") for code in CODES),
    },
    "rules-renovation": {
        *(str(number) for number in range(1, 9)),
        *(f"REN-R{number:02}" for number in (*range(1, 6), *range(10, 19))),
        *("review_working_days", "max_duration_months", "recheck_days", "overnight_max", "photos_per_worker"),
        *("renovation_prices", "refund_working_days", "extension_max_months"),
        *(state.value for state in (*CaseState, *PassState, *NoticeState, *RequestState)),
    },
    "rules-vacancy": {
        *(str(number) for number in range(1, 8)),
        *(f"VAC-R{number:02}" for number in range(1, 8)),
        *(f"SE-{number:02}" for number in range(1, 10)),
        *("C-04", "C-05", "C-06", "C-26", "KZ"),
        *("vacant_check_every_days", "coverage_target", "coverage_target_new", "estate_is_new_until"),
        *("include_sold_not_moved_in", "cold_region", "cleaning_per_month", "retention_after_sale_months"),
        *("dynamic_table_day", "half_year_due", "plan_due", "long_vacant_days", "let_vacant"),
    },
}


def test_the_table_names_tests_for_every_wound():
    rows = re.findall(r"^\| \*\*(\d+)\..*$", WOUNDS, re.MULTILINE)
    assert rows == ["8", "9", "10", "11", "12", "13", "14", "15", "17"]


def _named(table):
    return {row[1] for row in ROW.finditer(table)}


def test_every_table_promises_something():
    assert set(BOOKS) == set(TABLES)


@pytest.mark.parametrize("table", [WOUNDS, *TABLES.values()], ids=["wounds", *TABLES])
def test_every_row_names_a_test(table):
    assert [row[0] for row in ROW.finditer(table) if "::" not in row[0]] == []


@pytest.mark.parametrize("name", BOOKS)
def test_each_table_of_rules_names_every_id_state_and_setting(name):
    assert BOOKS[name] - _named(TABLES[name]) == set()
    settings = TABLES[name].partition("## Settings")[2].partition("\n## ")[0]
    assert _named(settings) <= set(DEFAULTS)


def test_no_rule_that_the_code_names_is_missing_from_the_tables():
    code = "".join(path.read_text() for path in (ROOT / "webapp/domains").rglob("*.py"))

    assert set(ID.findall(code)) - set(ID.findall("".join(TABLES.values()))) == set()


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_named_test_exists(file, name):
    text = (ROOT / file).read_text()
    said = name.replace("'", "\\'")
    assert any(form in text for form in (f"def {name}(", f"it('{said}'", f'it("{name}"', f'"name": "{name}"'))
