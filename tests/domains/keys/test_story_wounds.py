"""The walk of `test_stories` can fail: each rule that is broken on purpose is found by the invariant that guards it."""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from msgspec.structs import replace

from tests.domains.keys.invariants import INVARIANTS
from tests.domains.keys.test_stories import Cabinet
from webapp.domains.keys.rules import custody, lending, returning, states
from webapp.domains.keys.rules.acting import Ruling
from webapp.domains.keys.rules.states import KeyAct, KeySetState, LoanState

pytestmark = pytest.mark.slow

MANY = settings(
    max_examples=2000,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
Break = Callable[[pytest.MonkeyPatch], None]


def lends_what_is_out(patch: pytest.MonkeyPatch) -> None:
    def let_go(_item: Any, known: Any, _facts: Any, taken: Any, _remarks: Any) -> Ruling:
        gone = replace(known.standing, state=KeySetState.ON_LOAN, loan_id=taken.id)
        return Ruling(gone, [taken])

    patch.setattr(lending, "_let_go", let_go)


def leaves_the_set_out(patch: pytest.MonkeyPatch) -> None:
    whole = returning._closed

    def closed(item: Any, known: Any, loan: Any, remarks: Any) -> Ruling:
        return dataclasses.replace(whole(item, known, loan, remarks), standing=known.standing)

    patch.setattr(returning, "_closed", closed)


def counts_anything(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(returning, "_is_countable", lambda _body, _known: True)


def needs_no_signature_at_the_return(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(returning, "is_drawn", lambda _item: True)


def needs_no_proofs(patch: pytest.MonkeyPatch) -> None:
    def proven(loan: Any, proofs: Any, _private: Any) -> Any:
        return replace(loan, state=LoanState.VERIFIED, proofs=proofs, id_kept=True)

    patch.setattr(lending, "_proven", proven)


def hands_over_to_anybody(patch: pytest.MonkeyPatch) -> None:
    anything = frozenset({"owner_card", "own_id", None})
    patch.setattr(custody, "PROOFS", dict.fromkeys(("owner", "named", "developer"), anything))


def lends_what_is_retired(patch: pytest.MonkeyPatch) -> None:
    anywhere = {state: frozenset({KeySetState.ON_LOAN}) for state in KeySetState}
    patch.setattr(states, "SET_MOVES", {**states.SET_MOVES, KeyAct.LEND: anywhere})
    lends_what_is_out(patch)


def lets_anybody_receive_the_own_keys(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lending, "_for_both", lambda *_: ())


def registers_without_a_word_of_warning(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(custody, "_lacking", lambda _item: None)


def gives_the_id_back_at_once(patch: pytest.MonkeyPatch) -> None:
    back = {"id_kept": False}
    patch.setattr(returning, "_given_back", lambda _item, _loan, **_: back)


BROKEN: Mapping[str, Break] = {
    "KEY-I1": lends_what_is_out,
    "KEY-I2": leaves_the_set_out,
    "KEY-I3": counts_anything,
    "KEY-I4": needs_no_signature_at_the_return,
    "KEY-I5": needs_no_proofs,
    "KEY-I6": hands_over_to_anybody,
    "KEY-I7": lends_what_is_retired,
    "KEY-I8": lets_anybody_receive_the_own_keys,
    "KEY-I9": registers_without_a_word_of_warning,
    "KEY-I11": gives_the_id_back_at_once,
}


@pytest.mark.parametrize("name", INVARIANTS)
def test_a_broken_rule_is_found_by_its_invariant(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    BROKEN[name](monkeypatch)
    alone = {name: INVARIANTS[name]}
    monkeypatch.setattr("tests.domains.keys.test_stories.INVARIANTS", alone)
    monkeypatch.setattr(Cabinet, "_moved", lambda *_: None)

    with pytest.raises(AssertionError) as found:
        run_state_machine_as_test(Cabinet, settings=MANY)

    assert "invariants.py" in "".join(str(entry.path) for entry in found.traceback)
