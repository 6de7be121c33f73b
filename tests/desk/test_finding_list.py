"""Findings as a workbook: narrowed as asked, in the estate's language, for overseers alone."""

import io

import pytest
from python_calamine import CalamineWorkbook

from tests import make
from tests.domains.conftest import NOW
from webapp.core.actor import Role

PATH = "/api/v1/desk/findings.xlsx"


@pytest.fixture
def office(app, session, beat):
    """Two findings: things piled up for security, litter for the cleaners."""
    beat.phone.report(make.finding_body(beat.places[0], NOW))
    litter = {"item": "ST-12", "choice": "litter", "description": "=1+1 地面有传单", "spot": "防火门前地面"}
    beat.phone.report(make.finding_body(beat.places[1], NOW, **litter))
    return make.browser(app, make.person(session, beat.estate, role=Role.SUPERVISOR))


def lines(browser, **query):
    """Answer the lines of the workbook but its head."""
    answered = browser.get(PATH, query_string=query)
    assert answered.status_code == 200, answered.get_json()
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(answered.data)).get_sheet_by_index(0).to_python()
    assert head[0] == "编号"
    return rows


def test_it_holds_what_is_not_over_in_the_words_of_the_trade(office):
    (litter, piled) = sorted(lines(office), key=lambda line: line[0], reverse=True)

    assert piled[0] == "WT-2026-000001"
    assert piled[5] == "消防疏散通道"
    assert piled[7:10] == ["紧急", "保安部", "已上报"]
    assert litter[6] == "=1+1 地面有传单"  # words, no formula


def test_it_is_narrowed_by_state_department_and_words(office):
    def serials(**query):
        return sorted(line[0] for line in lines(office, **query))

    assert serials(dept="cleaning") == ["WT-2026-000002"]
    assert serials(state="closed") == []
    assert serials(state=["reported", "closed"]) == ["WT-2026-000001", "WT-2026-000002"]
    assert serials(words="自行车") == ["WT-2026-000001"]
    assert serials(words="wt-2026-000002") == ["WT-2026-000002"]
    assert serials(words="%") == []


def test_only_overseers_of_the_estate_may_have_it(app, session, client, beat, office):
    neighbour = make.browser(app, make.person(session, make.estate(session), role=Role.MANAGER))

    assert client.get(PATH).status_code == 401
    assert beat.phone.browser.get(PATH).status_code == 403
    assert lines(neighbour) == []
