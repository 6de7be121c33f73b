"""What needs a person today, by the rule alone."""

from dataclasses import replace
from uuid import uuid4

import pytest

from tests.domains.conftest import NOW
from webapp.desk.trouble import FindingLine, troubles
from webapp.domains.findings.rules.states import FINAL, FindingState

LOCKED = FindingLine(
    id=uuid4(),
    serial="WT-2026-000001",
    visit_id=None,
    place_id=uuid4(),
    place_name="1 栋天台",
    checklist="roof_escape",
    item="RF-01",
    choice="locked",
    spot="天台门旁",
    state="reported",
    urgent=True,
    found_at=NOW,
    by_name="林晓岚",
)


@pytest.mark.parametrize("state", FindingState)
def test_a_finding_is_to_be_handled_until_it_is_over(state):
    told = troubles([], [], [replace(LOCKED, state=state.value)], [], NOW)

    assert len(told) == (state not in FINAL)
