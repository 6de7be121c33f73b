"""What the tests beside this one ask of the whole house, asked of the rules alone: no store, no HTTP.

These are what `make test-mutation` tries the rules with.
"""

import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.domains.keys import test_acceptance, test_custody, test_dispute, test_incident, test_invariants, test_lending
from tests.domains.keys.ruled import RuledCabinet

ASKED = (test_acceptance, test_custody, test_dispute, test_incident, test_invariants, test_lending)
# These ask about phones and pulls, which only the whole house has.
NEED_A_HOUSE = {
    "test_a_set_handed_over_leaves_the_phones_after_a_month",
    "test_a_spot_check_says_what_is_missing_and_what_hangs_where_it_should_not",
    "test_both_phones_learn_of_the_loan_that_gave_way",
    "test_the_engineer_holds_the_own_loans_and_nobody_elses",
    "test_the_months_review_names_every_loan_that_is_out",
}


@pytest.fixture
def cabinet(ruled: RuledCabinet) -> RuledCabinet:
    return ruled


def _asked(module: ModuleType) -> Iterator[tuple[str, Any]]:
    for name, one in vars(module).items():
        if name.startswith("test_") and name not in NEED_A_HOUSE and "session" not in inspect.signature(one).parameters:
            yield name, one


dispute = test_dispute.dispute
globals().update({name: one for module in ASKED for name, one in _asked(module)})
