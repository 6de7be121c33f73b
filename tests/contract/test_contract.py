"""Whatever the contract allows to be sent, and whatever it does not, no route answers with a fault of ours."""

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from sqlalchemy.orm import Session

from tests import make
from webapp.core.actor import Role

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

EXAMPLES = 25


@pytest.mark.parametrize("role", [Role.STEWARD, Role.SUPERVISOR])
def test_no_operation_answers_with_a_fault_of_ours(app: Flask, session: Session, role: Role) -> None:
    browser = make.browser(app, make.person(session, make.estate(session), role=role))
    contract = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    tried = 0
    for found in contract.get_all_operations():
        assert isinstance(found, Ok), found
        _try(found.ok(), browser)
        tried += 1
    assert tried >= 15


def _try(operation: schemathesis.APIOperation, browser: make.Browser) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(case=operation.as_strategy())
    def holds(case: schemathesis.Case) -> None:
        # Signing out for good would make strangers of all that follow.
        if not (case.method == "DELETE" and case.path.endswith("/session")):
            case.call_and_validate(headers=browser.headers, cookies=browser.cookies, checks=[not_a_server_error])

    holds()
