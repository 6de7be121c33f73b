"""The walk of `test_no_way_round` can fail: each rule that is broken on purpose is found by the invariant that guards it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.domains.renovation.test_no_way_round import Renovation
from webapp.domains.renovation.rules import acting, guards
from webapp.domains.renovation.rules.limits import state_on
from webapp.domains.renovation.rules.states import CaseState

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

MANY = settings(
    max_examples=1000,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
Break = Callable[[pytest.MonkeyPatch], None]


def without(guard: str) -> Break:
    """Answer how to take one guard off every way that has it."""

    def broken(patch: pytest.MonkeyPatch) -> None:
        patch.setitem(guards.GUARDS, guard, lambda _scene: None)

    return broken


def nobody_waits_for_the_recheck(patch: pytest.MonkeyPatch) -> None:
    def at_once(case: Any, today: Any) -> CaseState:
        return CaseState.RECHECK_DUE if case.state is CaseState.OBSERVATION else state_on(case, today)

    patch.setattr(acting, "state_on", at_once)
    without("rechecked")(patch)


BROKEN: Mapping[str, Break] = {
    "ren_r10": without("joint_check_done"),
    "ren_r13": nobody_waits_for_the_recheck,
    "ren_r16": without("two_persons_at_most"),
    "ren_r17": without("passes_accounted"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_found_by_its_invariant(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    BROKEN[name](monkeypatch)

    with pytest.raises(AssertionError) as found:
        run_state_machine_as_test(Renovation, settings=MANY)

    assert name in "".join(entry.name for entry in found.traceback)
