"""Rows that were left out, as a table: nothing in it runs in Excel."""

import pytest

from webapp.ground.register.table import refused_table


def cell(value):
    line = refused_table([{"sheet": "台账", "row": 3, "why": "area_not_a_number", "value": value}]).splitlines()[1]
    return line.split(",", 3)[3]


def test_a_row_says_where_it_stood_and_why_it_was_left_out():
    rows = [{"sheet": "3栋,4栋", "row": 7, "why": "state_unknown", "value": "不详"}]

    assert refused_table(rows) == '\ufeffsheet,row,why,value\r\n"3栋,4栋",7,state_unknown,不详\r\n'


@pytest.mark.parametrize("value", ["=1+1", "+86", "@SUM(A1)", "-1+cmd|' /C calc'!A0", "\t=1", "-"])
def test_what_excel_would_take_for_a_formula_is_made_text(value):
    assert cell(value).strip('"').startswith("'")


@pytest.mark.parametrize("value", ["-90", "-90.5", "九十", "", "90=1"])
def test_everything_else_stands_as_it_was_written(value):
    assert cell(value) == value
